// What a probing machine adds to the instrumented form, in Lua: which questions rules ask of unknowns.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// Operators and functions that note what an unknown fact is compared with.
    ///
    /// Results stay as they are. An unknown has a `forme` besides: nil for a fact itself, `longueur`
    /// for the number of a list's elements, `dedans` for what an absent object or list would hold and
    /// for what a table holds under an unknown key, a sign and an offset for a sum, false for
    /// anything else that comes of a fact.
    static let probe = #"""
        do
          -- What is noted, and what goes into the operations: a local of the text would be one more
          -- than Lua allows.
          -- Then the paths of the lists of the dossier that are being walked, and of those that are
          -- taken for ones that may hold more.
          local sonde = { questions = {}, presumes = {}, ouvertes = {}, parcourues = {} }
          hote.sonde = sonde
          -- An operation, a path, a value, and whether it is the fact itself that is compared, or a
          -- sum of it.
          local function demande(operation, chemin, v, est_exacte)
            local questions = sonde.questions
            local n = #questions
            questions[n + 1], questions[n + 2] = operation, chemin
            questions[n + 3], questions[n + 4] = v == nil and opaque or valeur(v), est_exacte
          end
          local function demande_tout(operation, doute, v)
            for i = 1, #doute do demande(operation, doute[i], v, false) end
          end

          local function issu(doute, forme)
            local r = { forme = forme }
            for i = 1, #doute do r[i] = doute[i] end
            return setmetatable(r, Inconnu)
          end
          local function opaque_issu(doute) return issu(doute, doute.forme == "dedans" and "dedans" or false) end
          -- Made of a fact in a way that cells do not follow, and perhaps a condition already; a number
          -- is none, and is asked about once it is compared.
          local function cache(doute)
            if doute.forme ~= "dedans" then demande_tout("?", doute) end
            return opaque_issu(doute)
          end

          local function nombre_simple(v)
            if type(v) == "number" then return v end
            local mt = getmetatable(v)
            if mt == Jour or mt == Duree and v.nature == "jours" then return v.n end
          end

          local contraires = { ["=="] = "==", ["<"] = ">", ["<="] = ">=", [">"] = "<", [">="] = "<=" }
          local function interroge(operation, doute, v)
            local forme = doute.forme
            if forme == "dedans" then return end
            if #doute > 1 or forme == false then return demande_tout("?", doute, v) end
            if forme == nil then return demande(operation, doute[1], v, true) end
            if forme == "longueur" then return demande("#" .. operation, doute[1], v, true) end
            local n = nombre_simple(v)
            if not n then return demande_tout("?", doute, v) end
            if forme.signe < 0 then
              demande(contraires[operation], doute[1], forme.decalage - n, "somme")
            else
              demande(operation, doute[1], n - forme.decalage, "somme")
            end
          end
          local function compare_inconnus(operation, a, b)
            if not u(b) then return interroge(operation, a, b) end
            if not u(a) then return interroge(contraires[operation], b, a) end
            -- Of two facts themselves, one is asked about again once the other is known.
            local question = a.forme == nil and b.forme == nil and #a + #b == 2 and "paire" or "?"
            if a.forme ~= "dedans" then demande_tout(question, a) end
            if b.forme ~= "dedans" then demande_tout(question, b) end
          end

          local function comparaison(operation, f)
            return function(a, b)
              if not (u(a) or u(b)) then return f(a, b) end
              compare_inconnus(operation, a, b)
              return opaque_issu(f(a, b))
            end
          end
          egal, inf = comparaison("==", egal), comparaison("<", inf)
          inf_egal = comparaison("<=", inf_egal)

          local function somme_simple(doute, signe, n, est_oppose)
            local forme = doute.forme
            if #doute > 1 or not n or (forme ~= nil and type(forme) ~= "table") then return nil end
            local s, d = 1, 0
            if forme then s, d = forme.signe, forme.decalage end
            if est_oppose then s, d = -s, -d end
            d = d + signe * n
            -- Beyond that a sum is rounded, or leaves the whole numbers.
            return -0x1p53 < d and d < 0x1p53 and { signe = s, decalage = d } or nil
          end
          local opere_connus = opere
          function opere(a, operation, b)
            local r = opere_connus(a, operation, b)
            if not u(r) then return r end
            local forme
            if (operation == "+" or operation == "-") and not (u(a) and u(b)) then
              if u(a) then forme = somme_simple(a, operation == "+" and 1 or -1, nombre_simple(b))
              else forme = somme_simple(b, 1, nombre_simple(a), operation == "-") end
            end
            return forme and issu(r, forme) or opaque_issu(r)
          end
          local bits_connus, bits_non_connu = bits, bits_non
          function bits(a, operation, b)
            local r = bits_connus(a, operation, b)
            return u(r) and opaque_issu(r) or r
          end
          function bits_non(a)
            local r = bits_non_connu(a)
            return u(r) and opaque_issu(r) or r
          end
          local oppose_connu = oppose
          function oppose(a)
            if not u(a) then return oppose_connu(a) end
            local forme = somme_simple(a, 1, 0, true)
            return forme and issu(a, forme) or opaque_issu(a)
          end

          -- Functions of several values: the texts beside an unknown are what it is looked at for.
          local premier_parmi = premier_inconnu
          function premier_inconnu(...)
            local r = premier_parmi(...)
            if not r then return r end
            for i = 1, select("#", ...) do
              local v = (select(i, ...))
              if type(v) == "string" then interroge("?", issu(r, false), v) end
            end
            return cache(r)
          end

          -- A list that is looked at for each element of another one, or of itself: a result may then
          -- turn on several elements together, which lists of a few do not show.
          local function croise(l, est_marche)
            local chemin = u(l) and l[1] or chemins[l]
            -- The rows of a table are always the same.
            if not u(l) and chemin and chemins_tables[l[1]] then return nil end
            for i = 1, chemin and #sonde.parcourues or 0 do
              local dehors = sonde.parcourues[i]
              local est_dedans = ssub(chemin, 1, #dehors + 1) == dehors .. "["
              if dehors == chemin or est_marche and not est_dedans then
                demande("croise", chemin, nil, false)
              end
            end
            return chemin
          end

          -- The path of a list of the dossier that may hold more than it does; nil for any other.
          local function ouverte(l)
            local chemin = not u(l) and chemins[l]
            return chemin and sonde.ouvertes[chemin] and chemin
          end

          local pas_connu = pas
          function pas(t, cle)
            local r = pas_connu(t, cle)
            if getmetatable(r) == Liste then croise(r, false) end
            if getmetatable(t) == Liste and ouverte(t) then demande("?", chemins[t], nil, false) end
            if u(cle) and getmetatable(t) == Table then
              if cle.forme == nil then demande("cle", cle[1], t.nom, true) else cache(cle) end
              return issu(r, "dedans")
            end
            if not u(r) then return r end
            -- What is asked of a part says nothing of the object that is absent as a whole; a row that
            -- a table lacks stands for the one cell of it that is asked about.
            if u(t) then return t.est_rangee and r or issu(r, "dedans") end
            if getmetatable(t) == Table then r.est_rangee = true end
            -- A table of the file that an unknown key goes into.
            if u(cle) then return cache(cle) end
            demande_tout("lu", r)
            return r
          end
          local parmi_connu = parmi
          function parmi(x, l)
            if u(l) and l.forme ~= "dedans" then
              for i = 1, #l do demande("contient", l[i], not u(x) and x or nil, not u(x)) end
            elseif u(x) and getmetatable(l) == Table then
              if x.forme == nil then demande("cle", x[1], l.nom, true) else cache(x) end
              return issu(x, "dedans")
            end
            local r = parmi_connu(x, l)
            return u(r) and opaque_issu(r) or r
          end

          -- What a walk of a list that may hold more finds, it finds in one of that length too; a sum
          -- and a number it does not.
          local function parcours(f, forme, est_somme)
            local passe = forme == "longueur" and true or nil
            return function(l, ...)
              if u(l) and l.forme == "dedans" then return issu(l, "dedans") end
              local chemin = croise(l, true)
              if u(l) then
                for i = 1, #l do demande("liste", l[i], passe, true) end
                return issu(l, forme)
              end
              local parcourues = sonde.parcourues
              local n = #parcourues
              parcourues[n + 1] = chemin
              local r = f(l, ...)
              parcourues[n + 1] = nil
              if not (chemin and sonde.ouvertes[chemin]) then return r end
              demande("liste", chemin, passe, true)
              return est_somme and issu({ chemin }, forme) or r
            end
          end
          existe, tous = parcours(existe, false), parcours(tous, false)
          premier, somme = parcours(premier, false), parcours(somme, false, true)
          -- What follows depends on which value is taken: the condition is asked about first.
          local premier_su = premier
          function premier(l, ...)
            local r = premier_su(l, ...)
            if u(r) and not u(l) then demande_tout("si", r) end
            return r
          end
          local si_sinon_su = si_sinon
          function si_sinon(c, a, b)
            if not u(c) then return si_sinon_su(c, a, b) end
            if not (u(a) or u(b)) then return issu(c, "dedans") end
            demande_tout("si", c)
            return issu(c, false)
          end
          compte = parcours(compte, "longueur", true)
          local nombre_connu = nombre
          function nombre(l)
            if not u(l) then
              return ouverte(l) and issu({ ouverte(l) }, "longueur") or nombre_connu(l)
            end
            return issu(l, l.forme == "dedans" and "dedans" or "longueur")
          end

          -- What looks at whether a fact is there, or what comes of one, hides what is asked of it once it
          -- is: what is presumed goes on as an unknown one that is there.
          local function est_presumee(operation, x)
            if x.forme == "dedans" then return false end
            demande_tout(operation, x)
            for i = 1, #x do
              if not (sonde.presumes[x[i]] or sonde.ouvertes[x[i]]) then return false end
            end
            return true
          end
          local connu_su, renseigne_su, defaut_su = connu, renseigne, defaut
          function connu(x)
            if u(x) and est_presumee("connu", x) then return true end
            return connu_su(x)
          end
          function renseigne(base, ...)
            local x = base
            if select("#", ...) > 0 then x = pas(base, (...)) end
            if u(x) and est_presumee("renseigne", x) then return true end
            return renseigne_su(base, ...)
          end
          function defaut(x, v)
            if u(x) and est_presumee("connu", x) then return x end
            return defaut_su(x, v)
          end

          local ipairs_su, pairs_su = bib.ipairs, bib.pairs
          local function parcours_libre(f)
            return function(l)
              croise(l, true)
              if ouverte(l) then demande("?", ouverte(l), nil, false) end
              return f(l)
            end
          end
          bib.ipairs, bib.pairs = parcours_libre(ipairs_su), parcours_libre(pairs_su)

          -- A table of the rule that an unknown key or place has made unknown as a whole.
          local fiche_connue, devient = fiche, devient_inconnue
          function fiche(t)
            local r = fiche_connue(t)
            if u(r) then r.forme = false end
            return r
          end
          function devient_inconnue(t, doute)
            local r = devient(t, doute)
            r.forme = false
            return r
          end

          -- A call that ends because a condition is unknown hides the questions after it.
          function sonde.est_inconnue(v)
            if not u(v) then return false end
            demande_tout("si", v)
            return true
          end

          for nom, f in next, { existe = existe, tous = tous, premier = premier, somme = somme,
              compte = compte, nombre = nombre, parmi = parmi, connu = connu,
              renseigne = renseigne, defaut = defaut, si_sinon = si_sinon } do
            bib[nom] = f
          end
        end
        """#

    /// What is asked in one run, after the rules are there.
    static let probeEntry = #"""
        do
          local sonde = hote.sonde
          O.u = sonde.est_inconnue
          local textes_dits = textes
          function textes(c)
            local posees = sonde.questions
            sonde.questions = {}
            local r = textes_dits(c)
            sonde.questions = posees
            return r
          end
          local execute = O.execute
          function O.execute(...)
            sonde.questions, sonde.parcourues = {}, {}
            return execute(...)
          end
          -- Runs what an unknown `si` has kept from running, for its questions alone.
          function O.poursuit(numero)
            local regle = regles[numero]
            if not regle.champs.si then return end
            courses[regle.nature](regle.champs)
          end
          function O.questions() return sonde.questions end
          -- The missing facts that are taken for unknown ones that are there, and the lists that are
          -- taken for ones that may hold more.
          function O.presume(faits, listes)
            local presumes, ouvertes = {}, {}
            for _, chemin in next, faits do presumes[chemin] = true end
            for _, chemin in next, listes do ouvertes[chemin] = true end
            sonde.presumes, sonde.ouvertes = presumes, ouvertes
          end
        end
        """#
}
