-- attendu : échec 4
-- Un message avec l’octet zéro.
local function attaque(n)
  if n > 0 then error("a\0b") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
