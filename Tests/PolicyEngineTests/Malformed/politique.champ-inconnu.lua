critere "C-01" {
  titer  = "Critère",
  source = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
