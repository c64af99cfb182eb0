return { 1, 2; a = 1, ["b"] = 2, [3] = function() end, f(), ..., {}, -- last
}
