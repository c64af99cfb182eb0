-- attendu : refusé politique.echec-au-chargement 4
-- Une erreur qui imite une limite, au chargement.
local n = 1
if n > 0 then error("le calcul dépasse 5 000 000 instructions") end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = n == 1,
  sinon = refus "non",
}
