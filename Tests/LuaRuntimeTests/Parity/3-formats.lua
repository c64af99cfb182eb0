-- Formats and the values they are given.
-- SPDX-License-Identifier: MIT

local texts = { "", "a", "abc", "été", "a\nb", "\"q\"", "back\\slash", "10", "0x1F", " 7 ", "1e2", "3.5", "x\r\1\1279", "\200\0001", "5e-1", "nan", string.rep("l", 99), string.rep("m", 120) }
local function any_integer()
  local what = draw(8)
  if what <= 3 then return draw(200) - 100 end
  if what == 4 then return draw(1 << 40) end
  if what == 5 then return math.maxinteger - draw(3) + 1 end
  if what == 6 then return math.mininteger + draw(3) - 1 end
  if what == 7 then return state * 0x9E3779B97F4A7C15 end
  return 0
end
local exponents = { -1074, -1022, -324, -20, -5, -1, 0, 1, 3, 10, 15, 16, 17, 52, 53, 62, 63, 64, 300, 1023 }
local function any_float()
  local what = draw(10)
  if what == 1 then return draw(100) - 50 + 0.0 end
  if what == 2 then return (draw(2000) - 1000) / 8 end
  if what == 3 then return math.huge end
  if what == 4 then return -math.huge end
  if what == 5 then return -0.0 end
  local m = (draw(1 << 52) + (1 << 52)) / (1 << 52)
  local x = m * 2.0 ^ pick(exponents)
  return chance(50) and -x or x
end
local function any_value()
  local what = draw(12)
  if what <= 4 then return any_integer() end
  if what <= 8 then return any_float() end
  if what <= 10 then return pick(texts) end
  if what == 11 then return chance(50) end
  return nil
end
local conversions = { "d", "i", "u", "o", "x", "X", "c", "a", "A", "e", "E", "f", "g", "G", "s", "q", "d", "f", "g", "s", "%" }
local flag_sets = { "", "", "", "-", "+", " ", "#", "0", "-0", "+ ", "0-", "#0", "--", "+-0 #", "00" }
local widths = { "", "", "", "1", "5", "12", "20", "99", "100", "05" }
local precisions = { "", "", "", ".", ".0", ".3", ".10", ".20", ".99", ".100", ".-1", "..2" }
local bad_conversions = { "F", "n", "h", "l", "L", "*", "y", " ", "\0", "é", "" }
local function directive()
  local conversion = pick(conversions)
  if chance(88) then
    local well = { c = { "", "-", "3", "-5" }, q = { "" }, s = { "", "-9", "5", ".2", "8.3", "-4.1" }, x = { "", "#", "04", "-6", ".5" }, d = { "", "+", " ", "05", "-7", ".4", "+8.3" }, f = { "", ".2", "8.3", "-10.1", "+", "#.0", "08.2" } }
    return "%" .. pick(well[conversion] or well.f) .. conversion, conversion
  end
  if chance(10) then conversion = pick(bad_conversions) end
  if chance(5) then return "%" .. string.rep("-", draw(8) + 14) .. draw(99) .. conversion, conversion end
  return "%" .. pick(flag_sets) .. pick(widths) .. pick(precisions) .. conversion, conversion
end
local wanted = { d = any_integer, i = any_integer, u = any_integer, o = any_integer, x = any_integer, X = any_integer, c = function() return draw(400) - 50 end }
for _, name in ipairs({ "a", "A", "e", "E", "f", "g", "G" }) do wanted[name] = any_float end
function cases.format(n)
  local parts, values, count = {}, {}, 0
  for place = 1, draw(3) do
    local text, conversion = directive()
    parts[place] = pick({ "", "a", " ", "é", "%%" }) .. text
    if text ~= "%%" then
      count = count + 1
      local make = wanted[conversion]
      values[count] = (make and chance(95)) and make() or any_value()
      -- A text with a NUL takes no width: stock Lua refuses it, the machine does not.
      if type(values[count]) == "string" and conversion == "s" then values[count] = pick({ "a", "été", "10" , texts[18] }) end
    end
  end
  if chance(3) then count = count - 1 end
  if count < 0 then count = 0 end
  return show(string.format(concat(parts), table.unpack(values, 1, count)))
end
