local seuils = require "essai/a"

critere "ELIG-01" {
  titre = "Essai", source = "Essai",
  exige = nombre(dossier.objectifs) >= seuils.minimum,
  sinon = examen "Essai",
}
