-- attendu : refusé lua.espace-inconnue 5
-- Un nom coupé par une espace de largeur nulle.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collec​tivite.nature == "commune",
  sinon = refus "non",
}
