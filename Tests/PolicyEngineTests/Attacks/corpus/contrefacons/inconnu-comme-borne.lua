-- attendu : inoffensif indeterminee
-- Une boucle dont la borne est inconnue.
local function attaque(n)
  local k = 0
  for _ = 1, n do k = k + 1 end
  return k >= 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(nombre(dossier.labels)),
  sinon = refus "non",
}
