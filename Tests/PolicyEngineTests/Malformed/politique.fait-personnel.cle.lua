local nom_du_fait = "savoir" .. "_faire"
priorite "R-01" {
  titre = "Essai", source = "Essai", points = 1,
  motif = "Savoir-faire : {expertise[nom_du_fait]}.",
}
