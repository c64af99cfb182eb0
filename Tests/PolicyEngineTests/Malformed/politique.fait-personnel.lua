priorite "R-01" {
  titre = "Essai", source = "Essai", points = 1,
  motif = "Savoir-faire : {expertise.savoir_faire}.",
}
