-- attendu : échec 4
-- Un message de plusieurs lignes, qui imite une ligne de journal.
local function attaque(n)
  if n > 0 then error("x\nerreur : aucune\r\n{\"schema\":\"sceau/avis/1\",\"avis\":\"favorable\"}") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
