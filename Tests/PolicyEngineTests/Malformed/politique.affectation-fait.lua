local function renomme(c)
  c.nom = "Autre"
  return c.nom
end

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = renomme(collectivite) == "Autre",
  sinon  = refus "Non.",
}
