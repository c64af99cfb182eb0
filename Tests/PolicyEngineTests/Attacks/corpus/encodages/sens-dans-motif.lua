-- attendu : inoffensif non_satisfaite
-- Un texte qui retourne le sens d’écriture, par échappement.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "\u{202E}elbarovaf\u{202C} \u{2066}x\u{2069} \u{2028}\u{2029}",
}
