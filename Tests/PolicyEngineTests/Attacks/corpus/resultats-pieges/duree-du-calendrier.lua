-- attendu : échec 4
-- Une durée plus longue que le calendrier.
local function attaque(decision_le)
  return decision_le + mois(4000000) > decision_le
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  arrondi = "dernier_jour",
  exige = attaque(decision.date),
  sinon = refus "non",
}
