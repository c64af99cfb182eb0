function a.b:c(d, ...) return self, d, ... end
local function f(_ENV, g) return g() end
