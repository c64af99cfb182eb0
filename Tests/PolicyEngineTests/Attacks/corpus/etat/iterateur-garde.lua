-- attendu : refusé politique.affectation-externe 6
-- Un itérateur fait au chargement, qui avance à chaque dossier.
local function suite(l)
  local rang = {}
  return function()
    table.insert(rang, 1)
    return l[nombre(rang)]
  end
end
local suivant = suite({ 1, 2, 3 })
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = suivant() == 1,
  sinon = refus "non",
}
