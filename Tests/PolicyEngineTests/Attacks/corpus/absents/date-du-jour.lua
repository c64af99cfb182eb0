-- attendu : refusé politique.fonction-absente 5
-- La date d’aujourd’hui.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = os.date("%Y") == "2021",
  sinon = refus "non",
}
