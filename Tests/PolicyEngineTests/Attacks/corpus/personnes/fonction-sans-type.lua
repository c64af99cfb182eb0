-- attendu : refusé politique.fait-personnel 8
-- Une fonction mêlée à autre chose dans une liste, qui met son argument dans un échec.
local function echoue(t) error(t) end
local mele = { echoue, 1, "b" }
local rang = 1
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = mele[rang](expertise.conditions) == 1,
  sinon = refus "non",
}
