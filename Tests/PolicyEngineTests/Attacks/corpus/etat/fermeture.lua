-- attendu : refusé politique.affectation-externe 6
-- Une fonction qui garde son propre compteur.
local function fabrique()
  local n = 0
  return function()
    n = n + 1
    return n
  end
end
local compteur = fabrique()
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = compteur() == 1,
  sinon = refus "non",
}
