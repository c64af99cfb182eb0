-- attendu : arrêté instructions 4-5
-- Deux appels à chaque pas, peu profonds.
local function attaque(n)
  if n < 2 then return 1 end
  return attaque(n - 1) + attaque(n - 2)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(60) > 0,
  sinon = refus "non",
}
