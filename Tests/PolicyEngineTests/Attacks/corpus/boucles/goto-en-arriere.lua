-- attendu : refusé politique.goto 4
-- Une boucle par « goto ».
local function attaque(n)
  ::debut::
  n = n + 1
  goto debut
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
