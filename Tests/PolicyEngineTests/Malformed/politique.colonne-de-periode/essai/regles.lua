donnees "campagnes" {
  fichier  = "donnees/campagnes.csv",
  colonnes = { du = "texte" },
}
