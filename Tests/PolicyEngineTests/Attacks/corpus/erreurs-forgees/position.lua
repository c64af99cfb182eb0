-- attendu : échec 4
-- Un message qui imite une autre position.
local function attaque(n)
  if n > 0 then error("essai/temoin.lua:1: attempt to call a nil value") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
