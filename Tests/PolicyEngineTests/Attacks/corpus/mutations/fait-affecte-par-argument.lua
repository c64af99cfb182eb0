-- attendu : refusé politique.affectation-fait 4
-- Un fait affecté par un argument.
local function attaque(c)
  c.nature = "region"
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite),
  sinon = refus "non",
}
