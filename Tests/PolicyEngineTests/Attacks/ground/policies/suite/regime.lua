-- Le régime du dossier qui suit : rien de l’attaque n’y est.
regime "suite" {
  titre = "Suite", du = jour "2020-01-01", jusqu_au = jour "2020-12-31", date_de_choix = "depot",
  source = "Essai",
}

donnees "presence" { fichier = "donnees/presence.csv", cle = "pays" }

critere "SUITE-1" {
  titre  = "Critère tenu",
  source = "Essai",
  exige  = collectivite.nature == "commune" and presence["ML"].nombre == 454,
  sinon  = refus "non",
}

critere "SUITE-2" {
  titre  = "Critère manqué",
  source = "Essai",
  exige  = nombre(expertise.references) > 1,
  sinon  = examen "{nombre(expertise.references)} référence pour {collectivite.nom}.",
}

priorite "SUITE-3" {
  titre  = "Points",
  source = "Essai",
  si     = demande.precise,
  points = 7,
  motif  = "{nom_pays(demande.pays)}",
}
