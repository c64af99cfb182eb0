local seuils = require "essai/seuils"
seuils.minimum = 1

critere "ELIG-01" {
  titre = "Essai", source = "Essai",
  exige = nombre(dossier.objectifs) >= seuils.minimum,
  sinon = examen "Essai",
}
