champ "complements.forme" {
  titre   = "Forme",
  type    = "texte",
  valeurs = { "association", "association" },
}
