-- Lists to sort, with ties.
-- SPDX-License-Identifier: MIT

local function value_for_sort(kind)
  if kind == 1 then return draw(20) - 10 end
  if kind == 2 then return (draw(40) - 20) / 4 end
  if kind == 3 then return chance(50) and draw(12) or draw(12) + 0.5 end
  return subject(3)
end
-- Orders that are stable by themselves: what the machine's sort must be in one go.
local function insertion_sort(list, before)
  for i = 2, #list do
    local v, j = list[i], i - 1
    while j >= 1 and before(v, list[j]) do
      list[j + 1] = list[j]
      j = j - 1
    end
    list[j + 1] = v
  end
end
local stably = is_stock and insertion_sort or table.sort
function cases.sort(n)
  local kind, length, list = draw(4), draw(chance(10) and 60 or 12) - 1, {}
  for place = 1, length do list[place] = value_for_sort(kind) end
  local what = draw(4)
  if what == 1 then table.sort(list)
  elseif what == 2 then table.sort(list, function(a, b) return a > b end)
  else
    local cards = {}
    for place = 1, length do cards[place] = { key = list[place], place = place } end
    local before = what == 3 and function(a, b) return a.key < b.key end or function(a, b) return b.key < a.key end
    stably(cards, before)
    for place = 1, length do list[place] = show(cards[place].key) .. ":" .. cards[place].place end
  end
  for place = 1, length do list[place] = show(list[place]) end
  return concat(list, " ")
end
