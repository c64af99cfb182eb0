-- attendu : refusé politique.affectation-externe 5
-- Un compteur du fichier.
local n = 0
local function attaque()
  n = n + 1
  return n == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(),
  sinon = refus "non",
}
