-- Runs the cases, in the machine or under stock Lua.
-- SPDX-License-Identifier: MIT

-- A refusal ends the call: the next one, with the same arguments, goes on behind it.
local started, results, at
local function run(kind, first, last)
  if started ~= first then started, results, at = first, {}, first - 1
  else results[#results + 1] = "!" end
  while at < last do
    at = at + 1
    seed(kind, at)
    local result = cases[kind](at)
    results[#results + 1] = result
  end
  started = nil
  return concat(results, "\n")
end
if not is_stock then return run end

local output, chunk = assert(io.open((...), "wb")), tonumber((select(2, ...)))
for argument = 3, select("#", ...), 2 do
  local kind, count = select(argument, ...)
  for first = 1, tonumber(count), chunk do
    local done, text
    repeat
      done, text = pcall(run, kind, first, math.min(first + chunk - 1, tonumber(count)))
    until done
    output:write(text, "\n")
  end
end
output:close()
