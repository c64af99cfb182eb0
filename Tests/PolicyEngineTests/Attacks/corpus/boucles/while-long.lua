-- attendu : arrêté instructions 4-7
-- Une boucle sur plusieurs lignes.
local function attaque(n)
  while n > 0 do
    n = n + 1
    n = n + 2
  end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
