local function verifie(t)
  if t == "commune" then return end
end
critere "C-01" {
  titre = "Essai", source = "Essai",
  exige = verifie(collectivite.nature),
  sinon = refus "Non.",
}
