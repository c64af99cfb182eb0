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

        -- A field of what may be a fact: of a table of the file, as Lua reads it.
        local function lis(t, cle)
          local v = t[cle]
          local identite = t[IDENTITE]
          if identite then
            if note_tout then consigne(identite, cle) end
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
            if note_tout then consigne(t[IDENTITE], cle) end
            return v
          end
          if not note_tout then return nil end
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
          if not note_tout then return false end
          blancs[n_blancs + 1], blancs[n_blancs + 2] = t[IDENTITE], numeros[cle]
          n_blancs = n_blancs + 2
          return false
        end
        function D.defaut(t, cle)
          if getmetatable(t) ~= Fait then abandon() end
          return D.lis(t, cle)
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

        D.renonce, D.paie = abandon, spend
        -- Tables change while files load, and never in a run.
        function D.ecrit() if not chargement then abandon() end end

        -- Between `si` and the other fields; between these and the texts, which change no result.
        function D.champs() apres_si = notes end
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
        D.montre = valeur

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
          -- Of these, a short line tells the outcome and nothing else.
          r.simple = nature == "critere" or nature == "signalement"
          r.a_des_textes, r.note_en_si = a_des_textes, note_en_si
          if portee ~= "dossier" then r.portee, r.liste = portee, portee .. "s" end
        end
        function D.charge() chargement = false end
        D.modules = {}
        function D.rend(nom, t)
          if type(t) ~= "table" or getmetatable(t) ~= nil then abandon() end
          D.modules[nom] = t
        end

        -- Adds a count and as many values after the `n` first places of `r`.
        local function ajoute(r, n, valeurs, combien)
          n = n + 1
          r[n] = combien
          for i = 1, combien do r[n + i] = valeurs[i] end
          return n + combien
        end
        -- Runs one rule and writes what it gave after the `n` first places of `r`: its outcome with
        -- bits that tell what follows. 5 stands for no result.
        local function tente(regle, env_direct, place, r, n, complet)
          course = course + 1
          arrondi = regle.arrondi
          apres_si = not regle.note_en_si and 0 or nil
          if complet then
            notes, n_manquants, n_blancs, en_reserve, essaie, apres_champs = 0, 0, 0, 0, false, nil
          end
          local bien, code, a, b, t = attempt(regle.budget, regle.direct, env_direct)
          if not bien and code == RIEN and regle.nature == "calcul" and apres_si then
            code, a, b, t = 2 | 512, nil, nil, nil
          elseif not bien then
            code = 5
          end
          if code == 5 or code & 2 ~= 0 and regle.a_des_textes and regle.nature == "calcul" then
            r[n + 1] = 5
            return n + 1
          end
          local c = regle.calcul
          if c and code == 0 then
            c.valeurs[place] = a
            if c.portee == "dossier" then env_direct[c.nom] = a end
            a, b = b, nil
          end
          local tete = n + 1
          n, r[tete] = tete, code
          if a ~= nil then
            code, n = code | 8, n + 1
            r[n] = a
          end
          if b ~= nil then
            code, n = code | 16, n + 1
            r[n] = b
          end
          if complet then
            if t then
              code, n = code | 32, n + 1
              r[n] = t
            end
            if notes > 0 then
              code = code | 64
              r[n + 1], r[n + 2], r[n + 3] = notes + 2, apres_si or notes, apres_champs or notes
              n = n + 3
              for i = 1, notes do r[n + i] = journal[i] end
              n = n + notes
            end
            if n_manquants > 0 then
              code, n = code | 128, ajoute(r, n, manquants, n_manquants)
            end
            if n_blancs > 0 then code, n = code | 256, ajoute(r, n, blancs, n_blancs) end
          end
          r[tete] = code
          return n
        end

        do
          local attempt_each = attempt_each

          -- The steps of a run: each rule, or, where outcomes alone are told, those that follow one
          -- another on the same subjects and round alike together.
          local function etapes(ordre, complet)
            local faites = {}
            for i = 1, #ordre do
              local regle, derniere = regles[ordre[i]], faites[#faites]
              if complet or not regle.simple then
                faites[#faites + 1] = regle
              else
                if not derniere or not derniere.courses or derniere.liste ~= regle.liste
                  or derniere.arrondi ~= regle.arrondi then
                  derniere = {
                    portee = regle.portee, liste = regle.liste, arrondi = regle.arrondi,
                    courses = {}, budgets = {},
                  }
                  faites[#faites + 1] = derniere
                end
                local n = #derniere.courses + 1
                derniere.courses[n], derniere.budgets[n] = regle.direct, regle.budget
              end
            end
            return faites
          end

          -- Runs every rule in force on each of its subjects; the lists that are absent give nothing.
          function O.passe(faits, decision, jour, complet)
            uncounted()
            nouveau_dossier(faits, jour)
            octets_des_textes, note_tout = 0, complet
            local p, e = periode, periode.direct
            local a_faire = p.etapes[complet]
            if not a_faire then
              a_faire = etapes(p.ordre, complet)
              p.etapes[complet] = a_faire
            end
            e.dossier, e.collectivite = faits, rawget(faits, "collectivite")
            e.expertise, e.demande = nil, nil
            e.decision = { date = jour_de(decision) }
            for _, voisins in next, calculs do
              for i = 1, #voisins do e[voisins[i].nom] = nil end
            end
            local r, n = {}, 0
            for i = 1, #a_faire do
              local etape = a_faire[i]
              local courses, liste, portee = etape.courses, etape.liste, etape.portee
              local sujets, voisins, combien = nil, nil, 1
              if liste then
                sujets, voisins = rawget(faits, liste), calculs[portee]
                combien = sujets and #sujets or 0
              end
              for k = 1, combien do
                if liste then
                  e[portee] = sujets[k]
                  for j = 1, #voisins do e[voisins[j].nom] = voisins[j].valeurs[k] end
                end
                if courses then
                  arrondi = etape.arrondi
                  attempt_each(courses, etape.budgets, e, r, n + k, combien)
                else
                  n = tente(etape, e, liste and k or 0, r, n, complet)
                end
              end
              if courses then n = n + #courses * combien end
              if liste then
                e[portee] = nil
                for j = 1, #voisins do e[voisins[j].nom] = nil end
              end
            end
            return r
          end
        end
        """#
}
