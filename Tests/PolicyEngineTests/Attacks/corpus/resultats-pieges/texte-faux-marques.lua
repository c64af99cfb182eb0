-- attendu : inoffensif non_satisfaite
-- Un texte qui montre une table que le moteur prendrait pour un inconnu.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{nombre({ 'inconnue' })} {tostring(1)}",
}
