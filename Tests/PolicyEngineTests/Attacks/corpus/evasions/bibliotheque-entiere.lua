-- attendu : refusé politique.type 4
-- Une bibliothèque parcourue.
local function f()
  for k in pairs(string) do return k end
  return 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = f() == 1,
  sinon = refus "non",
}
