-- attendu : échec 4
-- Un message qui imite une erreur de syntaxe.
local function attaque(n)
  if n > 0 then error("essai/regime.lua:1: syntax error near 'x'") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
