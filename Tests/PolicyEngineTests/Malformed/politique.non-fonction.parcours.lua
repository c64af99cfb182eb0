local function premier_mot(t)
  local suivant = string.gmatch(t, "%a+")
  return suivant() == "commune"
end
critere "C-01" {
  titre = "Essai", source = "Essai",
  exige = premier_mot(collectivite.nature),
  sinon = refus "Non.",
}
