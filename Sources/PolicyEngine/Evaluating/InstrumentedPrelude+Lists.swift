// The list functions of the instrumented form, in Lua.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// Lists: an unknown element leaves open only what it could change.
    static let lists = #"""
        local function liste(v, fonction)
          local mt = getmetatable(v)
          if type(v) ~= "table" or (mt ~= nil and mt ~= Liste) then
            echec("« " .. fonction .. " » attend une liste, pas " .. nom_type(v))
          end
          return v
        end

        -- How many elements a list has.
        local function elements(v, fonction)
          if getmetatable(liste(v, fonction)) == Liste then return #v end
          return taille(v)
        end

        local function nombre(l)
          if u(l) then return l end
          if type(l) == "string" then return slen(l) end
          return elements(l, "nombre")
        end

        -- The machine's `pairs` goes by numbers, then by texts: nothing depends on addresses.
        local function cles_triees(t)
          local cles = {}
          for cle in pairs(t) do cles[#cles + 1] = cle end
          return cles
        end

        -- A record of values is sorted once for a dossier, not for each element; again when it changed.
        local function compare(f, e)
          if type(f) == "function" then
            local r = f(e)
            if r ~= true and r ~= false and not u(r) then
              echec("la condition sur un élément doit être vraie ou fausse, pas " .. nom_type(r))
            end
            return r
          end
          if u(f) then return f end
          -- The fields of a record of the dossier would tell which facts are absent.
          if type(f) ~= "table" or getmetatable(f) ~= nil then
            echec("le second argument doit être une fonction ou une fiche écrite dans le fichier")
          end
          local doute
          local cles = cles_du_motif[f]
          if not cles then
            cles = cles_triees(f)
            cles_du_motif[f] = cles
          end
          for i = 1, #cles do
            local cle = cles[i]
            local r = egal(pas(e, cle), f[cle])
            if u(r) then doute = doute and fusion(doute, r) or r
            elseif not r then return false end
          end
          if doute then return doute end
          return true
        end

        -- Whether an element fits a function or a record of values.
        local function convient(f, e)
          if not chemins_tables[e] then return compare(f, e) end
          local dehors, debut = essaie, en_attente
          essaie = true
          local r = compare(f, e)
          essaie = dehors
          if r == true then
            for i = debut + 1, en_attente, 3 do note(attente[i], attente[i + 1], attente[i + 2]) end
          end
          en_attente = debut
          return r
        end

        local function existe(l, f)
          if u(l) then return l end
          local amas
          for i = 1, elements(l, "existe") do
            local r = convient(f, l[i])
            if r == true then return true end
            if r then amas = Inconnu.recueille(amas, r) end
          end
          return Inconnu.recueilli(amas) or false
        end

        local function tous(l, f)
          if u(l) then return l end
          local amas
          for i = 1, elements(l, "tous") do
            local r = convient(f, l[i])
            if r == false then return false end
            if r ~= true then amas = Inconnu.recueille(amas, r) end
          end
          return Inconnu.recueilli(amas) or true
        end

        local function compte(l, f)
          if u(l) then return l end
          local n, amas = 0, nil
          for i = 1, elements(l, "compte") do
            local r = convient(f, l[i])
            if r == true then n = n + 1
            elseif r then amas = Inconnu.recueille(amas, r) end
          end
          return Inconnu.recueilli(amas) or n
        end

        local function somme(l, f)
          if u(l) then return l end
          local total, amas = 0, nil
          for i = 1, elements(l, "somme") do
            local v = f(l[i])
            if u(v) then amas = Inconnu.recueille(amas, v)
            elseif not amas then total = opere(total, "+", v) end
          end
          return Inconnu.recueilli(amas) or total
        end

        local function premier(l, f, ...)
          if u(l) then return l end
          for i = 1, elements(l, "premier") do
            local r = convient(f, l[i])
            if r then
              if r == true then return l[i] end
              return r
            end
          end
          if select("#", ...) > 0 then return (...) end
          rien_ne_convient = true
          echec("« premier » n’a trouvé aucun élément qui convienne")
        end

        local function parmi(x, l)
          if u(l) then return l end
          if getmetatable(l) == Table then
            if u(x) then return x end
            if ligne(l, x) then return true end
            if l.complete then return false end
            return inconnu(l.nom .. "[" .. texte_cle(x) .. "]")
          end
          local amas
          for i = 1, elements(l, "parmi") do
            local r = egal(x, l[i])
            if r == true then return true end
            if r then amas = Inconnu.recueille(amas, r) end
          end
          return Inconnu.recueilli(amas) or false
        end

        local function entre(x, a, b)
          return et(inf_egal(a, x), function() return inf_egal(x, b) end)
        end
        """#
}
