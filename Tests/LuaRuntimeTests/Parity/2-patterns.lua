-- Patterns and texts over a nasty small alphabet.
-- SPDX-License-Identifier: MIT

-- Patterns: what the manual (6.4.1) calls one, in other words than the machine's

-- What follows a set or a single character in a pattern; nil where it is malformed.
local function after_single(p, at)
  local c = sub(p, at, at)
  if c == "%" then return at < #p and at + 2 or nil end
  if c ~= "[" then return at + 1 end
  at = at + 1
  if sub(p, at, at) == "^" then at = at + 1 end
  local first = true
  while at <= #p do
    c = sub(p, at, at)
    if c == "]" and not first then return at + 1 end
    at, first = at + (c == "%" and 2 or 1), false
  end
end
-- The number of captures, or nil where the pattern is malformed.
local function captures_of(p)
  local at, open, closed, count = 1, {}, {}, 0
  while at <= #p do
    local c, d = sub(p, at, at), sub(p, at + 1, at + 1)
    if c == "(" then
      count = count + 1
      if count > 32 then return nil end
      open[#open + 1], at = count, at + 1
    elseif c == ")" then
      if #open == 0 then return nil end
      closed[open[#open]], open[#open], at = true, nil, at + 1
    elseif c == "%" and d == "b" then
      if at + 3 > #p then return nil end
      at = at + 4
    elseif c == "%" and d == "f" then
      if sub(p, at + 2, at + 2) ~= "[" then return nil end
      at = after_single(p, at + 2)
      if not at then return nil end
    elseif c == "%" and d ~= "" and byte(d) >= 48 and byte(d) <= 57 then
      if not closed[byte(d) - 48] then return nil end
      at = at + 2
    else
      at = after_single(p, at)
      if not at then return nil end
    end
  end
  if #open > 0 then return nil end
  return count
end
local function is_bad_replacement(r, captures)
  local at = 1
  while at <= #r do
    if byte(r, at) == 37 then
      at = at + 1
      local d = byte(r, at)
      if d ~= 37 and not (d and d >= 48 and d <= 57) then return true end
      if d ~= 37 and d - 48 > (captures == 0 and 1 or captures) then return true end
    end
    at = at + 1
  end
  return false
end

local letters = { "a", "a", "a", "b", "b", "c", "A", "1", "2", " ", "(", ")", "[", "]", "%", "-", "^", "$", ".", "_", "\0", "\n", "\233", "\195", "f", "0" }
local singles = { "a", "a", "b", "c", ".", ".", "%a", "%d", "%s", "%w", "%x", "%p", "%l", "%u", "%c", "%g", "%A", "%D", "%S", "%W", "%X", "%P", "%L", "%U", "%C", "%G", "%%", "%.", "%(", "%)", "%[", "%]", "%-", "%^", "%$", "\0", "\233", "1", " ", "]", "$", "^", "[ab]", "[^a]", "[a-c]", "[%a]", "[%A_]", "[]]", "[^]]", "[%]]", "[a-]", "[-a]", "[%a-z]", "[a-%]", "[a-%]]", "[^%s%d]", "[\0-\31]", "[\128-\255]", "[c-a]", "[%w%-]", "[^^]", "[]-a]", "[$(]", "[.]" }
local few = { "a", "a", "a", "b", "b", "1", " " }
local common = { "a", "a", "b", ".", ".", "%a", "%w", "[ab]", "[^b]", "%l", "[%a-z]", "%S" }
local suffixes = { "", "", "", "", "*", "*", "+", "-", "?" }
local specials = { "()", "%f[%a]", "%b()", "%bab", "%b''", "%baa", "%f[%a]", "%f[^%a]", "%f[%w]", "%f[\0]", "%f[^\0]", "()", "()" }
local references = { "%1", "%1", "%1", "%2", "%3", "%0" }
local junk = { "(", ")", "[", "]", "%", "^", "$", "*", "+", "-", "?", ".", "a", "b", "1", "f", "0", "\0" }

local function subject(most)
  local made = {}
  local from = chance(60) and few or letters
  for place = 1, draw(most + 1) - 1 do made[place] = pick(from) end
  return concat(made)
end
local function junk_pattern()
  local made = {}
  for place = 1, draw(8) do made[place] = pick(junk) end
  return concat(made)
end
local function pattern()
  if chance(4) then return junk_pattern() end
  local made, open, closed = { chance(15) and "^" or "" }, 0, 0
  for _ = 1, draw(5) do
    local what = draw(20)
    if what <= 12 then made[#made + 1] = pick(chance(65) and common or singles) .. pick(suffixes)
    elseif what <= 15 then made[#made + 1], open = "(", open + 1
    elseif what <= 17 and open > 0 then made[#made + 1], open, closed = ")", open - 1, closed + 1
    elseif what == 18 and (closed > 0 or chance(5)) then made[#made + 1] = pick(references)
    else made[#made + 1] = pick(specials) end
  end
  if not chance(2) then made[#made + 1] = string.rep(")", open) end
  if chance(15) then made[#made + 1] = "$" end
  local p = concat(made)
  if chance(3) then
    local place = draw(#p + 1)
    p = sub(p, 1, place - 1) .. pick(junk) .. sub(p, place + draw(2) - 1)
  end
  return p
end
local function place(length) return draw(2 * length + 6) - length - 3 end
local function unanchored(p) return byte(p) == 94 and sub(p, 2) or p end
local function has_specials(p)
  for at = 1, #p do
    local c = byte(p, at)
    if c == 94 or c == 36 or c == 42 or c == 43 or c == 63 or c == 46 or c == 40 or c == 91 or c == 37 or c == 45 then return true end
  end
  return false
end

function cases.find(n)
  local s, p = subject(12), pattern()
  if draw(8) == 1 then p = subject(3) end
  local plain = chance(10)
  refuse_if(not plain and has_specials(p) and not captures_of(unanchored(p)))
  local result
  if plain then result = show_all(string.find(s, p, place(#s), true))
  elseif chance(50) then result = show_all(string.find(s, p))
  else result = show_all(string.find(s, p, place(#s))) end
  return result
end
function cases.match(n)
  local s, p = subject(12), pattern()
  refuse_if(not captures_of(unanchored(p)))
  if chance(50) then return show_all(string.match(s, p)) end
  return show_all(string.match(s, p, place(#s)))
end
function cases.gmatch(n)
  local s, p = subject(10), pattern()
  refuse_if(not captures_of(p))
  local found, init = {}, chance(30) and place(#s) or nil
  local function gather(...)
    found[#found + 1] = show_all(...)
    return ...
  end
  local following = string.gmatch(s, p, init)
  while gather(following()) ~= nil do end
  found[#found + 1] = show_all(following())
  return concat(found, ";")
end
local replacement_pieces = { "x", "%0", "%1", "%2", "%%", "", "é", "\0", "%1%1" }
local function replacement()
  local made = {}
  for at = 1, draw(4) - 1 do made[at] = pick(replacement_pieces) end
  if chance(4) then made[#made + 1] = "%" .. pick({ "", "a", "9", "3", " " }) end
  return concat(made)
end
local answers = { "x", "", 7, 2.5, false, "%1", "yy" }
function cases.gsub(n)
  local s, p, r = subject(12), pattern(), draw(10)
  local captures = captures_of(unanchored(p))
  refuse_if(not captures)
  local most = chance(30) and draw(6) - 2 or nil
  if r <= 6 then
    local text = chance(5) and draw(20) or replacement()
    refuse_if(is_bad_replacement(tostring(text), captures or 0))
    if most then return show_all(string.gsub(s, p, text, most)) end
    return show_all(string.gsub(s, p, text))
  end
  if r <= 8 then
    local answer = pick(answers)
    local seen = {}
    local function replace(...)
      seen[#seen + 1] = show_all(...)
      if #seen % 3 == 0 then return nil end
      return answer
    end
    return show_all(string.gsub(s, p, replace, most)) .. "|" .. concat(seen, ";")
  end
  local map = { a = "A", b = false, [""] = "_", ab = 12, [1] = "un", [3] = 0.5, ["1"] = "I" }
  return show_all(string.gsub(s, p, map, most))
end
