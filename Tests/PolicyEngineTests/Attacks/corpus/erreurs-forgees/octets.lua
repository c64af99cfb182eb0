-- attendu : échec 4
-- Un message en octets qui ne sont pas de l’UTF-8.
local function attaque(n)
  if n > 0 then error("\xff\xfe\xc0\x80") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
