-- attendu : inoffensif non_satisfaite
-- Une table qui porte « __index » comme champ : elle n’est qu’une table.
local t = { ["__index"] = { nature = "x" }, a = 1 }
local function lit(x, cle) return x[cle] end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = lit(t, minuscules("NATURE")) == "x",
  sinon = refus "non",
}
