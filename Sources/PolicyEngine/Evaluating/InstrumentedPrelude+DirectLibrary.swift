// What a rule of the direct form can call, in Lua.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// The functions of the library without their care for unknowns, and days under operators.
    static let directLibrary = #"""
        do
          local count_entries = count_entries
          local function sans_inconnu(source, cible)
            for nom, f in next, source do
              if type(f) == "table" then cible[nom] = sans_inconnu(f, {})
              else cible[nom] = nues[f] or f end
            end
            return cible
          end
          sans_inconnu(bib, bib_directe)
          local directe = bib_directe
          local nommes = elements
          -- The lengths of the lists of the file: no table changes once the files are loaded.
          local longueurs = setmetatable({}, { __mode = "k" })
          -- How many elements a list has; that they will be walked is paid here.
          local function elements(l, fonction)
            local n = count_entries(l)
            if not n then
              n = longueurs[l]
              if not n then
                n = nommes(l, fonction)
                if not chargement then longueurs[l] = n end
              end
              spend(n)
            end
            return n
          end

          for _, nom in ipairs({ "insert", "remove", "sort" }) do
            local f = table[nom]
            directe.table[nom] = function(...)
              D.ecrit()
              return f(...)
            end
          end
          function directe.require(nom) return D.modules[nom] or abandon() end

          -- A record of values that is no literal: its keys in the order of their texts.
          local function fiche_convient(f, e)
            if type(f) ~= "table" or getmetatable(f) ~= nil then abandon() end
            local cles = cles_triees(f)
            for i = 1, #cles do
              if D.lis(e, cles[i]) ~= f[cles[i]] then return false end
            end
            return true
          end
          local function essai(f, e)
            if type(f) ~= "function" then return fiche_convient(f, e) end
            local r = f(e)
            if r ~= true and r ~= false then abandon() end
            return r
          end
          -- The cells of a row count only when it fits.
          local function convient_directement(f, e)
            local identite = note_tout and type(e) == "table" and e[IDENTITE]
            if not identite or identite > 0 then return essai(f, e) end
            return try_row(type(f) == "function" and f or function(l) return essai(f, l) end, e)
          end

          function directe.existe(l, f)
            for i = 1, elements(l, "existe") do
              if convient_directement(f, l[i]) then return true end
            end
            return false
          end
          local find_row
          function directe.tous(l, f)
            for i = 1, elements(l, "tous") do
              if not convient_directement(f, l[i]) then return false end
            end
            return true
          end
          function directe.compte(l, f)
            local n = 0
            for i = 1, elements(l, "compte") do
              if convient_directement(f, l[i]) then n = n + 1 end
            end
            return n
          end
          function directe.somme(l, f)
            local total = 0
            for i = 1, elements(l, "somme") do total = total + f(l[i]) end
            return total
          end
          function directe.premier(l, f, ...)
            if note_tout and listes_de_lignes[l] and type(f) == "function" then
              local trouvee = find_row(l, f)
              if trouvee then return trouvee end
              if select("#", ...) > 0 then return (...) end
              abandon(RIEN)
            end
            for i = 1, elements(l, "premier") do
              if convient_directement(f, l[i]) then return l[i] end
            end
            if select("#", ...) > 0 then return (...) end
            abandon(RIEN)
          end
          function directe.parmi(x, l)
            if getmetatable(l) == Table then
              if ligne(l, x) then return true end
              return not l.complete and abandon()
            end
            for i = 1, elements(l, "parmi") do
              if l[i] == x then return true end
            end
            return false
          end
          function directe.nombre(l)
            if getmetatable(l) == Liste then return #l end
            return nombre(l)
          end
          -- Where the rows of a list hold each value of a column; false where that must be looked at
          -- row by row, since one has no such cell or the list is of something else.
          local places_connues = setmetatable({}, { __mode = "k" })
          local function places(l, colonne)
            if not listes_de_lignes[l] then return false end
            local trouvees = {}
            for i = 1, #l do
              local v = rawget(l[i], colonne)
              if v == nil then
                trouvees = false
                break
              end
              trouvees[v] = trouvees[v] or {}
              trouvees[v][#trouvees[v] + 1] = i
            end
            places_connues[l] = places_connues[l] or {}
            places_connues[l][colonne] = trouvees
            return trouvees
          end
          local sur_listes = list_functions(elements, longueurs, places_connues, places, directe.existe,
            directe.parmi, directe.nombre, listes_de_lignes)
          directe.existe, directe.parmi = sur_listes.any_entry, sur_listes.has_entry
          directe.nombre, find_row = sur_listes.entry_count, sur_listes.find_row
          D.existe_fiche, D.nombre = sur_listes.any_match, sur_listes.entry_count
          function directe.entre(x, a, b) return a <= x and x <= b end
          function directe.connu(x) return x ~= nil end
          function directe.renseigne(x)
            if x == nil then return false end
            return not (type(x) == "string" and blanc(x)
              or getmetatable(x) == Liste and #x == 0)
          end
          function directe.defaut(x, v)
            if x == nil then return v end
            return x
          end
          function directe.si_sinon(c, a, b)
            if c then return a end
            return b
          end

          -- Long texts end the budget before they meet the limits of the other form.
          directe.minuscules, directe.majuscules = utf8.lower, utf8.upper
          directe.commence_par, directe.string.sub = starts_with, part

          -- What Swift was asked already: the same days and countries come again and again.
          do
            local noms_de_pays = {}
            function directe.nom_pays(code)
              local nom = noms_de_pays[code]
              if not nom then
                nom = bib.nom_pays(code)
                if nom ~= code then noms_de_pays[code] = nom end
              end
              return nom
            end
          end
          do
            local jours_ecrits, combien = {}, 0
            function directe.jour(t)
              local j = jours_ecrits[t]
              if j then return j end
              j = jour_de(hote.lit_jour(exige_type(t, "string", "jour")))
              if combien == 1000 then jours_ecrits, combien = {}, 0 end
              jours_ecrits[t], combien = j, combien + 1
              return j
            end
          end
          do
            local combien = 0
            local function garde_les_durees(nom)
              local fait, connues = directe[nom], {}
              directe[nom] = function(n)
                local d = connues[n]
                if not d then
                  d = fait(n)
                  if combien < 1000 then connues[n], combien = d, combien + 1 end
                end
                return d
              end
            end
            garde_les_durees("ans")
            garde_les_durees("mois")
            garde_les_durees("jours")
          end

          do
            -- The days reached so far, by the rounding, the duration and the day that it was added to
            -- or taken from.
            local sommes, differences, combien = {}, {}, 0
            local function retient(atteints, j, d, atteint)
              if combien == 1000 then
                sommes, differences, combien = {}, {}, 0
                return atteint
              end
              local cle = arrondi or false
              local par_duree = atteints[cle] or {}
              local par_jour = par_duree[d] or {}
              atteints[cle], par_duree[d], par_jour[j] = par_duree, par_jour, atteint
              combien = combien + 1
              return atteint
            end
            local function connu(atteints, j, d)
              local connus = atteints[arrondi or false]
              connus = connus and connus[d]
              return connus and connus[j]
            end
            local function deplace(j, d, signe)
              if d.nature == "jours" then return jour_de(j.n + signe * d.n) end
              return jour_de(hote.ajoute_mois(j.n, signe * d.n, arrondi))
            end
            function Jour.__add(a, b)
              local atteint = connu(sommes, a, b)
              if atteint then return atteint end
              local ma, mb = getmetatable(a), getmetatable(b)
              if ma == Jour and mb == Duree then return retient(sommes, a, b, deplace(a, b, 1)) end
              if ma == Duree and mb == Jour then return deplace(b, a, 1) end
              return opere(a, "+", b)
            end
            function Jour.__sub(a, b)
              local atteint = connu(differences, a, b)
              if atteint then return atteint end
              if getmetatable(b) == Duree and getmetatable(a) == Jour then
                return retient(differences, a, b, deplace(a, b, -1))
              end
              return opere(a, "-", b)
            end
          end
          Duree.__add, Duree.__sub, Duree.__unm = Jour.__add, Jour.__sub, oppose
          Jour.__lt, Jour.__le = box_less, box_less_or_equal
          function Duree.__lt(a, b)
            local x, y = ordre(a, b)
            return x < y
          end
          function Duree.__le(a, b)
            local x, y = ordre(a, b)
            return x <= y
          end
          function Duree.__eq(a, b)
            if getmetatable(a) ~= Duree or getmetatable(b) ~= Duree then return false end
            if a.nature ~= b.nature then abandon() end
            return a.n == b.n
          end
        end

        function O.environnement_direct(p)
          local e = setmetatable({}, { __index = abandon })
          for nom, f in next, bib_directe do e[nom] = f end
          for nom, v in next, p.parametres do e[nom] = v end
          for nom, t in next, p.listes do e[nom] = t end
          return e
        end
        -- What the files see: the functions themselves, since a name that is found at once costs least;
        -- the checker refuses a policy that assigns to them.
        local socle_direct = setmetatable({}, { __index = abandon, __newindex = abandon })
        for nom, f in next, bib_directe do rawset(socle_direct, nom, f) end
        -- Nobody asks what is read: nothing is noted.
        function O.sans_notes()
          note_tout = false
          keep_journal(false)
        end
        """#
}
