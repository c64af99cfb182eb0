local function taux(n)
  if n > 3 then
    n = 3
  end

local seuil = 3
