-- attendu : arrêté instructions 5
-- Un tri de cent mille éléments.
local function attaque(n)
  local l = {}
  for i = 1, 20000 do l[i] = (i * 7919) % 20011 end
  table.sort(l)
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
