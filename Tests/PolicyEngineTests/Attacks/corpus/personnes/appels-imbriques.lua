-- attendu : inoffensif satisfaite
-- Des appels imbriqués, dont chacun pourrait mettre son argument dans un échec.
local function f(t)
  if t == (not t) then error("x" .. tostring(t)) end
  return t
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(f(connu(expertise.conditions)))))))))))))))))))))))))))))))))))))))))))))))))))),
  sinon = refus "non",
}
