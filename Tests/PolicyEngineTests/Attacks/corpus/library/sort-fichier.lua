-- attendu : échec 5
-- Une liste du fichier triée pendant une règle.
local liste = { 3, 1, 2 }
local function attaque(l)
  table.sort(l)
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(liste),
  sinon = refus "non",
}
