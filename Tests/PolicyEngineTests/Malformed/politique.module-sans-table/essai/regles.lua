local seuils = require "essai/seuils"

critere "ELIG-01" {
  titre = "Essai", source = "Essai",
  exige = nombre(dossier.objectifs) >= seuils.minimum,
  sinon = examen "Essai",
}
