-- attendu : inoffensif satisfaite
-- La même opération par une variable est juste.
local function attaque(n)
  local choix = n
  return 1 ~ choix
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(2) == 3,
  sinon = refus "non",
}
