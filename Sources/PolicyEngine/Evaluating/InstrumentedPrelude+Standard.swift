// Functions of Lua's own libraries in the instrumented form, in Lua: forms of texts, order, numbers.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// The functions whose work the trusted globals do: what these know nothing of is seen to here.
    static let standard = #"""
        do
          local sgmatch, sgsub, sformat = string.gmatch, string.gsub, string.format
          local tsort, tunpack, charpattern = table.sort, table.unpack, utf8.charpattern

          -- Lua's own functions know no day and no fact: what is no plain value stops here.
          local function simple(v, nom)
            local t = type(v)
            if t == "table" or t == "function" then
              echec("« " .. nom .. " » ne s’applique pas à " .. nom_type(v))
            end
          end
          local function native(nom, f)
            return stricte(function(...)
              for i = 1, select("#", ...) do simple((select(i, ...)), nom) end
              return f(...)
            end)
          end
          -- Of texts alone: numbers among them are written.
          local function native_de_textes(nom, f)
            return native(nom, function(...)
              for i = 1, select("#", ...) do a_ecrire((select(i, ...))) end
              return f(...)
            end)
          end

          for _, nom in ipairs({ "find", "match", "rep" }) do
            bib.string[nom] = native_de_textes("string." .. nom, string[nom])
          end
          bib.string.gmatch = native_de_textes("string.gmatch", function(...)
            return de_cette_course(sgmatch(...))
          end)

          -- An unknown replacement leaves the whole text unknown.
          local function remplace_par(f, texte, modele, n)
            local amas
            local resultat, fois = sgsub(texte, modele, function(...)
              local v = f(...)
              if u(v) then
                amas = Inconnu.recueille(amas, v)
                return false
              end
              simple(v, "string.gsub")
              return a_ecrire(v)
            end, n)
            if amas then return Inconnu.recueilli(amas) end
            return resultat, fois
          end
          bib.string.gsub = stricte(function(texte, modele, r, n)
            simple(a_ecrire(texte), "string.gsub")
            simple(modele, "string.gsub")
            if type(r) == "function" then return remplace_par(r, texte, modele, n) end
            if type(r) == "table" and getmetatable(r) == nil then
              return remplace_par(function(cle) return r[cle] end, texte, modele, n)
            end
            simple(a_ecrire(r), "string.gsub")
            return sgsub(texte, modele, r, n)
          end)

          bib.string.format = stricte(function(modele, ...)
            local valeurs, n = { ... }, select("#", ...)
            for i = 1, n do
              local v = valeurs[i]
              if getmetatable(v) == Jour then valeurs[i] = hote.iso(v.n)
              elseif v == nil then echec("« string.format » ne s’applique pas à rien")
              else simple(a_ecrire(v), "string.format") end
            end
            return sformat(modele, tunpack(valeurs, 1, n))
          end)

          bib.utf8 = { charpattern = charpattern }
          for _, nom in ipairs({ "len", "char", "codepoint" }) do
            bib.utf8[nom] = native("utf8." .. nom, utf8[nom])
          end
          -- What `string.sub` is for bytes.
          bib.extrait = stricte(function(texte, i, j)
            exige_type(texte, "string", "extrait")
            i = exige_entier(i, "extrait")
            j = j == nil and -1 or exige_entier(j, "extrait")
            local n = utf8.len(texte)
            if not n then echec("« extrait » : le texte n’est pas en UTF-8") end
            if i < 0 then i = n + i + 1 end
            if j < 0 then j = n + j + 1 end
            local lettres, rang = {}, 0
            for lettre in sgmatch(texte, charpattern) do
              rang = rang + 1
              if rang > j then break end
              if rang >= i then lettres[#lettres + 1] = lettre end
            end
            return tconcat(lettres)
          end)

          -- One unknown element, or one unknown answer, could change every place of the list.
          local function doute_de(l)
            local amas
            for i = 1, #l do
              if u(l[i]) then amas = Inconnu.recueille(amas, l[i]) end
            end
            return Inconnu.recueilli(amas)
          end
          local function trie_par(l, precede)
            local amas
            tsort(l, function(a, b)
              local r = precede(a, b)
              if u(r) then
                amas = Inconnu.recueille(amas, r)
                return false
              end
              if r ~= true and r ~= false then
                echec("« table.sort » : la fonction répond vrai ou faux, pas " .. nom_type(r))
              end
              return r
            end)
            return Inconnu.recueilli(amas)
          end
          local function sont_des(l, nature)
            for i = 1, #l do if type(l[i]) ~= nature then return false end end
            return true
          end
          function bib.table.sort(l, precede)
            if u(l) then return l end
            a_modifier(l, "« table.sort »")
            if precede ~= nil and not u(precede) then exige_type(precede, "function", "table.sort") end
            local doute = premier_inconnu(doute_de(l), precede)
            if not doute then
              if precede then doute = trie_par(l, precede)
              elseif sont_des(l, "number") or sont_des(l, "string") then tsort(l)
              else tsort(l, inf) end
            end
            if doute then return devient_inconnue(l, doute) end
          end
          bib.table.unpack = stricte(function(l, i, j)
            if type(l) ~= "table" or getmetatable(l) ~= nil then
              echec("« table.unpack » attend une liste du fichier, pas " .. nom_type(l))
            end
            return tunpack(l, i or 1, j or #l)
          end)

          function bib.assert(v, ...)
            if u(v) then return v end
            if not v then
              local message = ...
              echec(type(message) == "string" and message or "une vérification a échoué")
            end
            return v, ...
          end

          for _, nom in ipairs({ "sqrt", "tointeger" }) do
            bib.math[nom] = native("math." .. nom, math[nom])
          end
          bib.math.fmod = native("math.fmod", function(a, b)
            if mtype(a) == "integer" and mtype(b) == "integer" and b == 0 then
              echec("division par zéro")
            end
            return math.fmod(a, b)
          end)
          bib.math.maxinteger, bib.math.mininteger = math.maxinteger, math.mininteger
        end
        """#
}
