// The list functions, the library and the rule runs of the instrumented form, in Lua.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    static let lists = #"""
        local function liste(v, fonction)
          local mt = getmetatable(v)
          if type(v) ~= "table" or (mt ~= nil and mt ~= Liste) then
            echec("« " .. fonction .. " » attend une liste, pas " .. nom_type(v))
          end
          return v
        end

        local function nombre(l)
          if u(l) then return l end
          if type(l) == "string" then return slen(l) end
          return #liste(l, "nombre")
        end

        local function avant(a, b)
          local ta, tb = type(a), type(b)
          if ta ~= tb then return ta == "number" end
          return a < b
        end
        -- A stable merge sort: the order of keys must not depend on addresses.
        local function trie(l)
          local n, largeur, tampon = #l, 1, {}
          while largeur < n do
            for debut = 1, n, 2 * largeur do
              local milieu = math.min(debut + largeur, n + 1)
              local fin = math.min(debut + 2 * largeur, n + 1)
              local i, j = debut, milieu
              for k = debut, fin - 1 do
                if i < milieu and (j >= fin or not avant(l[j], l[i])) then
                  tampon[k], i = l[i], i + 1
                else
                  tampon[k], j = l[j], j + 1
                end
              end
            end
            l, tampon = tampon, l
            largeur = 2 * largeur
          end
          return l
        end
        local function cles_triees(t)
          local cles = {}
          for cle in next, t do
            if type(cle) ~= "number" and type(cle) ~= "string" then
              echec("les clés d’une table à parcourir sont des nombres ou des textes")
            end
            cles[#cles + 1] = cle
          end
          return trie(cles)
        end

        local function compare(f, e)
          if type(f) == "function" then
            local r = f(e)
            if r ~= true and r ~= false and not u(r) then
              echec("la condition sur un élément doit être vraie ou fausse, pas " .. nom_type(r))
            end
            return r
          end
          if type(f) ~= "table" then echec("le second argument doit être une fonction ou une fiche") end
          local doute
          for _, cle in ipairs(cles_triees(f)) do
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
          local dehors = etat.attente
          etat.attente = {}
          local r = compare(f, e)
          local cellules = etat.attente
          etat.attente = dehors
          if r == true then
            for i = 1, #cellules, 2 do note(cellules[i], cellules[i + 1]) end
          end
          return r
        end

        local function existe(l, f)
          if u(l) then return l end
          local doute
          for i = 1, #liste(l, "existe") do
            local r = convient(f, l[i])
            if r == true then return true end
            if r then doute = doute and fusion(doute, r) or r end
          end
          return doute or false
        end

        local function tous(l, f)
          if u(l) then return l end
          local doute
          for i = 1, #liste(l, "tous") do
            local r = convient(f, l[i])
            if r == false then return false end
            if r ~= true then doute = doute and fusion(doute, r) or r end
          end
          if doute then return doute end
          return true
        end

        local function compte(l, f)
          if u(l) then return l end
          local n, doute = 0, nil
          for i = 1, #liste(l, "compte") do
            local r = convient(f, l[i])
            if r == true then n = n + 1
            elseif r then doute = doute and fusion(doute, r) or r end
          end
          return doute or n
        end

        local function somme(l, f)
          if u(l) then return l end
          local total = 0
          for i = 1, #liste(l, "somme") do total = opere(total, "+", f(l[i])) end
          return total
        end

        local function premier(l, f, ...)
          if u(l) then return l end
          for i = 1, #liste(l, "premier") do
            local r = convient(f, l[i])
            if r then
              if r == true then return l[i] end
              return r
            end
          end
          if select("#", ...) > 0 then return (...) end
          echec("\1sans_objet")
        end

        local function parmi(x, l)
          if u(l) then return l end
          if getmetatable(l) == Table then
            if u(x) then return x end
            if ligne(l, x) then return true end
            if l.complete then return false end
            return inconnu(l.nom .. "[" .. texte_cle(x) .. "]")
          end
          local doute
          for i = 1, #liste(l, "parmi") do
            local r = egal(x, l[i])
            if r == true then return true end
            if r then doute = doute and fusion(doute, r) or r end
          end
          return doute or false
        end

        local function entre(x, a, b)
          return et(inf_egal(a, x), function() return inf_egal(x, b) end)
        end
        """#

    static let library = #"""
        local function absent(v)
          for i = 1, #v do etat.absents[#etat.absents + 1] = v[i] end
        end

        local function connu(x)
          if u(x) then
            absent(x)
            return false
          end
          return x ~= nil
        end

        local function blanc(t)
          for i = 1, slen(t) do
            local c = sbyte(t, i)
            if c ~= 32 and (c < 9 or c > 13) then return false end
          end
          return true
        end

        -- `renseigne(a.b)` arrives as `a` and `"b"`, so that a blank text can be named.
        local function renseigne(base, ...)
          local x = get(base, ...)
          if u(x) then
            absent(x)
            return false
          end
          local vide = x == nil or (type(x) == "string" and blanc(x))
            or (getmetatable(x) == Liste and next(x) == nil)
          if not vide then return true end
          local chemin = chemin_de(base)
          if chemin and select("#", ...) == 1 then
            etat.vides[#etat.vides + 1] = sous(chemin, (...))
          end
          return false
        end

        local function defaut(x, v)
          if not u(x) then return x end
          absent(x)
          for i = 1, #x do
            etat.hypotheses[#etat.hypotheses + 1] = x[i]
            etat.hypotheses[#etat.hypotheses + 1] = v
          end
          return v
        end

        local function si_sinon(c, a, b)
          if u(c) then return c end
          if c then return a end
          return b
        end

        -- A function that an unknown argument makes unknown.
        local function stricte(f)
          return function(...)
            local doute = premier_inconnu(...)
            if doute then return doute end
            return f(...)
          end
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

        local jours_lus = {}
        local bib = { connu = connu, defaut = defaut, si_sinon = si_sinon, nombre = nombre,
          existe = existe, tous = tous, compte = compte, somme = somme, premier = premier,
          parmi = parmi, entre = entre,
          renseigne = renseigne }
        bib.jour = stricte(function(t)
          local j = jours_lus[t]
          if not j then
            j = jour_de(hote.lit_jour(exige_type(t, "string", "jour")))
            jours_lus[t] = j
          end
          return j
        end)
        bib.ans = stricte(function(n) return duree("mois", 12 * exige_entier(n, "ans")) end)
        bib.mois = stricte(function(n) return duree("mois", exige_entier(n, "mois")) end)
        bib.jours = stricte(function(n) return duree("jours", exige_entier(n, "jours")) end)
        bib.ans_revolus = stricte(function(a, b)
          return hote.ans_revolus(exige_jour(a, "ans_revolus").n, exige_jour(b, "ans_revolus").n)
        end)
        bib.mois_revolus = stricte(function(a, b)
          return hote.mois_revolus(exige_jour(a, "mois_revolus").n, exige_jour(b, "mois_revolus").n)
        end)
        bib.nom_pays = stricte(function(code) return hote.nom_pays(exige_type(code, "string", "nom_pays")) end)
        bib.minuscules = stricte(function(t) return hote.minuscules(exige_type(t, "string", "minuscules")) end)
        bib.majuscules = stricte(function(t) return hote.majuscules(exige_type(t, "string", "majuscules")) end)
        bib.contient = stricte(function(t, partie)
          return string.find(exige_type(t, "string", "contient"), exige_type(partie, "string", "contient"), 1, true) ~= nil
        end)
        bib.commence_par = stricte(function(t, debut)
          return ssub(exige_type(t, "string", "commence_par"), 1, slen(exige_type(debut, "string", "commence_par"))) == debut
        end)
        local function concatene(l, separateur)
          separateur = separateur or ""
          exige_type(separateur, "string", "joindre")
          local doute
          for i = 1, #liste(l, "joindre") do
            local t = type(l[i])
            if u(l[i]) then doute = doute and fusion(doute, l[i]) or l[i]
            elseif t ~= "string" and t ~= "number" then echec("« joindre » attend des textes") end
          end
          return doute or tconcat(l, separateur)
        end
        bib.joindre = stricte(concatene)

        bib.tostring = stricte(function(v)
          if getmetatable(v) == Jour then return hote.iso(v.n) end
          local t = type(v)
          if t ~= "number" and t ~= "string" and t ~= "boolean" then
            echec("« tostring » attend un nombre, un texte ou un booléen, pas " .. nom_type(v))
          end
          return tostring(v)
        end)
        bib.tonumber = stricte(function(v)
          local t = type(v)
          if t ~= "number" and t ~= "string" then echec("« tonumber » attend un texte") end
          return tonumber(v)
        end)
        function bib.error(message)
          if type(message) ~= "string" then message = "la règle s’est arrêtée" end
          echec((string.gsub(message, "^\1+", "")))
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

        function bib.pairs(t)
          if u(t) then return t end
          local mt = getmetatable(t)
          if type(t) ~= "table" or (mt ~= nil and mt ~= Fait and mt ~= Liste) then
            echec("« pairs » attend une table, pas " .. nom_type(t))
          end
          local cles = cles_triees(t)
          local i = 0
          return function()
            i = i + 1
            local cle = cles[i]
            if cle ~= nil then return cle, t[cle] end
          end
        end

        local function modifiable(l, fonction)
          if type(l) ~= "table" or getmetatable(l) ~= nil or figes[l] then
            echec("« " .. fonction .. " » : cette liste est en lecture seule")
          end
          return l
        end
        bib.table = { concat = stricte(concatene) }
        function bib.table.insert(l, ...)
          local n = #modifiable(l, "table.insert")
          if select("#", ...) == 1 then
            l[n + 1] = (...)
            return
          end
          local place, v = ...
          if u(place) then return place end
          place = exige_entier(place, "table.insert")
          if place < 1 or place > n + 1 then echec("« table.insert » : place hors de la liste") end
          for i = n, place, -1 do l[i + 1] = l[i] end
          l[place] = v
        end
        function bib.table.remove(l, place)
          local n = #modifiable(l, "table.remove")
          if u(place) then return place end
          place = place == nil and n or exige_entier(place, "table.remove")
          if n == 0 then return nil end
          if place < 1 or place > n then echec("« table.remove » : place hors de la liste") end
          local v = l[place]
          for i = place, n do l[i] = l[i + 1] end
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
        fige(bib.math, bib.string, bib.table)
        """#

    static let rules = #"""
        local regles, tables, calculs = {}, {}, {}
        local env, racine
        local O = { u = u, get = get, set = set, fige = fige, non = non, et = et, ou = ou,
          egal = egal, different = different, inf = inf, inf_egal = inf_egal, sup = sup,
          sup_egal = sup_egal, calcul = calcul, oppose = oppose, joint = joint, bits = bits,
          suite = function(...) return ... end, bits_non = bits_non, nombre = nombre, renseigne = renseigne, inconnu = premier_inconnu }

        -- What the host is shown of a value.
        local function valeur(v)
          local mt, t = getmetatable(v), type(v)
          if mt == Inconnu then
            local chemins = {}
            for i = 1, #v do chemins[i] = v[i] end
            return { ["\1u"] = chemins }
          end
          if mt == Jour then return { ["\1j"] = v.n } end
          if mt == Duree then return { ["\1" .. v.nature] = v.n } end
          if t == "number" or t == "string" or t == "boolean" then return v end
          if mt == Liste or (t == "table" and mt == nil and (v[1] ~= nil or next(v) == nil)) then
            return { ["\1n"] = #v }
          end
          return { ["\1r"] = true }
        end
        O.valeur = valeur

        function O.vu(numero, v)
          local noeuds = etat.noeuds
          noeuds[#noeuds + 1] = numero
          noeuds[#noeuds + 1] = valeur(v)
          return v
        end

        -- Notes a fact that a field names, reached or not; never fails.
        function O.lu(t, ...)
          local n = select("#", ...)
          for i = 1, n do
            local cle = (select(i, ...))
            local mt = getmetatable(t)
            if cle == nil or u(cle) or type(t) ~= "table" or mt == Inconnu or mt == Jour then return end
            if mt == Table then t = ligne(t, cle)
            elseif mt == Fait or mt == Liste then
              local v = rawget(t, cle)
              if i == n and v ~= nil then note(sous(chemin_de(t), cle), v) end
              t = v
            else t = rawget(t, cle) end
          end
        end
        function O.chaque(l, f)
          if getmetatable(l) ~= Liste or chemins_tables[l[1]] then return end
          for i = 1, #l do f(l[i]) end
        end

        function O.regle(numero, nature, arrondi, champs)
          regles[numero] = { nature = nature, arrondi = arrondi, champs = champs }
        end
        function O.calcul_nomme(numero, nom, portee)
          calculs[#calculs + 1] = { nom = nom, portee = portee }
          regles[numero].calcul = calculs[#calculs]
        end

        function O.table(nom, cle, complete, lignes)
          local t
          local function borne(ligne) return { du = ligne.du, au = ligne.au, fiche = ligne.fiche } end
          if cle == "" then
            t = { nom = nom, toutes = {} }
            for i = 1, #lignes do
              adopte(lignes[i].fiche, nom .. "[" .. tostring(lignes[i].numero) .. "]", chemins_tables)
              t.toutes[i] = borne(lignes[i])
            end
          else
            t = setmetatable({ nom = nom, complete = complete, lignes = {} }, Table)
            for i = 1, #lignes do
              local fiche = lignes[i].fiche
              local v = fiche[cle]
              if type(v) == "table" then v = jour_de(v["\1j"]) end
              adopte(fiche, nom .. "[" .. texte_cle(v) .. "]", chemins_tables)
              t.lignes[v] = t.lignes[v] or {}
              local candidates = t.lignes[v]
              candidates[#candidates + 1] = borne(lignes[i])
            end
          end
          tables[nom] = t
        end

        local function etat_neuf(jour, arrondi)
          return { jour = jour, arrondi = arrondi, vus = {}, lus = {}, absents = {}, vides = {},
            hypotheses = {}, noeuds = {} }
        end

        local function parametre(v)
          if type(v) ~= "table" then return v end
          if v["\1j"] then return jour_de(v["\1j"]) end
          for i = 1, #v do v[i] = parametre(v[i]) end
          figes[v] = true
          return v
        end

        -- A new dossier: nothing of the one before is left.
        function O.dossier(faits, decision, jour, parametres)
          chemins = {}
          racine = adopte(faits, "", chemins)
          env = setmetatable({}, { __index = bib })
          etat = etat_neuf(jour)
          env.dossier = racine
          env.collectivite = rawget(racine, "collectivite") or inconnu("collectivite")
          env.decision = { date = jour_de(decision) }
          figes[env.decision] = true
          for nom, v in next, parametres do env[nom] = parametre(v) end
          for nom, t in next, tables do
            if t.toutes then
              local en_vigueur = {}
              for i = 1, #t.toutes do
                local l = t.toutes[i]
                if l.du <= jour and jour <= l.au then en_vigueur[#en_vigueur + 1] = l.fiche end
              end
              chemins[en_vigueur] = nom
              env[nom] = setmetatable(en_vigueur, Liste)
            else
              env[nom] = t
            end
          end
          for _, c in ipairs(calculs) do c.valeurs = {} end
        end

        local function indice(portee, expertise, demande)
          if portee == "expertise" then return expertise end
          if portee == "demande" then return demande end
          return 0
        end

        local function element(liste, numero)
          local l = rawget(racine, liste)
          if l == nil then return inconnu(liste) end
          return l[numero]
        end

        local function entre_en(regle, expertise, demande)
          etat = etat_neuf(etat.jour, regle.arrondi)
          env.expertise = expertise and element("expertises", expertise)
          env.demande = demande and element("demandes", demande)
          env.debut = nil
          for _, c in ipairs(calculs) do
            local v = c.valeurs[indice(c.portee, expertise, demande)]
            if v == nil then v = inconnu(c.nom) end
            env[c.nom] = v
          end
        end

        -- Readings and texts change no result: what they find absent does not count.
        local function sans_trace(f)
          local absents, vides, hypotheses, noeuds =
            etat.absents, etat.vides, etat.hypotheses, etat.noeuds
          etat.absents, etat.vides, etat.hypotheses, etat.noeuds = {}, {}, {}, {}
          local r = f(env)
          etat.absents, etat.vides, etat.hypotheses, etat.noeuds =
            absents, vides, hypotheses, noeuds
          return r
        end

        local function bilan(resultat, v, doute, textes)
          local lus, hypotheses, chemins = {}, {}, {}
          for i = 1, #etat.lus, 2 do
            lus[i], lus[i + 1] = etat.lus[i], valeur(etat.lus[i + 1])
          end
          for i = 1, #etat.hypotheses, 2 do
            hypotheses[i], hypotheses[i + 1] = etat.hypotheses[i], valeur(etat.hypotheses[i + 1])
          end
          if u(doute) then for i = 1, #doute do chemins[i] = doute[i] end end
          return { resultat = resultat, valeur = v ~= nil and valeur(v) or nil, inconnus = chemins,
            textes = textes or {}, lus = lus, absents = etat.absents, vides = etat.vides,
            hypotheses = hypotheses, noeuds = etat.noeuds }
        end
        function O.reste() return bilan("en_erreur") end

        local function booleen(v, champ)
          if v == true or v == false or u(v) then return v end
          echec("« " .. champ .. " » doit être vrai ou faux, pas " .. nom_type(v))
        end

        local courses = {}
        local function textes(c)
          if not c.textes then return {} end
          sans_trace(c.lus[3])
          return sans_trace(c.textes)
        end

        function courses.critere(c)
          local v = booleen(c.exige(env), "exige")
          if u(v) then return bilan("indeterminee", nil, v) end
          if v then return bilan("satisfaite") end
          return bilan("non_satisfaite", nil, nil, textes(c))
        end
        function courses.priorite(c, doute)
          local points = c.points(env)
          if not u(points) and (type(points) ~= "number" or points ~= points
              or points == math.huge or points == -math.huge) then
            echec("« points » doit être un nombre, pas " .. nom_type(points))
          end
          local ensemble = premier_inconnu(doute, points)
          if ensemble then return bilan("indeterminee", points, ensemble) end
          return bilan("satisfaite", points, nil, textes(c))
        end
        function courses.validite(c)
          local debut = c.debut(env)
          env.debut = debut
          local fin = c.fin(env)
          local doute = premier_inconnu(debut, fin)
          if doute then return bilan("indeterminee", nil, doute) end
          exige_jour(debut, "debut")
          exige_jour(fin, "fin")
          if fin.n < debut.n then echec("la fin de la validité précède son début") end
          local r = bilan("satisfaite")
          r.debut, r.fin = debut.n, fin.n
          return r
        end
        function courses.signalement(c) return bilan("satisfaite", nil, nil, textes(c)) end
        function courses.calcul(c, _, garde)
          local v = c.valeur(env)
          if v == nil then echec("« valeur » n’a rien donné") end
          garde(v)
          if u(v) then return bilan("indeterminee", nil, v) end
          return bilan("satisfaite", v)
        end

        -- Runs one rule on one subject.
        function O.execute(numero, expertise, demande)
          local regle = regles[numero]
          local c = regle.champs
          entre_en(regle, expertise, demande)
          local place = regle.calcul and indice(regle.calcul.portee, expertise, demande)
          local function garde(v) if place then regle.calcul.valeurs[place] = v end end
          if place then garde(inconnu(regle.calcul.nom)) end
          sans_trace(c.lus[1])
          local condition = true
          if c.si then condition = booleen(c.si(env), "si") end
          if condition == false then return bilan("sans_objet") end
          if u(condition) then
            if regle.nature == "priorite" then
              sans_trace(c.lus[2])
              return courses.priorite(c, condition)
            end
            garde(condition)
            return bilan("indeterminee", nil, condition)
          end
          sans_trace(c.lus[2])
          return courses[regle.nature](c, nil, garde)
        end

        function O.textes_sinon(numero) return { textes = textes(regles[numero].champs) } end

        local socle = setmetatable({}, { __index = bib, __newindex = function(_, nom)
          echec("« " .. tostring(nom) .. " » est une variable globale : écrire « local »")
        end })

        -- Hands the host one operation, or the table of all, or what a policy file sees.
        return function(nom)
          if nom == "operations" then return O end
          if nom == "socle" then return socle end
          return O[nom]
        end
        """#
}
