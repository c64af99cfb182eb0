-- attendu : arrêté instructions 5
-- Un remplacement qui grossit le texte sans fin.
local function attaque(n)
  local t = "a"
  for _ = 1, 100 do t = string.gsub(t, "a", "aaaa") end
  return t == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
