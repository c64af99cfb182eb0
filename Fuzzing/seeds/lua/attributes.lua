local a <const>, b <close> = 1, nil
local x <const> = 1; do local x; x = 2 end; local function f() return x end
