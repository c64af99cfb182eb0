-- attendu : refusé politique.regime-mal-place 3
-- Un second régime déclaré dans le fichier de règles.
regime "essai" { titre = "X", du = jour "2000-01-01", date_de_choix = "depot", source = "x" }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
