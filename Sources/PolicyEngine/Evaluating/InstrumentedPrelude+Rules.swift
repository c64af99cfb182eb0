// The rule runs of the instrumented form, in Lua.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// Registration of rules and tables, the dossier at hand, and the run of one rule.
    static let rules = #"""
        local regles, tables, calculs = {}, {}, {}
        local env, racine
        local O = { u = u, get = get, set = set, etale = etale, neuve = neuve, fiche = fiche, non = non, et = et, ou = ou,
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
        -- A key of a reading, nil where it cannot be read; never fails.
        function O.lit(t, ...)
          for i = 1, select("#", ...) do
            local cle = (select(i, ...))
            local mt = getmetatable(t)
            if cle == nil or u(cle) or type(t) ~= "table" or mt == Inconnu or mt == Jour then
              return nil
            end
            if mt == Table then t = ligne(t, cle) else t = rawget(t, cle) end
          end
          if u(t) then return nil end
          return t
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
          course = course + 1
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
          local montree
          if v ~= nil then montree = valeur(v) end
          return { resultat = resultat, valeur = montree, inconnus = chemins,
            rien_ne_convient = etat.rien_ne_convient,
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
              or points > 1e15 or points < -1e15) then
            echec("« points » doit être un nombre raisonnable, pas " .. nom_type(points))
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
          if type(v) == "number" and (v ~= v or v == math.huge or v == -math.huge) then
            echec("« valeur » n’est pas un nombre fini")
          end
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
