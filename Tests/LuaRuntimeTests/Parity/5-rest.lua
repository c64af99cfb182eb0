-- The rest of the library, function by function.
-- SPDX-License-Identifier: MIT

local digits = { "0", "1", "7", "9", "a", "F", "z", ".", "e", "x", "-", "+", " ", "p", "\n", "_", "1", "2" }
local function numeral()
  local made = {}
  for place = 1, draw(7) - 1 do made[place] = pick(digits) end
  return pick({ "", "", "0x", " ", "-", "1e", "." }) .. concat(made)
end
local pieces = { "a", "é", "€", "𝄞", "z", "\128", "\xC3", "\xF4\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xED\xA0\x80", "\xC0\x80", "\xFD\xBF\xBF\xBF\xBF\xBF", "\xF8\x88\x80\x80\x80", "\xFE", "\0", "a", "é", "\xE0\x9F\xBF", "\xFC\x84\x80\x80\x80\x80", "\xF8\x87\xBF\xBF\xBF" }
-- Stock Lua 5.4.4 passes over stray continuation bytes in `codes`; the manual has them refused.
local fitting = {}
for _, piece in ipairs(pieces) do
  if byte(piece) ~= 128 then fitting[#fitting + 1] = piece end
end
local function encoded(from)
  local made = {}
  for place = 1, draw(6) - 1 do made[place] = pick(from or pieces) end
  return concat(made)
end
local function list_of(make, most)
  local list = {}
  for place = 1, draw(most + 1) - 1 do list[place] = make() end
  return list
end
local codes = { 0, 65, 127, 128, 2047, 2048, 65535, 65536, 55296, 1114111, 1114112, 2097151, 2097152, 67108863, 67108864, 2147483647, 2147483648, -1, 233 }
local rest = {
  function() return tostring(any_value()) end,
  function() return tonumber(numeral()) end,
  function() return tonumber(numeral(), draw(40) - 1) end,
  function() return tonumber(any_value()) end,
  function() local s = subject(10) return string.sub(s, place(#s), place(#s)) end,
  function() local s = subject(10) return string.sub(s, place(#s)) end,
  function() local s = subject(10) return string.byte(s, place(#s), place(#s)) end,
  function() local s = subject(10) return string.byte(s, place(#s)) end,
  function() return string.byte(subject(3)) end,
  function() return string.char(table.unpack(list_of(function() return chance(97) and draw(256) - 1 or draw(600) - 100 end, 6))) end,
  function() return string.rep(subject(4), draw(8) - 3) end,
  function() return string.rep(subject(4), draw(8) - 3, subject(3)) end,
  function() return string.rep(any_value(), draw(4)) end,
  function() local s = subject(12) return string.reverse(s), string.lower(s), string.upper(s), string.len(s) end,
  function() return string.len(any_value()) end,
  function()
    local list = list_of(any_value, 5)
    return table.concat(list, subject(2))
  end,
  function()
    local list = list_of(any_integer, 6)
    return table.concat(list, chance(50) and "," or nil, draw(6) - 2, draw(8) - 2)
  end,
  function() return table.concat({ "a", 1, 2.5, -0.0 }, pick({ "", 3, 4.5, "\0" })) end,
  function() return table.concat({ [math.maxinteger] = "x" }, ",", math.maxinteger, math.maxinteger) end,
  function() return table.unpack(list_of(any_value, 5)) end,
  function() return table.unpack(list_of(any_value, 5), draw(9) - 4, draw(9) - 4) end,
  function() return table.unpack({}, math.maxinteger - 1, math.maxinteger) end,
  function()
    local list = list_of(any_integer, 4)
    if chance(40) then table.insert(list, "n") else table.insert(list, draw(7) - 1, "n") end
    return table.unpack(list)
  end,
  function()
    local list = list_of(any_integer, 4)
    local gone
    if chance(40) then gone = table.remove(list) else gone = table.remove(list, draw(8) - 2) end
    return gone, table.unpack(list)
  end,
  function() return utf8.len(encoded(), pick({ 1, -1, 2, 3, 20, 0, -3 }), pick({ -1, 1, 3, 20, -20, 0 }), chance(40)) end,
  function() return utf8.len(encoded()) end,
  function() return utf8.codepoint(encoded(), pick({ 1, 2, -1, 0, 3 }), pick({ -1, 1, 2, 9 }), chance(40)) end,
  function() return utf8.codepoint(encoded(), 1, -1, chance(40)) end,
  function() return utf8.offset(encoded(), draw(11) - 6, chance(50) and draw(10) - 2 or nil) end,
  function()
    local list = {}
    for place, code in utf8.codes(encoded(fitting), chance(40)) do list[#list + 1] = place .. "=" .. code end
    return concat(list, " ")
  end,
  function() return utf8.char(table.unpack(list_of(function() return pick(codes) end, 4))) end,
  function() return pick({ utf8.charpattern }) end,
  function() return select(pick({ 1, 2, 3, -1, -2 }), "a", "b") end,
  function() return math.max(any_integer(), any_float()), math.min(any_float(), any_integer()), math.type(any_value()) end,
}
function cases.rest(n) return rest[n % #rest + 1] end
local made_rest = cases.rest
function cases.rest(n) return show_all(made_rest(n)()) end
