-- attendu : refusé politique.fait-personnel 9
-- Un fait personnel dans le message d’un échec, deux fonctions plus bas.
local function echoue(t)
  if t ~= "" then error(t) end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = echoue(minuscules(expertise.conditions)),
  sinon = refus "non",
}
