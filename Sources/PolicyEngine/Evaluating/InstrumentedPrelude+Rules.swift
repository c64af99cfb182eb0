// The rule runs of the instrumented form, in Lua.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// Registration of rules and tables, the dossier at hand, and the run of one rule.
    static let rules = #"""
        local regles, tables = {}, {}
        local calculs = { dossier = {}, expertise = {}, demande = {} }
        local env, racine
        local O = { u = u, get = get, set = set, etale = etale, neuve = neuve, fiche = fiche, non = non, et = et, ou = ou,
          egal = egal, different = different, inf = inf, inf_egal = inf_egal, sup = sup,
          sup_egal = sup_egal, calcul = calcul, oppose = oppose, joint = joint, bits = bits,
          suite = function(...) return ... end, bits_non = bits_non, nombre = nombre, renseigne = renseigne, inconnu = premier_inconnu }

        O.valeur, O.nomme_les_cles = valeur, name_keys

        function O.vu(numero, v)
          noeuds = noeuds or {}
          local n = #noeuds
          noeuds[n + 1], noeuds[n + 2] = numero, valeur(v)
          return v
        end

        -- One step of a reading, nil where it cannot be made; never fails.
        local function lecture(t, mt, cle)
          if mt == Table then return ligne(t, cle) end
          if type(t) == "table" and mt ~= Inconnu and mt ~= Jour then return rawget(t, cle) end
        end
        -- Notes a fact that a field names, reached or not; never fails.
        function O.lu(t, cle, ...)
          local mt = getmetatable(t)
          local v = lecture(t, mt, cle)
          if v == nil then return end
          if select("#", ...) > 0 then return O.lu(v, ...) end
          if mt == Fait or mt == Liste then note(t, cle, v) end
        end
        -- A key of a reading, nil where it cannot be read; never fails.
        function O.lit(t, cle, ...)
          local v = lecture(t, getmetatable(t), cle)
          if v == nil or u(v) then return nil end
          if select("#", ...) > 0 then return O.lit(v, ...) end
          return v
        end
        function O.chaque(l, f)
          if getmetatable(l) ~= Liste or chemins_tables[l[1]] then return end
          for i = 1, #l do f(l[i]) end
        end

        -- What each module has handed over. With it ends the run that made its tables: the files that
        -- require it cannot change them.
        local modules = {}
        function O.rend(nom, t)
          if not ages[t] then echec("un module rend une table, pas " .. nom_type(t)) end
          modules[nom] = t
          course = course + 1
        end
        function bib.require(nom)
          return modules[nom] or echec("le module « " .. nom .. " » n’a rien rendu")
        end

        function O.regle(numero, nature, arrondi, champs)
          local r = regles[numero] or {}
          regles[numero] = r
          r.nature, r.arrondi, r.champs = nature, arrondi, champs
        end
        function O.calcul_nomme(numero, nom, portee)
          local c = { nom = nom, portee = portee, doute = inconnu(nom) }
          local voisins = calculs[portee]
          voisins[#voisins + 1] = c
          regles[numero] = regles[numero] or {}
          regles[numero].calcul = c
        end

        -- What holds between two days on which something comes into force or goes: the parameters and
        -- the lists in force, and what the direct form sees of them.
        local periodes, periode = {}, nil

        function O.table(nom, cle, complete, fiches, numeros, debuts, fins)
          local t = { nom = nom, toutes = {} }
          if cle ~= "" then t = setmetatable({ nom = nom, complete = complete, lignes = {} }, Table) end
          for i = 1, #fiches do
            local fiche = fiches[i]
            local ligne = { du = debuts[i], au = fins[i], fiche = fiche }
            if cle == "" then
              t.toutes[i] = ligne
              chemins_tables[fiche] = nom .. "[" .. tostring(numeros[i]) .. "]"
            else
              local v = rawget(fiche, cle)
              local candidates = t.lignes[v] or {}
              candidates[#candidates + 1], t.lignes[v] = ligne, candidates
              chemins_tables[fiche] = nom .. "[" .. texte_cle(v) .. "]"
            end
          end
          tables[nom] = t
          periodes = {}
        end

        local function nouvelle_course()
          course = course + 1
          vus, lus = {}, {}
          absents, vides, hypotheses, noeuds, rien_ne_convient = nil, nil, nil, nil, nil
          en_attente, essaie = 0, false
        end

        local function parametre(v)
          if type(v) ~= "table" then return v end
          if v["\1j"] then return jour_de(v["\1j"]) end
          for i = 1, #v do v[i] = parametre(v[i]) end
          return v
        end

        -- The rows of a list that are in force.
        local listes_de_lignes = setmetatable({}, { __mode = "k" })
        local function en_vigueur(t, jour)
          local lignes = {}
          for i = 1, #t.toutes do
            local l = t.toutes[i]
            if l.du <= jour and jour <= l.au then lignes[#lignes + 1] = l.fiche end
          end
          listes_de_lignes[lignes] = true
          return setmetatable(lignes, Liste)
        end

        -- Enters a period by its number; `parametres` and `ordre` are given when it is not known yet.
        function O.periode(numero, jour, parametres, ordre)
          local p = periodes[numero]
          if not p then
            p = { parametres = {}, listes = {} }
            for nom, v in next, parametres do
              v = parametre(v)
              if type(v) == "table" and getmetatable(v) == nil then suite(v) end
              p.parametres[nom] = v
            end
            for nom, t in next, tables do
              p.listes[nom] = t.toutes and en_vigueur(t, jour) or t
            end
            p.ordre = ordre
            p.direct = O.environnement_direct(p)
            periodes[numero] = p
          end
          periode = p
        end
        function O.oublie() periodes = {} end

        -- A new dossier: nothing of the one before is left, not even what would spare instructions. The
        -- instrumented form alone leaves something.
        local a_servi = true
        local function nouveau_dossier(faits, jour)
          if a_servi then
            chemins, champs = {}, {}
            cles_du_motif = setmetatable({}, { __mode = "k" })
            jours_lus, nombre_de_jours_lus = {}, 0
            nouvelle_course()
            a_servi = false
          end
          racine, env = faits, nil
          jour_retenu, arrondi = jour, nil
          for _, voisins in next, calculs do
            for i = 1, #voisins do voisins[i].valeurs = {} end
          end
        end
        -- All files are loaded: their tables change no more, and their lengths are known.
        function O.charge()
          for t in next, ages do suite(t) end
          a_servi = true
        end
        function O.dossier(faits, decision, jour)
          nouveau_dossier(faits, jour)
          O.prepare(decision)
        end

        -- The environment of the instrumented form, made when a rule first needs it.
        function O.prepare(decision)
          a_servi = true
          situe(racine, "")
          env = setmetatable({}, { __index = bib })
          env.dossier = racine
          env.collectivite = rawget(racine, "collectivite") or inconnu("collectivite")
          env.decision = { date = jour_de(decision) }
          for nom, v in next, periode.parametres do env[nom] = v end
          for nom, t in next, periode.listes do
            if getmetatable(t) == Liste then chemins[t] = nom end
            env[nom] = t
          end
          for _, voisins in next, calculs do
            for i = 1, #voisins do
              local c = voisins[i]
              local v = c.valeurs[0]
              if v == nil then v = c.doute end
              env[c.nom] = v
            end
          end
        end

        -- What a calcul gave on a subject; on the dossier, every rule sees it.
        local function garde(calcul, place, v)
          calcul.valeurs[place] = v
          if env and calcul.portee == "dossier" then env[calcul.nom] = v end
        end

        local function element(liste, numero, portee)
          if not numero then return nil end
          local voisins = calculs[portee]
          for i = 1, #voisins do
            local c = voisins[i]
            local v = c.valeurs[numero]
            if v == nil then v = c.doute end
            env[c.nom] = v
          end
          local l = rawget(racine, liste)
          if l == nil then return inconnu(liste) end
          return l[numero]
        end

        local function entre_en(regle, expertise, demande)
          nouvelle_course()
          arrondi = regle.arrondi
          env.expertise = element("expertises", expertise, "expertise")
          env.demande = element("demandes", demande, "demande")
          env.debut = nil
        end

        -- What a rule reports: values by their places, nil for nothing.
        local function bilan(resultat, v, doute, textes, debut, fin)
          local montree, suppositions
          if v ~= nil then montree = court_montre(v) end
          if hypotheses then
            suppositions = {}
            for i = 1, #hypotheses, 2 do
              suppositions[i], suppositions[i + 1] = hypotheses[i], court_montre(hypotheses[i + 1])
            end
          end
          return resultat, montree, doute, textes, lus, absents, vides, suppositions, noeuds,
            rien_ne_convient, debut, fin
        end
        function O.reste() return bilan("en_erreur") end

        local function booleen(v, champ)
          if v == true or v == false or u(v) then return v end
          echec("« " .. champ .. " » doit être vrai ou faux, pas " .. nom_type(v))
        end

        -- Texts change no result: what they find absent does not count.
        local function textes(c)
          if not c.textes then return nil end
          if c.lus[3] then c.lus[3](env) end
          local a, b, h, n = absents, vides, hypotheses, noeuds
          absents, vides, hypotheses, noeuds = nil, nil, nil, nil
          local r = c.textes(env)
          local octets = 0
          for i = 1, #r do
            if type(r[i]) == "string" then octets = octets + #r[i] end
          end
          exige_courts(octets)
          absents, vides, hypotheses, noeuds = a, b, h, n
          return r
        end

        local courses = {}
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
            echec("« points » doit être un nombre raisonnable, pas " .. nom_type(points))
          end
          local ensemble = fusion(doute, points)
          if u(ensemble) then return bilan("indeterminee", points, ensemble) end
          return bilan("satisfaite", points, nil, textes(c))
        end
        function courses.validite(c)
          local debut = c.debut(env)
          env.debut = debut
          local fin = c.fin(env)
          local doute = fusion(debut, fin)
          if u(doute) then return bilan("indeterminee", nil, doute) end
          exige_jour(debut, "debut")
          exige_jour(fin, "fin")
          if fin.n < debut.n then echec("la fin de la validité précède son début") end
          return bilan("satisfaite", nil, nil, nil, debut.n, fin.n)
        end
        function courses.signalement(c) return bilan("satisfaite", nil, nil, textes(c)) end
        function courses.calcul(c, _, calcul, place)
          local v = c.valeur(env)
          if v == nil then echec("« valeur » n’a rien donné") end
          if type(v) == "number" and (v ~= v or v == math.huge or v == -math.huge) then
            echec("« valeur » n’est pas un nombre fini")
          end
          if calcul then garde(calcul, place, v) end
          if u(v) then return bilan("indeterminee", nil, v) end
          return bilan("satisfaite", v)
        end

        -- Runs one rule on one subject.
        function O.execute(numero, expertise, demande)
          local regle = regles[numero]
          local c, calcul = regle.champs, regle.calcul
          local place = expertise or demande or 0
          entre_en(regle, expertise, demande)
          if calcul then garde(calcul, place, calcul.doute) end
          if c.lus[1] then c.lus[1](env) end
          local condition = true
          if c.si then condition = booleen(c.si(env), "si") end
          if condition == false then return bilan("sans_objet") end
          local doute = u(condition) and condition or nil
          if doute and regle.nature ~= "priorite" then
            if calcul then garde(calcul, place, doute) end
            return bilan("indeterminee", nil, doute)
          end
          if c.lus[2] then c.lus[2](env) end
          return courses[regle.nature](c, doute, calcul, place)
        end

        function O.textes_sinon(numero) return textes(regles[numero].champs) end

        local socle = setmetatable({}, { __index = bib, __newindex = function(_, nom)
          echec("« " .. tostring(nom) .. " » est une variable globale : écrire « local »")
        end })
        """#

    /// What the host is given.
    static let entry = #"""
        -- Hands the host one operation, or the table of all, or what a policy file sees.
        return function(nom)
          if nom == "operations" then return O end
          if nom == "socle" then return socle end
          if nom == "operations_directes" then return D end
          if nom == "charge_directement" then return D.charge end
          if nom == "socle_direct" then return socle_direct end
          return O[nom]
        end
        """#
}
