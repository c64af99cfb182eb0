-- attendu : arrêté instructions 4
-- Une suite qui ne s’arrête pas, sans rien d’évident.
local function attaque(n)
  while n ~= 0 do if n % 2 == 0 then n = n // 2 else n = 3 * n + 1 end end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
