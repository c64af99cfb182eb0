-- attendu : arrêté instructions 4
-- Un itérateur qui rend toujours quelque chose.
local function attaque(n)
  for x in function() return 1 end do n = n + x end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
