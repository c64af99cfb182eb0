donnees "presence" { fichier = "donnees/presence.csv", cle = "pays", colonnes = { pays = "pays" } }
parametre "seuil" {
  titre = "Seuil", unite = "projets",
  valeurs = { { du = jour "2020-01-01", valeur = 10, source = "Essai" } },
}
priorite "P" {
  titre = "Essai", source = "Essai", si = presence[demande.pays].nombre <= seuil,
  points = 10 + 2 * nombre(dossier.demandes), motif = "{nom_pays(demande.pays)}",
}
niveaux { { a_partir_de = 0, nom = "basse" }, { a_partir_de = 10, nom = "haute" } }
