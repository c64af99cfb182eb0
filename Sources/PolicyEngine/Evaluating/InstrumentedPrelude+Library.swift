// The library of the instrumented form, in Lua: absence, days, texts, tables.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// The functions of `Builtin.all` that are not about lists, those of `standard` left out.
    static let library = #"""
        local function absent(v)
          absents = absents or {}
          for i = 1, #v do absents[#absents + 1] = v[i] end
        end

        local function connu(x)
          if u(x) then
            absent(x)
            return false
          end
          return x ~= nil
        end

        -- Whether a text is white space alone, no-break and typographic spaces included; what is
        -- walked is paid.
        local function blanc(t)
          local i, n = 1, slen(t)
          while i <= n do
            local a, b, c = sbyte(t, i, i + 2)
            if a == 32 or a >= 9 and a <= 13 then
              i = i + 1
            elseif a == 0xC2 and b == 0xA0 then
              i = i + 2
            elseif a == 0xE2 and b == 0x80 and c and (c >= 0x80 and c <= 0x8A or c == 0xAF) then
              i = i + 3
            else
              if i > 1 then paie(i) end
              return false
            end
          end
          paie(n)
          return true
        end

        -- `renseigne(a.b)` arrives as `a` and `"b"`, so that a blank text can be named.
        local function renseigne(base, ...)
          local x = base
          if select("#", ...) > 0 then x = pas(base, (...)) end
          if u(x) then
            absent(x)
            return false
          end
          local vide = x == nil or (type(x) == "string" and blanc(x))
            or (getmetatable(x) == Liste and next(x) == nil)
          if not vide then return true end
          local chemin = chemin_de(base)
          if chemin and select("#", ...) == 1 then
            vides = vides or {}
            vides[#vides + 1] = sous(chemin, (...))
          end
          return false
        end

        local function defaut(x, v)
          if x == nil then return v end
          if not u(x) then return x end
          absent(x)
          hypotheses = hypotheses or {}
          for i = 1, #x do
            hypotheses[#hypotheses + 1] = x[i]
            hypotheses[#hypotheses + 1] = v
          end
          return v
        end

        local function si_sinon(c, a, b)
          if u(c) then return c end
          if c then return a end
          return b
        end

        -- A function that an unknown argument makes unknown; the direct form calls it bare.
        local nues = {}
        local function stricte(f)
          local function g(...)
            local doute = premier_inconnu(...)
            if doute then return doute end
            return f(...)
          end
          nues[g] = f
          return g
        end

        local function exige_type(v, attendu, fonction)
          if type(v) ~= attendu then
            echec("« " .. fonction .. " » attend " .. noms[attendu] .. ", pas " .. nom_type(v))
          end
          return v
        end
        local function exige_entier(v, fonction)
          local n = type(v) == "number" and math.tointeger(v)
          if not n then echec("« " .. fonction .. " » attend un nombre entier") end
          return n
        end
        local function exige_jour(v, fonction)
          if getmetatable(v) ~= Jour then
            echec("« " .. fonction .. " » attend un jour, pas " .. nom_type(v))
          end
          return v
        end

        -- Days that texts of this dossier were read as. Forgotten when there are many: texts made from
        -- facts are ever others, and would fill the machine.
        local jours_lus, nombre_de_jours_lus = {}, 0
        local bib = { connu = connu, defaut = defaut, si_sinon = si_sinon, nombre = nombre,
          existe = existe, tous = tous, compte = compte, somme = somme, premier = premier,
          parmi = parmi, entre = entre,
          renseigne = renseigne }
        bib.jour = stricte(function(t)
          local j = jours_lus[t]
          if not j then
            j = jour_de(hote.lit_jour(exige_type(t, "string", "jour")))
            if nombre_de_jours_lus == 1000 then jours_lus, nombre_de_jours_lus = {}, 0 end
            nombre_de_jours_lus = nombre_de_jours_lus + 1
            jours_lus[t] = j
          end
          return j
        end)
        local function longueur(n, fonction)
          n = exige_entier(n, fonction)
          if n > 4000000 or n < -4000000 then echec("« " .. fonction .. " » : durée démesurée") end
          return n
        end
        bib.ans = stricte(function(n) return duree("mois", 12 * longueur(n, "ans")) end)
        bib.mois = stricte(function(n) return duree("mois", longueur(n, "mois")) end)
        bib.jours = stricte(function(n) return duree("jours", longueur(n, "jours")) end)
        bib.ans_revolus = stricte(function(a, b)
          return hote.ans_revolus(exige_jour(a, "ans_revolus").n, exige_jour(b, "ans_revolus").n)
        end)
        bib.mois_revolus = stricte(function(a, b)
          return hote.mois_revolus(exige_jour(a, "mois_revolus").n, exige_jour(b, "mois_revolus").n)
        end)
        bib.nom_pays = stricte(function(code) return hote.nom_pays(exige_type(code, "string", "nom_pays")) end)
        -- Work done outside Lua is not counted as instructions: its size is bounded instead.
        local function court(t, fonction)
          exige_type(t, "string", fonction)
          if slen(t) > 65536 then echec("« " .. fonction .. " » : texte trop long") end
          paie(2 * slen(t))
          return t
        end
        bib.minuscules = stricte(function(t) return utf8.lower(court(t, "minuscules")) end)
        bib.majuscules = stricte(function(t) return utf8.upper(court(t, "majuscules")) end)
        bib.contient = stricte(function(t, partie)
          exige_type(t, "string", "contient")
          exige_type(partie, "string", "contient")
          if slen(t) * slen(partie) > 16777216 then echec("« contient » : textes trop longs") end
          paie(slen(t) * slen(partie) // 8)
          return string.find(t, partie, 1, true) ~= nil
        end)
        bib.commence_par = stricte(function(t, debut)
          return ssub(exige_type(t, "string", "commence_par"), 1, slen(exige_type(debut, "string", "commence_par"))) == debut
        end)
        local function concatene(l, separateur)
          separateur = separateur or ""
          exige_type(separateur, "string", "joindre")
          local amas
          for i = 1, elements(l, "joindre") do
            local t = type(a_ecrire(l[i]))
            if u(l[i]) then amas = Inconnu.recueille(amas, l[i])
            elseif t ~= "string" and t ~= "number" then echec("« joindre » attend des textes") end
          end
          return Inconnu.recueilli(amas) or tconcat(l, separateur)
        end
        bib.joindre = stricte(concatene)

        bib.tostring = stricte(function(v)
          if getmetatable(v) == Jour then return hote.iso(v.n) end
          local t = type(v)
          if t ~= "number" and t ~= "string" and t ~= "boolean" then
            echec("« tostring » attend un nombre, un texte ou un booléen, pas " .. nom_type(v))
          end
          return tostring(a_ecrire(v))
        end)
        bib.tonumber = stricte(function(v)
          local t = type(v)
          if t ~= "number" and t ~= "string" then echec("« tonumber » attend un texte") end
          if t == "string" and #v > 1000 then echec("« tonumber » : texte trop long") end
          return tonumber(v)
        end)
        function bib.error(message)
          echec(type(message) == "string" and message or "la règle s’est arrêtée")
        end

        local function suivant(l, i)
          i = i + 1
          local v = l[i]
          if v ~= nil then return i, v end
        end
        function bib.ipairs(l)
          if u(l) then return l end
          return suivant, liste(l, "ipairs"), 0
        end

        -- What walks a table or a text serves the run that made it: nothing passes to the next.
        local function de_cette_course(avance)
          local nee = course
          return function()
            if course ~= nee then echec("ce parcours a été commencé en dehors de cette règle") end
            return avance()
          end
        end

        function bib.pairs(t)
          if u(t) then return t end
          local mt = getmetatable(t)
          -- The fields of a record would tell which facts are absent: only lists are walked.
          if type(t) ~= "table" or (mt ~= nil and mt ~= Liste) then
            echec("« pairs » parcourt une liste ou une table du fichier, pas une fiche du dossier")
          end
          local cles = cles_triees(t)
          local i = 0
          return de_cette_course(function()
            i = i + 1
            local cle = cles[i]
            if cle ~= nil then return cle, t[cle] end
          end)
        end

        local function a_modifier(l, fonction)
          if type(l) ~= "table" then echec(fonction .. " attend une liste, pas " .. nom_type(l)) end
          return modifiable(l, fonction)
        end
        bib.table = { concat = stricte(concatene) }
        function bib.table.insert(l, ...)
          if u(l) then return l end
          local n = taille(a_modifier(l, "« table.insert »"))
          if select("#", ...) == 1 then return set(l, n + 1, (...)) end
          local place, v = ...
          if u(place) then return devient_inconnue(l, place) end
          place = exige_entier(place, "table.insert")
          if place < 1 or place > n + 1 then echec("« table.insert » : place hors de la liste") end
          suites[l] = nil
          for i = n, place, -1 do l[i + 1] = l[i] end
          l[place] = v
        end
        function bib.table.remove(l, place)
          if u(l) then return l end
          local n = taille(a_modifier(l, "« table.remove »"))
          if u(place) then return devient_inconnue(l, place) end
          place = place == nil and n or exige_entier(place, "table.remove")
          if n + 1 == place or n == 0 and place == 0 then return l[place] end
          if place < 1 or place > n then echec("« table.remove » : place hors de la liste") end
          local v = l[place]
          for i = place, n do l[i] = l[i + 1] end
          suites[l] = n - 1
          return v
        end
        bib.string = {
          sub = stricte(function(t, i, j)
            return ssub(exige_type(t, "string", "string.sub"), exige_entier(i, "string.sub"),
              j == nil and -1 or exige_entier(j, "string.sub"))
          end),
          len = stricte(function(t) return slen(exige_type(t, "string", "string.len")) end),
        }
        bib.math = {}
        for _, nom in ipairs({ "floor", "ceil", "abs", "max", "min" }) do
          local f = math[nom]
          bib.math[nom] = stricte(function(...)
            for i = 1, select("#", ...) do exige_type((select(i, ...)), "number", "math." .. nom) end
            return f(...)
          end)
        end
        bib.math.pi, bib.math.huge = math.pi, math.huge
        """#
}
