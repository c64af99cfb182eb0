// The runs of the direct form, in Lua: operators are Lua's own, and what is absent ends the run.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// The operations of the direct form and the run of all rules on a dossier.
    ///
    /// Where it gives a result, the instrumented form gives the same; it gives none where an unknown
    /// arises, where anything fails and where its small budget ends.
    static let direct = #"""
        local D, bib_directe = {}, {}
        -- What a run read besides what its text names, and what it found absent or blank, C writes down.
        keep_journal(true)
        -- Whether anyone asks for it.
        local note_tout = true
        local chargement = true
        local RIEN = {}

        -- A field of what may be a fact: of a table of the file, as Lua reads it.
        D.lis, D.connu, D.renseigne, D.defaut = look, is_known, is_filled, known_or
        function D.ligne(t, cle)
          if getmetatable(t) ~= Table then abandon() end
          return ligne(t, cle) or abandon()
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
        D.champs, D.avant_textes, D.textes = past_condition, before_texts, after_texts
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
          local begin_run, is_past_condition, tell_run = begin_run, is_past_condition, tell_run
          local attempt_all = attempt_all
          -- The environment of the rules that run.
          local env_courant

          -- Runs one calcul, keeps its value and tells what it gave: its outcome with bits that say what
          -- follows. 5 stands for no result.
          local function tente(regle, env_direct, place)
            course = course + 1
            arrondi = regle.arrondi
            begin_run()
            local c = regle.calcul
            -- What it gave on the dossier before.
            if c and c.portee == "dossier" then env_direct[c.nom] = nil end
            local bien, code, a, b = attempt(regle.budget, regle.direct, env_direct)
            if not bien then
              local cherche_en_vain = code == RIEN and (is_past_condition() or not regle.note_en_si)
              code, a, b = cherche_en_vain and 2 | 512 or 5, nil, nil
            end
            if code & 2 ~= 0 and regle.a_des_textes then code = 5 end
            if c and code == 0 then
              c.valeurs[place] = a
              if c.portee == "dossier" then env_direct[c.nom] = a end
              a, b = b, nil
            end
            tell_run(code, a, b)
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

          -- How rules run: the calculs one by one, since what they give is kept, then all others in one
          -- call (`attempt_all`).
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
            local p, e = periode, periode.direct
            e.dossier, e.collectivite = faits, rawget(faits, "collectivite")
            e.expertise, e.demande = nil, nil
            if p.decision ~= decision then
              p.decision, e.decision = decision, { date = jour_de(decision) }
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
