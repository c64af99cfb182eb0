-- attendu : inoffensif indeterminee
-- Une boucle dont la condition est inconnue.
local function attaque(u)
  local k = 0
  while u ~= "x" do k = k + 1 end
  return k > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.siren),
  sinon = refus "non",
}
