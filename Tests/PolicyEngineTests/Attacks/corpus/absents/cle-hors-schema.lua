-- attendu : inoffensif indeterminee
-- Un champ que le schéma n’a pas, nommé par un texte composé.
local function attaque(f, cle)
  return f[cle .. "x"] == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite, "siren"),
  sinon = refus "non",
}
