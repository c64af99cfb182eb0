-- Cases made from their numbers, and values as one line.
-- SPDX-License-Identifier: MIT

local sub, byte, concat, select, type, mtype = string.sub, string.byte, table.concat, select, type, math.type
local insert = table.insert

-- Numbers at hazard, from a kind and a case

local state
local function seed(kind, case)
  state = case * 0x9E3779B97F4A7C15 + #kind * 0x632BE59BD9B4E019 + byte(kind)
  state = (state ~ state >> 29) * 0x5851F42D4C957F2D
end
local function draw(n)
  state = state * 6364136223846793005 + 1442695040888963407
  return (state >> 33) % n + 1
end
local function pick(list) return list[draw(#list)] end
local function chance(percent) return draw(100) <= percent end

-- Values as one line

local shown_bytes = {}
for code = 0, 255 do
  local plain = code > 32 and code < 127 and code ~= 92
  shown_bytes[code] = plain and string.char(code) or string.format("\\%02x", code)
end
local function show_text(text)
  local shown = {}
  for place = 1, #text do shown[place] = shown_bytes[byte(text, place)] end
  return concat(shown)
end
local function show(value)
  local kind = type(value)
  if kind == "string" then return "'" .. show_text(value) .. "'" end
  if kind == "table" then return "table" end
  if kind == "function" then return "function" end
  if value ~= value then return "nan" end
  if mtype(value) == "float" and value == 0 then return 1 / value < 0 and "-0.0" or "0.0" end
  return tostring(value)
end
local function show_all(...)
  local shown = {}
  for place = 1, select("#", ...) do shown[place] = show((select(place, ...))) end
  return concat(shown, " ")
end

-- Stock Lua sees what is malformed only when it comes to it; the machine sees it at once.
local is_stock = pcall ~= nil
local function refuse_if(is_malformed)
  if is_stock and is_malformed then error("malformed") end
end

local cases = {}
