// The operations of the instrumented form, in Lua: unknowns, facts, days, lists and rule runs.
// SPDX-License-Identifier: MIT

/// The trusted Lua text that gives the instrumented form its meaning.
///
/// An unknown is a table of paths under the metatable `Inconnu`; facts are tables under `Fait`,
/// with their paths kept aside; days and durations are interned values.
enum InstrumentedPrelude {
    /// The whole text, in the order in which its parts need one another.
    static let text = [
        values, facts, operators, lists, library, standard, rules, direct, directLibrary, entry,
    ].joined(separator: "\n")

    /// The text for a machine that also tells what unknown facts are compared with.
    static let probingText = [
        values, facts, operators, lists, library, standard, probe, rules, probeEntry, direct,
        directLibrary, entry,
    ].joined(separator: "\n")

    // MARK: - Unknowns, days and durations

    private static let values = #"""
        local hote = ...
        local type, getmetatable, setmetatable = type, getmetatable, setmetatable
        local rawequal, rawget, next, select = rawequal, rawget, next, select
        local tostring, tonumber, error = tostring, tonumber, error
        local mtype = math.type
        local tconcat, ssub, slen, sbyte = table.concat, string.sub, string.len, string.byte
        local abandon, attempt, spend = abandon, attempt, spend

        local Inconnu, Jour, Duree, Fait, Liste, Table = {}, {}, {}, {}, {}, {}

        -- The run at hand: its day and rounding, the paths seen, and what it has to report. What
        -- most runs do not report stays nil.
        local jour_retenu, arrondi
        local vus, lus, absents, vides, hypotheses, noeuds, rien_ne_convient

        local function echec(message) error({ message = message }, 0) end
        -- Work on long texts, which Lua counts as one instruction, is paid by its size.
        local function paie(octets) spend(octets // 8) end
        local function u(v) return getmetatable(v) == Inconnu end

        local function inconnu(...) return setmetatable({ ... }, Inconnu) end
        -- Calling what an unknown key would have found is unknown too.
        function Inconnu.__call(doute) return doute end

        -- The results of a call for `n` names: one unknown stands for all that it could have given.
        local etale
        function etale(n, v, ...)
          if n > 1 and u(v) and select("#", ...) == 0 then return v, etale(n - 1, v) end
          return v, ...
        end

        -- The unknown that two values make; either may be known.
        local function fusion(a, b)
          if not u(a) then return b end
          if not u(b) or rawequal(a, b) then return a end
          local vus, tous = {}, {}
          for _, source in ipairs({ a, b }) do
            for i = 1, #source do
              local chemin = source[i]
              if not vus[chemin] then
                vus[chemin] = true
                tous[#tous + 1] = chemin
              end
            end
          end
          return setmetatable(tous, Inconnu)
        end

        -- Gathers the unknowns of a walk, each path once, in time that grows with their number: to fuse
        -- them one by one would copy the paths of all those before. `amas` is nil for none so far.
        function Inconnu.recueille(amas, doute)
          if not amas then return { seul = doute } end
          local tous, vus = amas.tous, amas.vus
          if not tous then
            if rawequal(amas.seul, doute) then return amas end
            tous, vus = setmetatable({}, Inconnu), {}
            amas.tous, amas.vus = tous, vus
            Inconnu.recueille(amas, amas.seul)
          end
          for i = 1, #doute do
            local chemin = doute[i]
            if not vus[chemin] then
              vus[chemin] = true
              tous[#tous + 1] = chemin
            end
          end
          return amas
        end
        -- The unknown that was gathered; nil for none.
        function Inconnu.recueilli(amas) return amas and (amas.tous or amas.seul) end

        local function premier_inconnu(...)
          local amas
          for i = 1, select("#", ...) do
            local v = (select(i, ...))
            if u(v) then amas = Inconnu.recueille(amas, v) end
          end
          return Inconnu.recueilli(amas)
        end

        -- The host makes facts under these tables; a record of the dossier keeps its number under
        -- `IDENTITE`, a row of a table a number below 0.
        local jours_faits = setmetatable({}, { __mode = "v" })
        local IDENTITE = shapes(Fait, Liste, Jour, jours_faits)
        -- The direct form knows no unknown: reading what is absent leaves the run.
        Fait.__index = abandon
        local function jour_de(n)
          if n < 1 or n > 3652059 then echec("le jour obtenu sort du calendrier (années 1 à 9999)") end
          local j = jours_faits[n]
          if not j then
            j = setmetatable({ n = n }, Jour)
            jours_faits[n] = j
            return j
          end
          -- As many instructions as to make it: a budget must not depend on the dossiers before.
          local _ = n + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
          return j
        end
        -- Longer than the calendar, either way: a sum that goes on would turn round past the integers.
        local function duree(nature, n)
          if n > 48000000 or n < -48000000 then echec("la durée obtenue est démesurée") end
          return setmetatable({ nature = nature, n = n }, Duree)
        end

        local noms = { number = "un nombre", string = "un texte", boolean = "un booléen",
          ["function"] = "une fonction", ["nil"] = "rien" }
        local function nom_type(v)
          local mt = getmetatable(v)
          if mt == Jour then return "un jour" end
          if mt == Duree then return v.nature == "mois" and "une durée en mois" or "une durée en jours" end
          if mt == Table then return "une table" end
          return noms[type(v)] or (mt == Liste and "une liste") or "une fiche ou une liste"
        end
        """#

    // MARK: - Facts and tables

    private static let facts = #"""
        local chemins = {}
        -- The run in which each table was made: 0 while files load.
        local ages = setmetatable({}, { __mode = "k" })
        local course = 0
        local chemins_tables = setmetatable({}, { __mode = "k" })

        -- The paths of the fields read so far of each table of the dossier and of its rows.
        local champs = {}

        local function chemin_de(t) return chemins[t] or chemins_tables[t] end
        local function sous(chemin, cle)
          if mtype(cle) then return chemin .. "[" .. tostring(cle) .. "]" end
          if chemin == "" then return cle end
          return chemin .. "." .. cle
        end
        local function chemin_du_champ(t, cle)
          local connus = champs[t]
          if not connus then
            connus = {}
            champs[t] = connus
          end
          local chemin = connus[cle]
          if not chemin then
            chemin = sous(chemin_de(t), cle)
            connus[cle] = chemin
          end
          return chemin
        end

        -- Remembers where the tables of the dossier stand.
        local function situe(v, chemin)
          chemins[v] = chemin
          for cle, fait in next, v do
            if type(fait) == "table" and getmetatable(fait) ~= Jour then situe(fait, sous(chemin, cle)) end
          end
        end

        -- The lists of the file found without holes, with their lengths.
        local suites = setmetatable({}, { __mode = "k" })
        -- The length of a list of the file, nil when it has holes: with them, "#" differs from
        -- process to process.
        local function suite(t)
          local n = #t
          if suites[t] == n then return n end
          local places, derniere = 0, 0
          for cle in next, t do
            if mtype(cle) == "integer" and cle > 0 then
              places = places + 1
              if cle > derniere then derniere = cle end
            end
          end
          if places ~= n or derniere ~= n then return nil end
          suites[t] = n
          return n
        end
        local function taille(t)
          return suite(t)
            or echec("cette liste a des trous : ses éléments ne se suivent pas à partir de 1")
        end

        -- What the host is shown of a value: itself, or a mark and a number.
        local inconnue, opaque = { "inconnue" }, { "opaque" }
        local function valeur(v)
          local t = type(v)
          if t == "number" or t == "string" or t == "boolean" then return v end
          local mt = getmetatable(v)
          if mt == Inconnu then return inconnue end
          if mt == Jour then return { "jour", v.n } end
          if mt == Duree then return { v.nature, v.n } end
          if mt == Liste or (t == "table" and mt == nil and (v[1] ~= nil or next(v) == nil)) then
            return { "liste", mt == Liste and #v or taille(v) }
          end
          return opaque
        end

        -- The texts that a policy makes for a verdict are bounded; facts are shown as they are.
        local function exige_courts(octets)
          if octets > 65536 then echec("le texte obtenu est trop long") end
        end
        local function court_montre(v)
          if type(v) == "string" then exige_courts(#v) end
          return valeur(v)
        end

        -- Facts read are noted once, lists by themselves and records not at all. Of a table that is
        -- walked, only the cells of the rows that fit are noted.
        local function note(t, cle, v)
          if type(v) == "table" then
            local mt = getmetatable(v)
            if mt ~= Jour and mt ~= Liste then return end
          end
          local chemin = chemin_du_champ(t, cle)
          if vus[chemin] then return end
          vus[chemin] = true
          local n = #lus
          lus[n + 1], lus[n + 2] = chemin, valeur(v)
        end
        -- The cells of the row being tried: tables, keys and values, from 1 to `en_attente`.
        local attente, en_attente, essaie = {}, 0, false
        local function retient(t, cle, v)
          local n = en_attente
          attente[n + 1], attente[n + 2], attente[n + 3] = t, cle, v
          en_attente = n + 3
        end

        local function ligne(t, cle)
          local candidates = t.lignes[cle]
          if candidates then
            for i = 1, #candidates do
              local c = candidates[i]
              if c.du <= jour_retenu and jour_retenu <= c.au then return c.fiche end
            end
          end
        end

        local function texte_cle(cle)
          local t = type(cle)
          if t == "string" then
            if #cle > 1000 then echec("une clé est trop longue") end
            return cle
          end
          if getmetatable(cle) == Jour then return hote.iso(cle.n) end
          if t ~= "number" and t ~= "boolean" then
            echec("une clé doit être un texte, un nombre ou un jour, pas " .. nom_type(cle))
          end
          return tostring(cle)
        end

        local function pas(t, cle)
          local mt = getmetatable(t)
          if mt == Fait or mt == Liste then
            local v = rawget(t, cle)
            if v ~= nil then
              if essaie and chemins_tables[t] then retient(t, cle, v) else note(t, cle, v) end
              return v
            end
            if u(cle) then return cle end
            return inconnu(sous(chemin_de(t), mtype(cle) and cle or texte_cle(cle)))
          end
          if mt == Inconnu then return t end
          if u(cle) then return cle end
          if mt == Table then
            return ligne(t, cle) or inconnu(t.nom .. "[" .. texte_cle(cle) .. "]")
          end
          if type(t) ~= "table" or mt == Jour or mt == Duree then
            echec("on ne lit pas un champ dans " .. nom_type(t))
          end
          if type(cle) == "string" and #cle > 1000 then paie(#cle) end
          return t[cle]
        end

        -- A chain of one key or more.
        local function get(t, cle, ...)
          t = pas(t, cle)
          if select("#", ...) > 0 then return get(t, ...) end
          return t
        end

        -- A table is changed only in the run that made it: nothing passes from one to the next.
        local function neuve(t)
          ages[t] = course
          return t
        end

        -- A table whose keys are computed: unknown keys make it unknown as a whole, in the order of
        -- their paths and not of the table.
        local function fiche(t)
          local chemins, vus = {}, {}
          for cle in next, t do
            if u(cle) then
              for i = 1, #cle do
                if not vus[cle[i]] then
                  vus[cle[i]] = true
                  chemins[#chemins + 1] = cle[i]
                end
              end
            end
          end
          if #chemins > 0 then
            table.sort(chemins)
            return setmetatable(chemins, Inconnu)
          end
          return neuve(t)
        end

        -- The keys of the records of values that elements were compared with.
        local cles_du_motif = setmetatable({}, { __mode = "k" })
        local function modifiable(t, fonction)
          if ages[t] ~= course then echec(fonction .. " : cette table est en lecture seule ici") end
          cles_du_motif[t] = nil
          return t
        end

        -- An unknown place of a list makes the whole list unknown.
        local function devient_inconnue(t, doute)
          for cle in next, t do t[cle] = nil end
          for i = 1, #doute do t[i] = doute[i] end
          return setmetatable(t, Inconnu)
        end

        local function set(t, cle, v)
          if u(t) then return end
          if type(t) ~= "table" then echec("on n’écrit pas dans " .. nom_type(t)) end
          modifiable(t, "affectation")
          if cle == nil or cle ~= cle then echec("une clé de table est vide") end
          local n = suites[t]
          if n and mtype(cle) then
            if cle == n + 1 and v ~= nil then
              suites[t] = n + 1
            elseif v == nil or cle > n then
              suites[t] = nil
            end
          end
          if type(cle) == "string" and #cle > 1000 then paie(#cle) end
          t[cle] = v
        end
        """#
}
