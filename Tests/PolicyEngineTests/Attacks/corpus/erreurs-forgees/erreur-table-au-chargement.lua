-- attendu : refusé politique.echec-au-chargement 4
-- Une table avec un champ « message », au chargement.
local n = 1
if n > 0 then error({ message = "x" }) end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = n == 1,
  sinon = refus "non",
}
