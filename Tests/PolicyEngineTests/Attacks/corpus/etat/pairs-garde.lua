-- attendu : échec 8
-- Un itérateur de « pairs » gardé d’un dossier au suivant.
local function prend(t)
  for _ in pairs(t) do return 1 end
  return 0
end
local function attaque(t)
  t.x = prend(t)
  return true
end
local garde = { a = 1 }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(garde),
  sinon = refus "non",
}
