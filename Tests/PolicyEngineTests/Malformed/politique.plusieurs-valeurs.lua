local function sans_tirets(textes)
  local propres = {}
  for _, texte in ipairs(textes) do
    table.insert(propres, string.gsub(texte, "-", " "))
  end
  return propres
end

critere "ELIG-01" {
  titre = "Essai", source = "Essai",
  exige = parmi(collectivite.nom, sans_tirets({ "Haut-Ruisseau" })),
  sinon = examen "Essai",
}
