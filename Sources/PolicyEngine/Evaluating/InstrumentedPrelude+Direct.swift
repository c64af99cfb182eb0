// The runs of the direct form, in Lua: operators are Lua's own, and what is absent ends the run.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// The operations of the direct form and the run of all rules on a dossier.
    ///
    /// Where it gives a result, the instrumented form gives the same; it gives none where an unknown
    /// arises, where anything fails and where its small budget ends.
    static let direct = #"""
        local D, bib_directe = {}, {}
        local numeros = {}
        for i = 1, #hote.cles do numeros[hote.cles[i]] = i end

        -- What a run read besides what its text names: identities of records and numbers of keys in
        -- turn; of a row that is tried, only when it fits.
        local journal, notes, retenus, en_reserve = {}, 0, {}, 0
        -- What it found absent or blank, and how much of it counts; where its fields and texts begin.
        local manquants, n_manquants, blancs, n_blancs = {}, 0, {}, 0
        local apres_si, apres_champs
        -- All texts of a dossier; beyond this, only the other form counts what a verdict can hold.
        local octets_des_textes = 0
        -- Whether anyone asks what is read.
        local note_tout = true
        local chargement = true
        local RIEN = {}

        local function consigne(identite, cle)
          local numero = numeros[cle]
          if not numero then abandon() end
          if identite < 0 and essaie then
            retenus[en_reserve + 1], retenus[en_reserve + 2] = identite, numero
            en_reserve = en_reserve + 2
          else
            journal[notes + 1], journal[notes + 2] = identite, numero
            notes = notes + 2
          end
        end

        -- A field of what may be a fact: of a table of the file, as Lua reads it. This and what
        -- follows notes; what does not is C's.
        local function lis(t, cle)
          local v = t[cle]
          local identite = t[IDENTITE]
          if identite then
            consigne(identite, cle)
          elseif getmetatable(t) ~= nil then
            abandon()
          end
          return v
        end
        D.lis = lis
        function D.ligne(t, cle)
          if getmetatable(t) ~= Table then abandon() end
          return ligne(t, cle) or abandon()
        end

        -- The field of a fact, nil when it is absent, which is then noted.
        local function cherche(t, cle)
          if getmetatable(t) ~= Fait then abandon() end
          local v = rawget(t, cle)
          if v ~= nil then
            consigne(t[IDENTITE], cle)
            return v
          end
          local numero = numeros[cle]
          if not numero then abandon() end
          manquants[n_manquants + 1], manquants[n_manquants + 2] = t[IDENTITE], numero
          n_manquants = n_manquants + 2
        end
        function D.connu(t, cle) return cherche(t, cle) ~= nil end
        function D.renseigne(t, cle)
          local v = cherche(t, cle)
          if v == nil then return false end
          local vide
          if type(v) == "string" then
            vide = blanc(v)
          else
            vide = getmetatable(v) == Liste and #v == 0
          end
          if not vide then return true end
          blancs[n_blancs + 1], blancs[n_blancs + 2] = t[IDENTITE], numeros[cle]
          n_blancs = n_blancs + 2
          return false
        end
        function D.defaut(t, cle)
          if getmetatable(t) ~= Fait then abandon() end
          return lis(t, cle)
        end

        -- What is not to be written is told by the instrumented form.
        do
          local infini = math.huge
          local function se_refuse(v)
            return type(v) == "number" and (v ~= v or v == infini or v == -infini)
          end
          function D.joint(a, b)
            if se_refuse(a) or se_refuse(b) then abandon() end
            return a .. b
          end
        end

        D.renonce, D.paie, D.retient = abandon, spend, remembering
        -- Tables change while files load, and never in a run.
        function D.ecrit() if not chargement then abandon() end end

        -- Between `si` and the other fields; between these and the texts, which change no result.
        function D.champs() apres_si = notes end
        do
          local gardes, gardes_blancs
          function D.avant_textes()
            apres_champs, gardes, gardes_blancs = notes, n_manquants, n_blancs
          end
          function D.textes(_, r)
            local octets = 0
            for i = 1, #r do
              if type(r[i]) == "string" then octets = octets + #r[i] end
            end
            octets_des_textes = octets_des_textes + octets
            if octets > 65536 or octets_des_textes > 1048576 then abandon() end
            n_manquants, n_blancs = gardes, gardes_blancs
            return r
          end
        end
        D.montre = valeur
        function D.montre_fait(t, cle)
          if getmetatable(t) ~= Fait then abandon() end
          local v = rawget(t, cle)
          if v == nil then return inconnue end
          return valeur(v)
        end

        -- What `si` gave when it is not true: the rule has no object.
        function D.sans(v)
          if v ~= false then abandon() end
          return 2
        end
        function D.critere(v)
          if v ~= false then abandon() end
          return 1
        end
        function D.points(v)
          if type(v) ~= "number" or v ~= v or v > 1e15 or v < -1e15 then abandon() end
          return v
        end
        function D.validite(debut, fin)
          if getmetatable(debut) ~= Jour or getmetatable(fin) ~= Jour or fin.n < debut.n then
            abandon()
          end
          return 0, debut.n, fin.n
        end
        function D.calcul(v)
          local t = type(v)
          if t == "number" and (v ~= v or v == math.huge or v == -math.huge)
            or t == "string" and #v > 65536 or t == "function" or t == "nil"
            or t == "table" and getmetatable(v) == nil then abandon() end
          if note_tout then return 0, v, valeur(v) end
          return 0, v
        end

        function D.regle(numero, nature, arrondi, portee, course, a_des_textes, note_en_si, poids)
          local r = regles[numero] or {}
          regles[numero] = r
          -- An eightieth of the other form's budget: none of the expressions that `poids` counts takes
          -- that form eighty instructions, so that what ends here ends there too.
          r.direct, r.budget = course, 2500 - poids
          r.nature, r.arrondi = nature, arrondi
          r.a_des_textes, r.note_en_si = a_des_textes, note_en_si
          if portee ~= "dossier" then r.portee, r.liste = portee, portee .. "s" end
        end
        function D.charge() chargement = false end
        D.modules = {}
        function D.rend(nom, t)
          if type(t) ~= "table" or getmetatable(t) ~= nil then abandon() end
          D.modules[nom] = t
        end

        do
          local tell, tell_all, attempt_all = tell, tell_all, attempt_all
          -- The environment of the rules that run.
          local env_courant

          -- Runs one rule and tells what it gave: its outcome with bits that say what follows. 5 stands
          -- for no result.
          local function tente(regle, env_direct, place)
            course = course + 1
            arrondi = regle.arrondi
            apres_si = not regle.note_en_si and 0 or nil
            notes, n_manquants, n_blancs, en_reserve, essaie, apres_champs = 0, 0, 0, 0, false, nil
            local c = regle.calcul
            -- What it gave on the dossier before.
            if c and c.portee == "dossier" then env_direct[c.nom] = nil end
            local bien, code, a, b, t = attempt(regle.budget, regle.direct, env_direct)
            if not bien and code == RIEN and regle.nature == "calcul" and apres_si then
              code, a, b, t = 2 | 512, nil, nil, nil
            elseif not bien then
              code = 5
            end
            if code == 5 or code & 2 ~= 0 and regle.a_des_textes and regle.nature == "calcul" then
              return tell(5)
            end
            if c and code == 0 then
              c.valeurs[place] = a
              if c.portee == "dossier" then env_direct[c.nom] = a end
              a, b = b, nil
            end
            if a ~= nil then code = code | 8 end
            if b ~= nil then code = code | 16 end
            if t and note_tout then code = code | 32 end
            if notes > 0 then code = code | 64 end
            if n_manquants > 0 then code = code | 128 end
            if n_blancs > 0 then code = code | 256 end
            if code < 8 then return tell(code) end
            if b ~= nil then tell(code, a, b) elseif a ~= nil then tell(code, a) else tell(code) end
            if code & 32 ~= 0 then tell(t) end
            if notes > 0 then
              tell(notes + 2, apres_si or notes, apres_champs or notes)
              tell_all(journal, notes)
            end
            if n_manquants > 0 then
              tell(n_manquants)
              tell_all(manquants, n_manquants)
            end
            if n_blancs > 0 then
              tell(n_blancs)
              tell_all(blancs, n_blancs)
            end
          end

          -- Runs a rule on each of its subjects; a list that is absent has none.
          local function tente_partout(regle, e, faits)
            local liste, portee = regle.liste, regle.portee
            if not liste then return tente(regle, e, 0) end
            local sujets, voisins = rawget(faits, liste), calculs[portee]
            for k = 1, sujets and #sujets or 0 do
              e[portee] = sujets[k]
              for j = 1, #voisins do e[voisins[j].nom] = voisins[j].valeurs[k] end
              tente(regle, e, k)
            end
            e[portee] = nil
            for j = 1, #voisins do e[voisins[j].nom] = nil end
          end

          -- What is done before a rule runs on a subject, and undone after the last one; false for nothing.
          local function entree(regle)
            local voisins = regle.portee and calculs[regle.portee] or {}
            if #voisins == 0 and not regle.arrondi then return false end
            return function(k)
              arrondi = k and regle.arrondi
              for j = 1, #voisins do env_courant[voisins[j].nom] = k and voisins[j].valeurs[k] end
            end
          end

          -- How rules run of which only what they gave is told: the calculs one by one, since what they
          -- give is kept, then all others in one call (`attempt_all`).
          local function plan_de(ordre)
            local calculs_d_abord, plan = {}, {}
            for i = 1, #ordre do
              local regle = regles[ordre[i]]
              if regle.nature == "calcul" then
                calculs_d_abord[#calculs_d_abord + 1] = regle
              else
                local n = #plan
                plan[n + 1], plan[n + 2] = regle.direct, regle.budget
                plan[n + 3], plan[n + 4] = regle.liste or false, regle.portee or false
                plan[n + 5] = entree(regle)
              end
            end
            return { calculs = calculs_d_abord, autres = plan }
          end

          -- Runs every rule in force on each of its subjects, and tells what each run gave.
          function O.passe(faits, decision, jour)
            uncounted()
            nouveau_dossier(faits, jour)
            octets_des_textes = 0
            local p, e = periode, periode.direct
            e.dossier, e.collectivite = faits, rawget(faits, "collectivite")
            e.expertise, e.demande = nil, nil
            if p.decision ~= decision then
              p.decision, e.decision = decision, { date = jour_de(decision) }
            end
            if note_tout then
              for i = 1, #p.ordre do tente_partout(regles[p.ordre[i]], e, faits) end
              return
            end
            local plan = p.plan
            if not plan then
              plan = plan_de(p.ordre)
              p.plan = plan
            end
            env_courant = e
            for i = 1, #plan.calculs do tente_partout(plan.calculs[i], e, faits) end
            arrondi = nil
            attempt_all(plan.autres, e, faits)
          end
        end
        """#
}
