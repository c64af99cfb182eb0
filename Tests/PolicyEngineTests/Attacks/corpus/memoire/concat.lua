-- attendu : arrêté mémoire 7
-- « table.concat » d’une liste de longs textes.
local function attaque(n)
  local l, t = {}, "x"
  for _ = 1, 16 do t = t .. t end
  for i = 1, 200 do l[i] = t end
  return table.concat(l, ",") == "" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
