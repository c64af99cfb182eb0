champ "complements.forme" {
  titre   = "Forme",
  type    = "texte",
  valeurs = { forme = "association" },
}
