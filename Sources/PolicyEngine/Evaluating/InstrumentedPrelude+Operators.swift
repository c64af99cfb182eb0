// The operators of the instrumented form, in Lua: logic, comparison, arithmetic, texts, bits.
// SPDX-License-Identifier: MIT

extension InstrumentedPrelude {
    /// What each operator of a policy becomes: it knows unknowns, days and durations.
    static let operators = #"""
        local function non(a)
          if u(a) then return a end
          return not a
        end

        -- Strong Kleene logic: a false operand decides, whatever stands before it.
        local function et(v, suite, ...)
          if not suite then return v end
          if not u(v) then
            if not v then return v end
            return et(suite(), ...)
          end
          local r = et(suite(), ...)
          if u(r) then return fusion(v, r) end
          if not r then return r end
          return v
        end

        local function ou(v, suite, ...)
          if not suite then return v end
          if not u(v) then
            if v then return v end
            return ou(suite(), ...)
          end
          local r = ou(suite(), ...)
          if u(r) then return fusion(v, r) end
          if r then return r end
          return v
        end

        local function egal(a, b)
          local ma, mb = getmetatable(a), getmetatable(b)
          if ma == Inconnu or mb == Inconnu then return fusion(a, b) end
          if ma == Duree and mb == Duree then
            if a.nature ~= b.nature then echec("on ne compare pas des mois et des jours") end
            return a.n == b.n
          end
          if type(a) == "string" and type(b) == "string" and #a == #b and #a > 1000 then paie(#a) end
          return a == b
        end

        local function different(a, b)
          local r = egal(a, b)
          if u(r) then return r end
          return not r
        end

        -- Numbers to compare in place of two values of one kind.
        local function ordre(a, b)
          local ta, tb = type(a), type(b)
          if ta == tb and ta == "number" then return a, b end
          if ta == tb and ta == "string" then
            if #a > 1000 and #b > 1000 then paie(math.min(#a, #b)) end
            return a, b
          end
          local ma, mb = getmetatable(a), getmetatable(b)
          if ma == mb and ma == Jour then return a.n, b.n end
          if ma == mb and ma == Duree and a.nature == b.nature then return a.n, b.n end
          echec("on ne compare pas " .. nom_type(a) .. " et " .. nom_type(b))
        end

        local function inf(a, b)
          if u(a) or u(b) then return fusion(a, b) end
          local x, y = ordre(a, b)
          return x < y
        end
        local function inf_egal(a, b)
          if u(a) or u(b) then return fusion(a, b) end
          local x, y = ordre(a, b)
          return x <= y
        end
        local function sup(a, b) return inf(b, a) end
        local function sup_egal(a, b) return inf_egal(b, a) end

        local function decale(j, d, signe)
          if d.nature == "jours" then return jour_de(j.n + signe * d.n) end
          return jour_de(hote.ajoute_mois(j.n, signe * d.n, arrondi))
        end

        -- A chunk has room for 200 names.
        local opere
        do
          local nombres = {
            ["+"] = function(a, b) return a + b end,
            ["-"] = function(a, b) return a - b end,
            ["*"] = function(a, b) return a * b end,
            ["/"] = function(a, b) return a / b end,
            ["//"] = function(a, b) return a // b end,
            ["%"] = function(a, b) return a % b end,
            ["^"] = function(a, b) return a ^ b end,
          }

          function opere(a, op, b)
            if u(a) or u(b) then return fusion(a, b) end
            if type(a) == "number" and type(b) == "number" then
              if b == 0 and mtype(a) == "integer" and mtype(b) == "integer"
                and (op == "//" or op == "%") then echec("division par zéro") end
              return nombres[op](a, b)
            end
            local ma, mb = getmetatable(a), getmetatable(b)
            if ma == Jour and mb == Duree and op == "+" then return decale(a, b, 1) end
            if ma == Duree and mb == Jour and op == "+" then return decale(b, a, 1) end
            if ma == Jour and mb == Duree and op == "-" then return decale(a, b, -1) end
            if ma == Jour and mb == Jour and op == "-" then return duree("jours", a.n - b.n) end
            if ma == Duree and mb == Duree and a.nature == b.nature then
              if op == "+" then return duree(a.nature, a.n + b.n) end
              if op == "-" then return duree(a.nature, a.n - b.n) end
            end
            echec("« " .. op .. " » ne s’applique pas à " .. nom_type(a) .. " et " .. nom_type(b))
          end
        end

        local function calcul(a, op, b, ...)
          if op == nil then return a end
          return calcul(opere(a, op, b), ...)
        end

        local function oppose(a)
          if u(a) then return a end
          if type(a) == "number" then return -a end
          if getmetatable(a) == Duree then return duree(a.nature, -a.n) end
          echec("« - » ne s’applique pas à " .. nom_type(a))
        end

        -- « inf » and « nan » are no words that anybody should read.
        local function a_ecrire(v)
          if type(v) == "number" and (v ~= v or v == math.huge or v == -math.huge) then
            echec("un nombre infini ou indéfini ne s’écrit pas dans un texte")
          end
          return v
        end

        local function joint(...)
          local doute = premier_inconnu(...)
          if doute then return doute end
          local morceaux = { ... }
          for i = 1, select("#", ...) do
            local t = type(a_ecrire(morceaux[i]))
            if t ~= "string" and t ~= "number" then
              echec("« .. » joint des textes et des nombres, pas " .. nom_type(morceaux[i]))
            end
          end
          return tconcat(morceaux)
        end

        local function entier(v)
          local n = type(v) == "number" and math.tointeger(v)
          if not n then echec("une opération sur les bits demande un nombre entier") end
          return n
        end
        local bits_faits = {
          ["&"] = function(a, b) return a & b end, ["|"] = function(a, b) return a | b end,
          ["~"] = function(a, b) return a ~ b end, ["<<"] = function(a, b) return a << b end,
          [">>"] = function(a, b) return a >> b end,
        }
        local function bits(a, op, b)
          if u(a) or u(b) then return fusion(a, b) end
          return bits_faits[op](entier(a), entier(b))
        end
        local function bits_non(a)
          if u(a) then return a end
          return ~entier(a)
        end
        """#
}
