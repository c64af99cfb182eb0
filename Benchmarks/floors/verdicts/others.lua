-- The priorities, the flags and the calcul of `expe-ct` in plain Lua, for full verdicts.
-- SPDX-License-Identifier: MIT

local host, tables, reads = ...
local note, missing, read = host.note, host.missing, host.readings
local country_names, current, domain_of, exists, in_domain
  = reads.country_names, reads.current, reads.domain_of, reads.exists, reads.in_domain
local labels, nature, ours, written
  = reads.labels, reads.nature, reads.ours, reads.written

local presence_threshold, reminder_months = 10, 6
local threshold_parameter = '{"seuil_presence":{"valeur":10,"du":"2020-07-08"}}'
local reminder_parameter = '{"rappel_renouvellement":{"valeur":6,"du":"2020-07-08"}}'

local priority_origins = {
  collectivite_etrangere = true, ambassade = true, afd = true, expertise_france = true,
  operateur_public = true, ministere = true,
}

-- A whole number, its thousands set apart by a narrow space.
local function grouped(number)
  local digits = string.reverse(number)
  return string.reverse((string.gsub(digits, "(%d%d%d)(%d)", "%1\xAF\x80\xE2%2")))
end

local function presence_row(place, request)
  note(read.PRESENCE_COUNT, place)
  note(read.COUNTRY, place)
  return tables.presence_rows[request.pays]
end

local function presence_words(place, request)
  note(read.PRESENCE_UNIT, place)
  note(read.PRESENCE_AS_OF, place)
  note(read.PRESENCE_INVENTED, place)
  local row = tables.presence_rows[request.pays]
  local invented = row.exemple == "oui" and ", chiffre d’exemple" or ""
  local name, count = country_names[request.pays], grouped(row.nombre)
  return name, count, row.unite, row.au, invented, presence_threshold
end

local function country_name(_, request)
  return country_names[request.pays]
end

local function listed(rows, day)
  return rows ~= nil and exists(rows, function(row)
    return (row.du == nil or row.du <= day) and (row.jusqu_au == nil or day <= row.jusqu_au)
  end)
end

local function months_later(day, months)
  local count = day // 100 % 100 - 1 + months
  return host.years_later(day // 10000 * 10000 + (count % 12 + 1) * 100 + day % 100, count // 12)
end

-- In the order of the policy's files.
return reads.with_texts {
  {
    id = "SIG-03", kind = "flag",
    applies = function(dossier)
      local applicant = dossier.collectivite
      note(read.NATURE)
      if applicant.siren == nil then
        if applicant.nature ~= "metropole" then
          return false
        end
        missing(read.SIREN)
        return nil
      end
      note(read.SIREN)
      return applicant.siren == "200046977" and applicant.nature == "metropole"
    end,
  },
  {
    id = "SIG-04", kind = "flag",
    applies = function(dossier)
      note(read.NAME)
      note(read.NATURE)
      local its_nature = dossier.collectivite.nature
      return string.find(host.lower(dossier.collectivite.nom), "alsace", 1, true)
        and (its_nature == "departement" or its_nature == "statut_particulier")
    end,
    because = nature,
  },
  {
    id = "SIG-05", kind = "flag", on = "demandes",
    applies = function(dossier, request, place)
      note(read.COUNTRY, place)
      return listed(tables.pays_prioritaires[request.pays], dossier.depose_le)
    end,
    because = country_name,
  },
  {
    id = "CAL-01", kind = "calcul", name = "prochain_comite",
    otherwise = "aucun comité n’est annoncé",
    value = function(dossier)
      note(read.FILED)
      for _, committee in ipairs(tables.comites) do
        if dossier.depose_le < committee.limite and host.decision <= committee.date then
          return committee.date
        end
      end
    end,
  },
  {
    id = "SIG-07", kind = "flag", on = "expertises",
    applies = function(dossier, expertise, place)
      note(read.REQUEST)
      if dossier.nature_demande ~= "renouvellement" then
        return false
      end
      local held, domain = labels(dossier), expertise.domaine
      note(read.DOMAIN, place)
      note(read.FILED)
      return exists(held, function(label, which) return in_domain(label, which, domain) end)
        and not exists(held, function(label, which)
          return in_domain(label, which, domain) and current(label, which, dossier.depose_le)
        end)
    end,
    because = domain_of,
  },
  {
    id = "SIG-08", kind = "flag", parameters = reminder_parameter,
    applies = function(dossier)
      note(read.REQUEST)
      if dossier.nature_demande == "renouvellement" then
        return false
      end
      for place in ipairs(labels(dossier)) do
        note(read.EXPIRES, place)
      end
      local last = months_later(host.decision, reminder_months)
      return exists(dossier.labels, function(label, place)
        return ours(label, place) and host.decision <= label.expire_le and label.expire_le <= last
      end)
    end,
    because = function() return reminder_months end,
  },
  {
    id = "PRIO-01", kind = "priority", on = "demandes", points = 30,
    parameters = threshold_parameter,
    applies = function(_, request, place)
      return presence_row(place, request).nombre <= presence_threshold
    end,
    because = function(_, request, place) return presence_words(place, request) end,
  },
  {
    id = "PRIO-02", kind = "priority", on = "demandes", points = 40,
    applies = function(_, request, place)
      note(read.PRECISE, place)
      note(read.URGENT, place)
      note(read.ORIGIN, place)
      return request.precise and request.urgente and priority_origins[request.origine]
    end,
    because = function(_, request, place)
      note(read.COUNTRY, place)
      note(read.REQUESTER, place)
      note(read.ANSWER_BY, place)
      return country_names[request.pays], request.demandeur, written(request.reponse_attendue_le)
    end,
  },
  {
    id = "PRIO-03", kind = "priority", points = 10,
    applies = function(dossier)
      note(read.OBJECTIVES)
      return exists(dossier.objectifs, function(objective) return objective == "promotion" end)
    end,
  },
  {
    id = "SIG-01", kind = "flag", on = "demandes",
    applies = function(_, request, place)
      note(read.COUNTRY, place)
      note(read.MISSION_ON, place)
      return exists(tables.suspensions, function(row, which)
        if row.pays ~= request.pays then
          return false
        end
        note(read.SUSPENDED_COUNTRY, which)
        note(read.SUSPENDED_SINCE, which)
        return row.suspendue_le <= request.mission_prevue_le
      end)
    end,
    because = function(_, request)
      for _, row in ipairs(tables.suspensions) do
        if row.pays == request.pays then
          local mission = written(request.mission_prevue_le)
          return country_names[request.pays], written(row.suspendue_le), mission
        end
      end
    end,
  },
  {
    id = "SIG-02", kind = "flag", on = "demandes", parameters = threshold_parameter,
    applies = function(dossier, request, place)
      note(read.OBJECTIVES)
      local low = exists(dossier.objectifs, function(one) return one == "faible_presence" end)
      return presence_row(place, request).nombre > presence_threshold and low
    end,
    because = function(_, request, place) return presence_words(place, request) end,
  },
  {
    id = "SIG-06", kind = "flag", on = "demandes",
    applies = function(dossier, request, place)
      note(read.COUNTRY, place)
      return listed(tables.pma[request.pays], dossier.depose_le)
    end,
    because = country_name,
  },
}
