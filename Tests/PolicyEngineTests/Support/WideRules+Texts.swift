// The part of the wide policy that uses Lua's own libraries.
// SPDX-License-Identifier: MIT

extension WideRules {
    /// Texts searched, cut, filled and replaced; lists sorted; numbers.
    static let texts = #"""
        local abrege = { autres = "a.", mots = "m." }

        local function nettoie(texte)
          local reste, fois = string.gsub(texte, "^%s*(.-)%s*$", "%1")
          assert(fois == 1, "une fois")
          return reste
        end

        local function initiales(texte)
          local lettres = {}
          for mot in string.gmatch(texte, "%S+") do
            table.insert(lettres, majuscules(extrait(mot, 1, 1)))
          end
          return joindre(lettres, "")
        end

        local function lettres_a_l_envers(texte)
          local lettres = {}
          for lettre in string.gmatch(texte, utf8.charpattern) do table.insert(lettres, 1, lettre) end
          return table.concat(lettres, ".")
        end

        -- Rangs des partenariats, du plus petit reste au plus grand : les ex aequo gardent leur place.
        local function par_reste(partenariats)
          local liste = {}
          for rang, p in ipairs(partenariats) do
            table.insert(liste, { rang = rang, reste = p.depuis % 2 })
          end
          table.sort(liste, function(a, b) return a.reste < b.reste end)
          local rangs = {}
          for _, p in ipairs(liste) do rangs[#rangs + 1] = p.rang end
          return table.concat(rangs, "<")
        end

        local function jours_tries(labels)
          local liste = {}
          for _, label in ipairs(labels) do
            table.insert(liste, label.accorde_le)
            table.insert(liste, label.expire_le)
          end
          table.sort(liste)
          local textes = {}
          for _, j in ipairs(liste) do textes[#textes + 1] = tostring(j) end
          return table.concat(textes, " ")
        end

        local function ecarts(demande_lue, liste)
          table.insert(liste, demande_lue.mission_prevue_le - demande_lue.recue_le)
          table.insert(liste, demande_lue.reponse_attendue_le - demande_lue.recue_le)
          table.sort(liste, function(a, b) return a > b end)
          local premier_ecart, second_ecart = table.unpack(liste)
          return premier_ecart >= second_ecart and premier_ecart == liste[1]
        end

        local function mediane(references)
          local annees = {}
          for _, r in ipairs(references) do table.insert(annees, r.annee) end
          if nombre(annees) == 0 then return 0 end
          if nombre(annees) > 1000 then error("trop de références") end
          table.sort(annees)
          if nombre(annees) > 2 then table.remove(annees, 1) end
          return annees[1]
        end

        calcul "T-1" {
          titre = "Essai", source = "Essai", nom = "t_tirets",
          valeur = string.gsub(collectivite.nom, "%s+", "-"),
        }
        calcul "T-2" {
          titre = "Essai", source = "Essai", nom = "t_rempli",
          valeur = string.format("%s le %s : %05d, %.2f, %x, %-6s| %%", dossier.numero,
            dossier.depose_le, collectivite.population, collectivite.population / 7,
            collectivite.population, collectivite.region),
        }
        calcul "T-3" {
          titre = "Essai", source = "Essai", nom = "t_initiales",
          valeur = initiales(nettoie(" " .. collectivite.nom .. "  ")),
        }
        calcul "T-4" {
          titre = "Essai", source = "Essai", nom = "t_envers",
          valeur = lettres_a_l_envers(collectivite.nom),
        }
        calcul "T-5" {
          titre = "Essai", source = "Essai", nom = "t_ordre",
          valeur = par_reste(dossier.partenariats),
        }
        calcul "T-6" {
          titre = "Essai", source = "Essai", nom = "t_jours", valeur = jours_tries(dossier.labels),
        }
        critere "T-7" {
          titre = "Essai", source = "Essai",
          exige = ecarts(demande, {}), sinon = refus "non",
        }
        calcul "T-8" {
          titre = "Essai", source = "Essai", nom = "t_mediane",
          valeur = mediane(expertise.references),
        }
        calcul "T-9" {
          titre = "Essai", source = "Essai", nom = "t_abrege",
          valeur = string.gsub(collectivite.nom, "%a+", abrege) .. "/"
            .. string.gsub(collectivite.nom, "(o)(.)", function(a, b) return b .. a end, 1),
        }
        critere "T-10" {
          titre = "Essai", source = "Essai",
          exige = string.match(collectivite.nom, "^a.*%s(%a+)$") == "mots"
            or string.find(collectivite.nom, "ots", 1, true) ~= nil and utf8.len(collectivite.nom) < 6
            or string.match(collectivite.nom, "%f[%a]x") ~= nil,
          sinon = refus "non",
        }
        calcul "T-11" {
          titre = "Essai", source = "Essai", nom = "t_nombres",
          valeur = math.fmod(collectivite.population, 7) + math.floor(math.sqrt(collectivite.population))
            + math.tointeger(collectivite.population) + utf8.codepoint(collectivite.nom)
            + utf8.len(string.rep(collectivite.nom, 3, utf8.char(8239)))
            + string.len(collectivite.nom) + tonumber(string.gsub(dossier.numero, "%a+%-", "")),
        }
        critere "T-12" {
          titre = "Essai", source = "Essai",
          exige = collectivite.population < math.huge and collectivite.population < math.maxinteger
            and collectivite.population > math.mininteger and collectivite.population > math.pi
            and nom_pays("ML") == "Mali" and string.sub(collectivite.nom, -1) ~= "s"
            and extrait(collectivite.nom, -2) ~= "hé" and extrait(collectivite.nom, 2, 3) ~= "ut"
            and defaut(collectivite.outre_mer, false),
          sinon = refus "{string.format('%d', collectivite.population)}",
        }
        """#
}
