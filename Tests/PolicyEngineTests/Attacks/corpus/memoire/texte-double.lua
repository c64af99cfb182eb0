-- attendu : arrêté mémoire 5
-- Un texte qui double.
local function attaque(n)
  local t = "x"
  for _ = 1, 60 do t = t .. t end
  return t == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
