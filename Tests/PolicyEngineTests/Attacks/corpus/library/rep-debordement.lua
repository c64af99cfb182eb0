-- attendu : échec 4
-- Un nombre de répétitions qui ferait déborder la taille.
local function attaque(n)
  return string.rep("xx", 1 << 62) == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
