validite "V-01" {
  titre  = "Durée",
  source = "Essai",
  debut  = decision.date,
  fin    = demande.mission_prevue_le,
}
