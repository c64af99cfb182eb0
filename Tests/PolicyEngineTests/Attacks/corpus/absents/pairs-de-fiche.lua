-- attendu : échec 5
-- Les champs présents d’une fiche, par « pairs ».
local function attaque(f)
  local n = 0
  for _ in pairs(f) do n = n + 1 end
  return n == 3
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite),
  sinon = refus "non",
}
