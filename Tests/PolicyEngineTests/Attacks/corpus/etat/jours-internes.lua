-- attendu : inoffensif satisfaite
-- Les jours sont gardés par le moteur : deux dossiers ne s’en aperçoivent pas.
local function attaque(depart)
  local t = {}
  for i = 1, 50 do t[jour(tostring(depart + jours(i)))] = i end
  return t[depart + jours(9)] == 9
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(decision.date),
  sinon = refus "non",
}
