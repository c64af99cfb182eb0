-- attendu : échec 4
-- « table.unpack » d’un milliard de places.
local function attaque(n)
  return math.max(table.unpack({}, 1, 1000000000)) == 1 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
