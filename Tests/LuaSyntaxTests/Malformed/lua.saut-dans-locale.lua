goto fin
local seuil = 3
::fin::
f(seuil)
