-- attendu : refusé politique.fait-personnel 6
-- Un fait personnel pour clé d’une fiche : l’échec dirait quelle clé manque.
local function lit(e, k) return e[k] == 1 end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = lit(expertise, expertise.conditions),
  sinon = refus "non",
}
