-- attendu : refusé politique.nom-reserve 4
-- Un nom que le moteur donne à ses variables.
local function f(x)
  local __c = 1
  return __c + x
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = f(1) == 2,
  sinon = refus "non",
}
