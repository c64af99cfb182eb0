-- attendu : arrêté instructions 4-6
-- La fonction d’Ackermann.
local function attaque(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return attaque(m - 1, 1) end
  return attaque(m - 1, attaque(m, n - 1))
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(3, 9) > 0,
  sinon = refus "non",
}
