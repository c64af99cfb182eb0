-- attendu : arrêté profondeur 5
-- Un remplacement qui remplace.
local t = {}
function t.f(s)
  return (string.gsub(s, ".", function(c) return t.f(c) end))
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.f("ab") == "x",
  sinon = refus "non",
}
