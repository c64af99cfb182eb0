-- attendu : refusé politique.env 3
-- Un environnement qui est la variable d’une boucle.
for _ENV = 1, 2 do end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
