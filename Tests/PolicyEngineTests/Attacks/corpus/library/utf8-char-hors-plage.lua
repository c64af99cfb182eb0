-- attendu : échec 4
-- Un signe qui n’existe pas.
local function attaque(n)
  return utf8.char(-1) == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
