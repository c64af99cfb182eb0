validite "V-01" {
  titre  = "Durée",
  source = "Essai",
  debut  = decision.date,
  fin    = debut + ans(3),
}
