champ "complements.taille" { titre = "Taille", type = "entier", unite = "agents" }
critere "C" {
  titre = "Essai", source = "Essai", du = jour "2020-01-01", jusqu_au = jour "2030-12-31",
  exige = renseigne(dossier.complements.taille) or entre(collectivite.population, 1, 9),
  sinon = examen "{dossier.complements.taille}", communicable = false, motif_secret = "Essai",
}
