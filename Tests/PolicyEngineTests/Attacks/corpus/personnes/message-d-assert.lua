-- attendu : refusé politique.fait-personnel 7
-- Un fait personnel dans le message de « assert ».
local function affirme(t) return assert(t == "", t) end
local function relais(t) return affirme(t) end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = relais(expertise.conditions),
  sinon = refus "non",
}
