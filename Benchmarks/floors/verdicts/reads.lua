-- What the rules of verdicts share: reading a fact says so (`note`), as the verdict tells it.
-- SPDX-License-Identifier: MIT

local host, texts = ...
local note, read = host.note, host.readings

local country_names = {
  BF = "Burkina Faso", CN = "Chine", DE = "Allemagne", JP = "Japon", KG = "Kirghizstan",
  MD = "Moldavie", MG = "Madagascar", ML = "Mali", MN = "Mongolie", PY = "Paraguay", SN = "Sénégal",
}

local month_names = {
  "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
  "novembre", "décembre",
}

local function written(day)
  local number = day % 100
  local name = month_names[day // 100 % 100]
  return (number == 1 and "1er" or number) .. " " .. name .. " " .. day // 10000
end

local function exists(list, accepts)
  for place, item in ipairs(list) do
    if accepts(item, place) then
      return true
    end
  end
  return false
end

local function nature(dossier)
  note(read.NATURE)
  return dossier.collectivite.nature
end

local function bare(text)
  return host.lower(string.match(text, "^ *(.-) *$"))
end

local function same_name(left, right)
  return left == right or bare(left) == bare(right)
end

local function ours(label, place)
  note(read.LABEL_REGIME, place)
  return same_name(label.regime, "expe-ct")
end

local function in_domain(label, place, domain)
  note(read.LABEL_DOMAIN, place)
  return same_name(label.domaine, domain)
end

local function current(label, place, day)
  note(read.GRANTED, place)
  if label.accorde_le > day then
    return false
  end
  note(read.EXPIRES, place)
  return label.expire_le >= day
end

local function to_renew(label, place, domain, filed)
  return ours(label, place) and in_domain(label, place, domain) and current(label, place, filed)
end

-- The labels, and what a rule names besides as soon as there is one.
local function labels(dossier, ...)
  note(read.LABELS)
  if dossier.labels[1] then
    for _, reading in ipairs { ... } do
      note(reading)
    end
  end
  return dossier.labels
end

local function renews(dossier, domain)
  note(read.REQUEST)
  return dossier.nature_demande == "renouvellement"
    and exists(labels(dossier, read.FILED), function(label, place)
      return to_renew(label, place, domain, dossier.depose_le)
    end)
end

local function none_later(dossier, domain, label)
  return not exists(dossier.labels, function(other, place)
    return to_renew(other, place, domain, dossier.depose_le) and other.expire_le > label.expire_le
  end)
end

local function term(dossier, domain)
  for place, label in ipairs(dossier.labels) do
    if to_renew(label, place, domain, dossier.depose_le) and none_later(dossier, domain, label) then
      return label.expire_le
    end
  end
end

local function domain_of(_, expertise)
  return expertise.domaine
end

-- The sentence of a rule: its pieces, and what `because` gives between them.
local function sentence_of(rule)
  local pieces, because = texts[rule.id].pieces, rule.because
  if #pieces == 1 then
    return function() return pieces[1] end
  end
  return function(...)
    local values, parts = { because(...) }, { pieces[1] }
    for place, value in ipairs(values) do
      parts[#parts + 1] = value
      parts[#parts + 1] = pieces[place + 1]
    end
    return table.concat(parts)
  end
end

-- The rules with the texts that the policy gives them.
local function with_texts(rules)
  for _, rule in ipairs(rules) do
    local text = texts[rule.id]
    rule.title, rule.source, rule.effect = text.title, text.source, text.effect
    if #text.pieces > 0 then
      rule.sentence = sentence_of(rule)
    end
  end
  return rules
end

return {
  country_names = country_names,
  current = current,
  domain_of = domain_of,
  exists = exists,
  in_domain = in_domain,
  labels = labels,
  nature = nature,
  ours = ours,
  renews = renews,
  term = term,
  to_renew = to_renew,
  with_texts = with_texts,
  written = written,
}
