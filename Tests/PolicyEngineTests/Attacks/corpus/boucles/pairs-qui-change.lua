-- attendu : inoffensif satisfaite
-- Une table que l’on remplit pendant que « pairs » la parcourt : les clés sont celles du début.
local function attaque(n)
  local t, tours = { a = 1, b = 2 }, 0
  for cle, v in pairs(t) do
    t[cle .. "x"] = v
    tours = tours + 1
  end
  return tours == 2 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
