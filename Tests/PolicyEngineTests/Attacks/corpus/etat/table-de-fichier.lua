-- attendu : refusé politique.affectation-externe 5
-- Une table du fichier remplie par une fonction.
local vus = {}
local function attaque(nom)
  vus[nom] = true
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.nom),
  sinon = refus "non",
}
