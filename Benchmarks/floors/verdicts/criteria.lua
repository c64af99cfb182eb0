-- The criteria and the validities of `expe-ct` in plain Lua, for full verdicts.
-- SPDX-License-Identifier: MIT

-- `lua_verdicts.c` calls a rule on the dossier and, where `on` says so, on an item and its place.
-- `because` gives what stands between the pieces of the rule's sentence.

local host, tables, reads = ...
local note, missing, absent, read = host.note, host.missing, host.absent, host.readings
local country_names, current, domain_of, exists, in_domain
  = reads.country_names, reads.current, reads.domain_of, reads.exists, reads.in_domain
local labels, nature, ours, renews, term
  = reads.labels, reads.nature, reads.ours, reads.renews, reads.term
local to_renew, written
  = reads.to_renew, reads.written

local minimum_references, label_years = 1, 3
local references_parameter = '{"references_minimum":{"valeur":1,"du":"2011-02-04"}}'
local years_parameter = '{"duree_label":{"valeur":3,"du":"2020-07-08"}}'

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

-- A text that is neither absent nor blank; else it is named as missing.
local function filled(text, reading, place)
  if text == nil then
    absent(reading, place)
    return false
  end
  note(reading, place)
  if string.find(text, "%S") then
    return true
  end
  missing(reading, place)
  return false
end

local function has_status(expertise, status)
  return exists(expertise.experts, function(expert) return expert.statut == status end)
end

local function row_of_code(dossier)
  return exists(tables.formes_juridiques_rows, function(row, place)
    if row.code == dossier.collectivite.categorie_juridique then
      note(read.FORM_CODE, place)
      return true
    end
  end)
end

local function row_that_agrees(dossier)
  return exists(tables.formes_juridiques_rows, function(row, place)
    local applicant = dossier.collectivite
    if row.code == applicant.categorie_juridique and row.nature == applicant.nature then
      note(read.FORM_CODE, place)
      note(read.FORM_NATURE, place)
      return true
    end
  end)
end

-- In the order of the policy's files.
return reads.with_texts {
  {
    id = "DEM-01", kind = "criterion", on = "demandes",
    demands = function(_, request, place)
      note(read.ORIGIN, place)
      return request.origine ~= "etat_etranger"
    end,
    because = function(_, request, place)
      note(read.COUNTRY, place)
      return country_names[request.pays]
    end,
  },
  {
    id = "ELIG-02", kind = "criterion",
    demands = function(dossier) return nature(dossier) ~= "service_etat" end,
  },
  {
    id = "ELIG-03", kind = "criterion",
    demands = function(dossier) return nature(dossier) ~= "collectivite_etrangere" end,
  },
  {
    id = "EXP-01", kind = "criterion",
    demands = function(dossier)
      note(read.EXPERTISES)
      return #dossier.expertises >= 1
    end,
  },
  {
    id = "EXP-02", kind = "criterion", on = "expertises",
    demands = function(_, expertise, place)
      return filled(expertise.domaine, read.DOMAIN, place)
    end,
    because = function(_, expertise, place)
      note(read.TITLE, place)
      return expertise.intitule
    end,
  },
  {
    id = "EXP-03", kind = "criterion", on = "expertises",
    demands = function(_, expertise, place)
      return filled(expertise.savoir_faire, read.KNOW_HOW, place)
    end,
  },
  {
    id = "EXP-04", kind = "criterion", on = "expertises", parameters = references_parameter,
    demands = function(_, expertise, place)
      note(read.REFERENCES, place)
      return #expertise.references >= minimum_references
    end,
    because = function(_, expertise) return #expertise.references, minimum_references end,
  },
  {
    id = "EXP-05", kind = "criterion", on = "expertises",
    demands = function(_, expertise, place)
      note(read.EXPERTS, place)
      if #expertise.experts > 0 then
        return true
      end
      missing(read.EXPERTS, place)
      return false
    end,
  },
  {
    id = "EXP-06", kind = "criterion", on = "expertises",
    demands = function(_, expertise, place)
      return filled(expertise.conditions, read.CONDITIONS, place)
    end,
  },
  {
    id = "IDENT-01", kind = "criterion",
    applies = function(dossier)
      local its_nature = nature(dossier)
      return not associations[its_nature] and its_nature ~= "collectivite_etrangere"
    end,
    demands = function(dossier) return filled(dossier.collectivite.siren, read.SIREN) end,
  },
  {
    id = "IDENT-02", kind = "criterion",
    applies = function(dossier) return associations[nature(dossier)] end,
    demands = function(dossier)
      local applicant = dossier.collectivite
      if filled(applicant.siren, read.SIREN) then
        if applicant.rna then
          note(read.RNA)
        end
        return true
      end
      return filled(applicant.rna, read.RNA)
    end,
  },
  {
    id = "IDENT-03", kind = "criterion",
    applies = function(dossier) return nature(dossier) == "commune" end,
    demands = function(dossier) return filled(dossier.collectivite.code_insee, read.INSEE) end,
    because = function(dossier)
      note(read.NAME)
      return dossier.collectivite.nom
    end,
  },
  {
    id = "IDENT-04", kind = "criterion",
    applies = function(dossier)
      if dossier.collectivite.categorie_juridique == nil then
        absent(read.CATEGORY)
        return false
      end
      note(read.CATEGORY)
      return row_of_code(dossier)
    end,
    demands = function(dossier)
      note(read.NATURE)
      return row_that_agrees(dossier)
    end,
    because = function(dossier)
      return dossier.collectivite.categorie_juridique, dossier.collectivite.nature
    end,
  },
  {
    id = "ELIG-01", kind = "criterion",
    applies = function(dossier) return not refused[nature(dossier)] end,
    demands = function(dossier)
      local its_nature = dossier.collectivite.nature
      return communities[its_nature] or associations[its_nature]
    end,
    because = nature,
  },
  {
    id = "EXP-07", kind = "criterion", on = "expertises",
    applies = function(_, expertise, place)
      note(read.EXPERTS, place)
      return #expertise.experts >= 1
    end,
    demands = function(_, expertise, place)
      for inner in ipairs(expertise.experts) do
        note(read.STATUS, place, inner)
      end
      return has_status(expertise, "elu") or has_status(expertise, "agent")
    end,
  },
  {
    id = "LAB-01", kind = "criterion", on = "expertises",
    demands = function(dossier, expertise, place)
      note(read.LABELS)
      return not exists(dossier.labels, function(label, which)
        note(read.DOMAIN, place)
        note(read.FILED)
        return not ours(label, which)
          and in_domain(label, which, expertise.domaine)
          and current(label, which, dossier.depose_le)
      end)
    end,
    because = domain_of,
  },
  {
    id = "LAB-02", kind = "criterion", on = "expertises",
    applies = function(dossier)
      note(read.REQUEST)
      return dossier.nature_demande == "renouvellement"
    end,
    demands = function(dossier, expertise, place)
      note(read.LABELS)
      return exists(dossier.labels, function(label, which)
        note(read.DOMAIN, place)
        return in_domain(label, which, expertise.domaine)
      end)
    end,
    because = function(_, expertise, place)
      note(read.DOMAIN, place)
      return expertise.domaine
    end,
  },
  {
    id = "LAB-03", kind = "criterion",
    applies = function(dossier)
      note(read.REQUEST)
      return dossier.nature_demande == "extension"
    end,
    demands = function(dossier)
      return exists(labels(dossier, read.FILED), function(label, place)
        return ours(label, place) and current(label, place, dossier.depose_le)
      end)
    end,
  },
  {
    id = "LAB-04", kind = "criterion", on = "expertises",
    applies = function(dossier)
      note(read.REQUEST)
      return dossier.nature_demande ~= "renouvellement"
    end,
    demands = function(dossier, expertise, place)
      note(read.LABELS)
      return not exists(dossier.labels, function(label, which)
        note(read.DOMAIN, place)
        note(read.FILED)
        return to_renew(label, which, expertise.domaine, dossier.depose_le)
      end)
    end,
    because = function(dossier, expertise)
      return expertise.domaine, written(term(dossier, expertise.domaine))
    end,
  },
  {
    id = "VAL-01", kind = "validity", on = "expertises", parameters = years_parameter,
    applies = function(dossier, expertise, place)
      note(read.DOMAIN, place)
      return not renews(dossier, expertise.domaine)
    end,
    period = function()
      local last = host.previous_day(host.years_later(host.decision, label_years))
      return host.decision, last
    end,
  },
  {
    id = "VAL-02", kind = "validity", on = "expertises", parameters = years_parameter,
    applies = function(dossier, expertise, place)
      note(read.DOMAIN, place)
      return renews(dossier, expertise.domaine)
    end,
    period = function(dossier, expertise)
      local last = term(dossier, expertise.domaine)
      local begin = last >= host.decision and host.next_day(last) or host.decision
      return begin, host.previous_day(host.years_later(begin, label_years))
    end,
  },
}
