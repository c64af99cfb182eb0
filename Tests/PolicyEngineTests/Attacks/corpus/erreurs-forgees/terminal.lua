-- attendu : échec 4
-- Un message qui commande le terminal.
local function attaque(n)
  if n > 0 then error("\27[2J\27]0;x\7\8\8") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
