-- attendu : refusé politique.echec-au-chargement 5
-- Une table de tables de tables au chargement.
local function plein(n)
  local t = {}
  for i = 1, 50 do if n > 0 then t[i] = plein(n - 1) else t[i] = {} end end
  return t
end
local arbre = plein(8)
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(arbre) > 0,
  sinon = refus "non",
}
