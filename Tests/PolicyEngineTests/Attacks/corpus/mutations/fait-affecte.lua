-- attendu : refusé politique.fait-hors-regle 4
-- Un fait du dossier affecté dans une fonction.
local function attaque()
  collectivite.nature = "region"
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(),
  sinon = refus "non",
}
