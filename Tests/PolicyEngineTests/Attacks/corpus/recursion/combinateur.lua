-- attendu : arrêté profondeur 4
-- Une fonction reçue en argument et qui se reçoit.
local function attaque(n)
  return n(n)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(attaque) == true,
  sinon = refus "non",
}
