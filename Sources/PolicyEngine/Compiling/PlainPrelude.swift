// The short Lua prelude under which stock Lua runs the plain form of a regime.
// SPDX-License-Identifier: MIT

import Labelling

/// Lua text that knows nothing of unknowns: an absent fact is nil there, as in any Lua program.
///
/// Its calendar and its functions are written apart from the engine's, so that agreement means
/// something.
enum PlainPrelude {
    /// The whole prelude.
    static let text = [countries, days, functions, constructs, main].joined(separator: "\n")

    private static let countries: String = {
        let entries = Country.codes.map { code in
            "\(code)=\(LuaWriter.quoted(Country.frenchName(of: code) ?? code))"
        }
        return "local PAYS = { \(entries.joined(separator: ", ")) }"
    }()

    private static let days = #"""
        LIGNES = {}
        local Jour, Duree = {}, {}
        local arrondi

        local function bissextile(a) return a % 4 == 0 and (a % 100 ~= 0 or a % 400 == 0) end
        local longueurs = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
        local function longueur(a, m)
          if m == 2 and bissextile(a) then return 29 end
          return longueurs[m]
        end
        local function rang(a, m, j)
          local n = 365 * (a - 1) + (a - 1) // 4 - (a - 1) // 100 + (a - 1) // 400
          for i = 1, m - 1 do n = n + longueur(a, i) end
          return n + j
        end
        local function date_de(n)
          local a = math.max(1, n // 366)
          while rang(a + 1, 1, 1) <= n do a = a + 1 end
          local m = 1
          while m < 12 and rang(a, m + 1, 1) <= n do m = m + 1 end
          return a, m, n - rang(a, m, 1) + 1
        end
        local function jour_de(n)
          if n < 1 or n > 3652059 then error("jour hors du calendrier") end
          return setmetatable({ n = n }, Jour)
        end
        local function duree(nature, n) return setmetatable({ nature = nature, n = n }, Duree) end
        function iso(j) return string.format("%04d-%02d-%02d", date_de(j.n)) end

        function jour(texte)
          local a, m, j = string.match(texte, "^(%d%d%d%d)-(%d%d)-(%d%d)$")
          a, m, j = tonumber(a), tonumber(m), tonumber(j)
          assert(a and a >= 1 and m >= 1 and m <= 12 and j >= 1 and j <= longueur(a, m), texte)
          return jour_de(rang(a, m, j))
        end
        function ans(n) return duree("mois", 12 * n) end
        function mois(n) return duree("mois", n) end
        function jours(n) return duree("jours", n) end

        local function ajoute(j, d, signe)
          if d.nature == "jours" then return jour_de(j.n + signe * d.n) end
          local a, m, q = date_de(j.n)
          local total = 12 * a + (m - 1) + signe * d.n
          a, m = total // 12, total % 12 + 1
          if a < 1 or a > 9999 then error("jour hors du calendrier") end
          if q <= longueur(a, m) then return jour_de(rang(a, m, q)) end
          if arrondi == "dernier_jour" then return jour_de(rang(a, m, longueur(a, m))) end
          if arrondi == "jour_suivant" then return jour_de(rang(a, m, longueur(a, m)) + 1) end
          error("aucun jour exact")
        end
        function Jour.__add(a, b)
          if getmetatable(a) == Duree then a, b = b, a end
          return ajoute(a, b, 1)
        end
        function Jour.__sub(a, b)
          if getmetatable(b) == Jour then return duree("jours", a.n - b.n) end
          return ajoute(a, b, -1)
        end
        function Jour.__eq(a, b) return a.n == b.n end
        function Jour.__lt(a, b) return a.n < b.n end
        function Jour.__le(a, b) return a.n <= b.n end
        local function meme_nature(a, b) assert(a.nature == b.nature, "mois et jours") end
        Duree.__add = function(a, b)
          if getmetatable(b) == Jour then return ajoute(b, a, 1) end
          meme_nature(a, b)
          return duree(a.nature, a.n + b.n)
        end
        Duree.__sub = function(a, b) meme_nature(a, b) return duree(a.nature, a.n - b.n) end
        Duree.__unm = function(a) return duree(a.nature, -a.n) end
        Duree.__eq = function(a, b) meme_nature(a, b) return a.n == b.n end
        Duree.__lt = function(a, b) meme_nature(a, b) return a.n < b.n end
        Duree.__le = function(a, b) meme_nature(a, b) return a.n <= b.n end

        function mois_revolus(a, b)
          if b < a then return -mois_revolus(b, a) end
          local aa, am, aj = date_de(a.n)
          local ba, bm, bj = date_de(b.n)
          local n = 12 * (ba - aa) + bm - am
          if bj < aj then n = n - 1 end
          return n
        end
        function ans_revolus(a, b)
          if b < a then return -ans_revolus(b, a) end
          return mois_revolus(a, b) // 12
        end
        """#

    private static let functions = #"""
        -- The policy language walks tables in the order of their keys: numbers, then texts.
        local libre = pairs
        function pairs(t)
          local cles, i = {}, 0
          for cle in libre(t) do cles[#cles + 1] = cle end
          table.sort(cles, function(a, b)
            if type(a) ~= type(b) then return type(a) == "number" end
            return a < b
          end)
          return function()
            i = i + 1
            if cles[i] ~= nil then return cles[i], t[cles[i]] end
          end
        end
        local function convient(f, e)
          if type(f) == "function" then return f(e) end
          for cle, v in pairs(f) do if e[cle] ~= v then return false end end
          return true
        end
        function nombre(l) return #l end
        function existe(l, f)
          for _, e in ipairs(l) do if convient(f, e) then return true end end
          return false
        end
        function tous(l, f)
          for _, e in ipairs(l) do if not convient(f, e) then return false end end
          return true
        end
        function compte(l, f)
          local n = 0
          for _, e in ipairs(l) do if convient(f, e) then n = n + 1 end end
          return n
        end
        function somme(l, f)
          local total = 0
          for _, e in ipairs(l) do total = total + f(e) end
          return total
        end
        function premier(l, f, ...)
          for _, e in ipairs(l) do if convient(f, e) then return e end end
          if select("#", ...) > 0 then return (...) end
          error({ sans_objet = true })
        end
        function parmi(x, l)
          if l.lignes then return l.lignes[x] ~= nil end
          for _, e in ipairs(l) do if e == x then return true end end
          return false
        end
        function entre(x, a, b) return a <= x and x <= b end
        function connu(x) return x ~= nil end
        function renseigne(x)
          if type(x) == "string" then
            x = x:gsub("\194\160", " "):gsub("\226\128[\128-\138\175]", " ")
            return string.find(x, "[^ \t-\r]") ~= nil
          end
          if type(x) == "table" and getmetatable(x) == nil then return next(x) ~= nil end
          return x ~= nil
        end
        function defaut(x, v) if x == nil then return v end return x end
        function si_sinon(c, a, b) if c then return a end return b end
        function nom_pays(code) return PAYS[code] or code end
        local function lettres(t, depuis, vers)
          return (string.gsub(t, "\195[\128-\191]", function(c)
            local o = string.byte(c, 2)
            if o >= depuis and o <= depuis + 30 and o ~= depuis + 23 then
              return "\195" .. string.char(o + vers)
            end
          end))
        end
        function minuscules(t)
          return (lettres(string.lower(t), 128, 32):gsub("Œ", "œ"):gsub("Ÿ", "ÿ"))
        end
        function majuscules(t)
          return (lettres(string.upper(t), 160, -32):gsub("œ", "Œ"):gsub("ÿ", "Ÿ"))
        end
        Jour.__tostring = iso
        -- A policy gives no base: the second value of `string.gsub` is none.
        local lit_nombre = tonumber
        function tonumber(v) return lit_nombre(v) end
        -- The only intended difference with stock Lua: what is equal keeps its order.
        function table.sort(l, avant)
          avant = avant or function(a, b) return a < b end
          for i = 2, #l do
            local v, j = l[i], i - 1
            while j >= 1 and avant(v, l[j]) do
              l[j + 1] = l[j]
              j = j - 1
            end
            l[j + 1] = v
          end
        end
        function extrait(t, i, j)
          local n = utf8.len(t)
          j = j or -1
          if i < 0 then i = n + i + 1 end
          if j < 0 then j = n + j + 1 end
          i, j = math.max(i, 1), math.min(j, n)
          if i > j then return "" end
          return string.sub(t, utf8.offset(t, i), utf8.offset(t, j + 1) - 1)
        end
        function contient(t, partie) return string.find(t, partie, 1, true) ~= nil end
        function commence_par(t, debut) return string.sub(t, 1, #debut) == debut end
        function joindre(l, separateur) return table.concat(l, separateur) end
        """#

    private static let constructs = #"""
        local regles, parametres, tables = {}, {}, {}
        function refus(texte) return texte end
        examen, piece = refus, refus
        function regime() return function() end end
        function champ() return function() end end
        function niveaux() end
        function parametre(nom) return function(p) parametres[nom] = p.valeurs end end
        function donnees(nom) return function(d) tables[nom] = d end end
        for _, nature in ipairs({ "critere", "priorite", "validite", "signalement", "calcul" }) do
          _ENV[nature] = function(id)
            return function(champs)
              champs.nature = nature
              regles[id] = champs
            end
          end
        end
        function fichier(f) f() end
        local modules = {}
        function module(nom, f) modules[nom] = f() end
        function require(nom) return assert(modules[nom], nom) end

        -- The environment of one dossier.
        local function environnement(dossier, decision)
          local jour_compte = DATE_DE_CHOIX == "depot" and dossier.depose_le or decision
          local env = setmetatable({}, { __index = _ENV })
          env.dossier, env.collectivite = dossier, dossier.collectivite
          env.decision = { date = decision }
          for nom, valeurs in pairs(parametres) do
            local depuis
            for _, v in ipairs(valeurs) do
              if v.du <= jour_compte and (not v.jusqu_au or jour_compte <= v.jusqu_au)
                and (not depuis or depuis < v.du) then
                env[nom], depuis = v.valeur, v.du
              end
            end
          end
          for nom, d in pairs(tables) do
            local t = d.cle and { lignes = {} } or {}
            for _, l in ipairs(LIGNES[nom]) do
              if l.du <= jour_compte.n and jour_compte.n <= l.au then
                if d.cle then t.lignes[l.fiche[d.cle]] = l.fiche else t[#t + 1] = l.fiche end
              end
            end
            if d.cle then setmetatable(t, { __index = t.lignes }) end
            env[nom] = t
          end
          return env, jour_compte
        end

        local function valeur(v)
          if getmetatable(v) == Jour then return iso(v) end
          if math.type(v) == "float" and (v ~= v or math.abs(v) == math.huge) then error("infini") end
          return tostring(v)
        end

        local function execute(regle, env)
          arrondi = regle.arrondi
          if regle.si and not regle.si(env) then return "sans_objet" end
          if regle.nature == "critere" then
            return regle.exige(env) and "satisfaite" or "non_satisfaite"
          elseif regle.nature == "priorite" then return "satisfaite", valeur(regle.points(env))
          elseif regle.nature == "validite" then
            local debut = regle.debut(env)
            env.debut = debut
            return "satisfaite", valeur(debut) .. "/" .. valeur(regle.fin(env))
          elseif regle.nature == "calcul" then
            local v = regle.valeur(env)
            env[regle.nom] = v
            return "satisfaite", valeur(v)
          end
          return "satisfaite"
        end
        """#

    private static let main = #"""
        -- One line a result: number, rule, subject, result, value.
        function evaluer(dossier, decision, ecrire)
          local env, jour_compte = environnement(dossier, decision)
          for _, o in ipairs(ORDRE) do
            if o.du <= jour_compte.n and jour_compte.n <= o.au then
              local sujets = { { "dossier" } }
              if o.portee ~= "dossier" then
                sujets = {}
                for i, e in ipairs(dossier[o.portee .. "s"] or {}) do
                  sujets[i] = { o.portee .. "s[" .. i .. "]", e }
                end
              end
              for _, s in ipairs(sujets) do
                env.expertise = o.portee == "expertise" and s[2] or nil
                env.demande = o.portee == "demande" and s[2] or nil
                local bien, resultat, v = pcall(execute, regles[o.id], env)
                if not bien then
                  local rien = type(resultat) == "table" and resultat.sans_objet
                  resultat, v = rien and "sans_objet" or "en_erreur", nil
                end
                ecrire(table.concat({ dossier.numero, o.id, s[1], resultat, v or "-" }, "\t"))
              end
            end
          end
        end

        function principal(chemin)
          if not chemin then return end
          for _, d in ipairs(dofile(chemin)) do evaluer(d.dossier, d.decision, print) end
        end
        """#
}
