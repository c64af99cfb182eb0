-- attendu : inoffensif satisfaite
-- Une fiche de valeurs à laquelle s’ajoute un champ entre deux lectures de la même liste.
local function change(e)
  local cherche = { type = "mission" }
  local une_mission = existe(e.references, cherche)
  cherche.annee = 1900
  return une_mission and not existe(e.references, cherche)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = change(expertise),
  sinon = refus "non",
}
