-- The rules of `expe-ct` in plain Lua, without explanations, for hosts that know no unknowns.
-- SPDX-License-Identifier: MIT

-- The host gives the tables and what it does better than Lua: `lower(text)`, `next_day(day)`,
-- `previous_day(day)`, `years_later(day, years)`, `decision`. Days are any values that compare.
-- A criterion receives the dossier and the expertise or the request that `on` names.

local host, tables = ...

local presence, legal_forms = tables.presence, tables.formes_juridiques
local presence_threshold, minimum_references, label_years = 10, 1, 3

local function set(names)
  local members = {}
  for _, name in ipairs(names) do
    members[name] = true
  end
  return members
end

local communities = set {
  "commune", "departement", "region", "statut_particulier", "collectivite_outre_mer",
  "communaute_communes", "communaute_agglomeration", "communaute_urbaine", "metropole",
  "etablissement_public_territorial", "syndicat_communes", "syndicat_mixte", "petr",
  "pole_metropolitain",
}
local associations = set { "association_collectivites", "association_thematique", "reseau" }
local refused = set { "service_etat", "collectivite_etrangere" }
local priority_origins = set {
  "collectivite_etrangere", "ambassade", "afd", "expertise_france", "operateur_public", "ministere",
}

local function filled(text)
  return text ~= nil and string.find(text, "%S") ~= nil
end

local function exists(list, accepts)
  for _, item in ipairs(list) do
    if accepts(item) then
      return true
    end
  end
  return false
end

local function bare(text)
  return host.lower(string.match(text, "^ *(.-) *$"))
end

local function same_name(left, right)
  return left == right or bare(left) == bare(right)
end

local function ours(label)
  return same_name(label.regime, "expe-ct")
end

local function current(label, day)
  return label.accorde_le <= day and label.expire_le >= day
end

local function to_renew(label, domain, filed)
  return current(label, filed) and same_name(label.domaine, domain) and ours(label)
end

local function renews(dossier, domain)
  return dossier.nature_demande == "renouvellement" and exists(dossier.labels, function(label)
    return to_renew(label, domain, dossier.depose_le)
  end)
end

local function term(dossier, domain)
  local latest
  for _, label in ipairs(dossier.labels) do
    if to_renew(label, domain, dossier.depose_le) and (not latest or label.expire_le > latest) then
      latest = label.expire_le
    end
  end
  return latest
end

local criteria = {
  {
    id = "DEM-01", on = "demandes", effect = "examen",
    demands = function(_, request) return request.origine ~= "etat_etranger" end,
  },
  {
    id = "ELIG-01", effect = "examen",
    applies = function(dossier) return not refused[dossier.collectivite.nature] end,
    demands = function(dossier)
      local nature = dossier.collectivite.nature
      return communities[nature] or associations[nature]
    end,
  },
  {
    id = "ELIG-02", effect = "refus",
    demands = function(dossier) return dossier.collectivite.nature ~= "service_etat" end,
  },
  {
    id = "ELIG-03", effect = "refus",
    demands = function(dossier) return dossier.collectivite.nature ~= "collectivite_etrangere" end,
  },
  {
    id = "EXP-01", effect = "piece",
    demands = function(dossier) return #dossier.expertises >= 1 end,
  },
  {
    id = "EXP-02", on = "expertises", effect = "piece",
    demands = function(_, expertise) return filled(expertise.domaine) end,
  },
  {
    id = "EXP-03", on = "expertises", effect = "piece",
    demands = function(_, expertise) return filled(expertise.savoir_faire) end,
  },
  {
    id = "EXP-04", on = "expertises", effect = "piece",
    demands = function(_, expertise) return #expertise.references >= minimum_references end,
  },
  {
    id = "EXP-05", on = "expertises", effect = "piece",
    demands = function(_, expertise) return #expertise.experts > 0 end,
  },
  {
    id = "EXP-06", on = "expertises", effect = "piece",
    demands = function(_, expertise) return filled(expertise.conditions) end,
  },
  {
    id = "EXP-07", on = "expertises", effect = "examen",
    applies = function(_, expertise) return #expertise.experts >= 1 end,
    demands = function(_, expertise)
      return exists(expertise.experts, function(expert)
        return expert.statut == "elu" or expert.statut == "agent"
      end)
    end,
  },
  {
    id = "IDENT-01", effect = "piece",
    applies = function(dossier)
      local nature = dossier.collectivite.nature
      return not associations[nature] and nature ~= "collectivite_etrangere"
    end,
    demands = function(dossier) return filled(dossier.collectivite.siren) end,
  },
  {
    id = "IDENT-02", effect = "piece",
    applies = function(dossier) return associations[dossier.collectivite.nature] end,
    demands = function(dossier)
      return filled(dossier.collectivite.siren) or filled(dossier.collectivite.rna)
    end,
  },
  {
    id = "IDENT-03", effect = "piece",
    applies = function(dossier) return dossier.collectivite.nature == "commune" end,
    demands = function(dossier) return filled(dossier.collectivite.code_insee) end,
  },
  {
    id = "IDENT-04", effect = "piece",
    applies = function(dossier)
      local category = dossier.collectivite.categorie_juridique
      return category ~= nil and legal_forms[category] ~= nil
    end,
    demands = function(dossier)
      return legal_forms[dossier.collectivite.categorie_juridique][dossier.collectivite.nature]
    end,
  },
  {
    id = "LAB-01", on = "expertises", effect = "examen",
    demands = function(dossier, expertise)
      return not exists(dossier.labels, function(label)
        return not ours(label)
          and same_name(label.domaine, expertise.domaine)
          and current(label, dossier.depose_le)
      end)
    end,
  },
  {
    id = "LAB-02", on = "expertises", effect = "piece",
    applies = function(dossier) return dossier.nature_demande == "renouvellement" end,
    demands = function(dossier, expertise)
      return exists(dossier.labels, function(label)
        return same_name(label.domaine, expertise.domaine)
      end)
    end,
  },
  {
    id = "LAB-03", effect = "piece",
    applies = function(dossier) return dossier.nature_demande == "extension" end,
    demands = function(dossier)
      return exists(dossier.labels, function(label)
        return ours(label) and current(label, dossier.depose_le)
      end)
    end,
  },
  {
    id = "LAB-04", on = "expertises", effect = "examen",
    applies = function(dossier) return dossier.nature_demande ~= "renouvellement" end,
    demands = function(dossier, expertise)
      return not exists(dossier.labels, function(label)
        return to_renew(label, expertise.domaine, dossier.depose_le)
      end)
    end,
  },
}

local priorities = {
  {
    on = "demandes", points = 30,
    applies = function(_, request) return presence[request.pays] <= presence_threshold end,
  },
  {
    on = "demandes", points = 40,
    applies = function(_, request)
      return request.precise and request.urgente and priority_origins[request.origine]
    end,
  },
  {
    points = 10,
    applies = function(dossier)
      return exists(dossier.objectifs, function(objective) return objective == "promotion" end)
    end,
  },
}

-- The first day and the last day of the label for an expertise.
local function validity(dossier, expertise)
  local begin = host.decision
  if renews(dossier, expertise.domaine) then
    local last = term(dossier, expertise.domaine)
    begin = last >= host.decision and host.next_day(last) or host.decision
  end
  return begin, host.previous_day(host.years_later(begin, label_years))
end

return { criteria = criteria, priorities = priorities, validity = validity }
