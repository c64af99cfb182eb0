-- Runs the rules of `floors/rules.lua` on a dossier, for a host that only hands it over.
-- SPDX-License-Identifier: MIT

local rules = ...

local effects = { examen = 1, piece = 2, refus = 3 }
local opinions = { [0] = "favorable", "a_examiner", "incomplet", "defavorable" }

local function subjects(rule, dossier)
  return rule.on and dossier[rule.on] or { dossier }
end

local function applies(rule, dossier, subject)
  return rule.applies == nil or rule.applies(dossier, subject)
end

-- The worst effect on the whole, the worst of each expertise, and the ids that fail.
local function run_criteria(dossier)
  local whole, own, failed = 0, {}, {}
  for _, rule in ipairs(rules.criteria) do
    local fails = false
    for place, subject in ipairs(subjects(rule, dossier)) do
      if applies(rule, dossier, subject) and not rule.demands(dossier, subject) then
        fails = true
        local effect = effects[rule.effect]
        if rule.on == "expertises" then
          own[place] = math.max(own[place] or 0, effect)
        else
          whole = math.max(whole, effect)
        end
      end
    end
    if fails then
      failed[#failed + 1] = rule.id
    end
  end
  return whole, own, failed
end

local function points(dossier)
  local total = 0
  for _, rule in ipairs(rules.priorities) do
    for _, subject in ipairs(subjects(rule, dossier)) do
      if rule.applies(dossier, subject) then
        total = total + rule.points
        break
      end
    end
  end
  return total
end

-- The opinion, the points, and as texts the periods and the criteria that fail.
return function(dossier)
  local whole, own, failed = run_criteria(dossier)
  local opinion, periods
  for place, expertise in ipairs(dossier.expertises) do
    local worst = math.max(own[place] or 0, whole)
    opinion = (opinion == nil or opinion == opinions[worst]) and opinions[worst] or "partage"
    local period = ""
    if opinions[worst] ~= "defavorable" then
      local first, last = rules.validity(dossier, expertise)
      period = first .. " " .. last
    end
    periods = (periods or "") .. period .. ","
  end
  return opinion or opinions[whole], points(dossier), periods or "", table.concat(failed, " ")
end
