-- attendu : inoffensif satisfaite
-- Une borne qui n’est pas un nombre : aucun tour.
local function attaque(n)
  for _ = 1, 0 / 0 do n = n + 1 end
  return n == 190000
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
