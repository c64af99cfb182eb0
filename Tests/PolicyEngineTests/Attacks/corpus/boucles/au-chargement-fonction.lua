-- attendu : refusé politique.echec-au-chargement 4
-- Une fonction sans fin appelée au chargement.
local function longue(n)
  repeat n = n + 1 until n < 0
  return n
end
local total = longue(1)
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = total > 0,
  sinon = refus "non",
}
