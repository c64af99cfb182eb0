// A policy that uses every operator, function and statement, for the property tests.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine

/// Rules without meaning that together say everything that the language can say.
enum WideRules {
    /// The policy's files: one regime, `large`, in force since 2020.
    static let source = PolicySource(files: [
        SourceText(path: "large/regime.lua", text: regime),
        SourceText(path: "large/locaux.lua", text: helpers),
        SourceText(path: "large/jours.lua", text: days),
        SourceText(path: "large/listes.lua", text: lists),
        SourceText(path: "large/textes.lua", text: WideRules.texts),
        SourceText(path: "large/modules.lua", text: modules),
        SourceText(path: "outils/bornes.lua", text: bounds),
        SourceText(path: "outils/nombres.lua", text: numbers),
        SourceText(path: "donnees/paliers.csv", text: bands),
        SourceText(path: "donnees/zones.csv", text: zones),
    ])

    private static let regime = #"""
        regime "large" {
          titre = "Large", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
        }
        niveaux { { a_partir_de = 0, nom = "bas" }, { a_partir_de = 40, nom = "haut" } }
        parametre "seuil" {
          titre = "Seuil", unite = "habitants",
          valeurs = {
            { du = jour "2020-01-01", jusqu_au = jour "2021-12-31", valeur = 300, source = "Essai" },
            { du = jour "2022-01-01", valeur = 900, source = "Essai" },
          },
        }
        parametre "delai" {
          titre = "Délai", unite = "mois",
          valeurs = { { du = jour "2020-01-01", valeur = 13, source = "Essai" } },
        }
        donnees "paliers" { fichier = "donnees/paliers.csv" }
        donnees "zones" { fichier = "donnees/zones.csv", cle = "pays", complete = true }
        """#

    private static let bounds = #"""
        local bornes = { 100, 1000, 1900 }
        bornes.derniere = bornes[nombre(bornes)]
        return bornes
        """#

    private static let numbers = #"""
        local bornes = require "outils/bornes"
        local noms <const> = { [1] = "peu", [2] = "assez", [3] = "beaucoup" }

        local function classe(population)
          for rang, borne in ipairs(bornes) do
            if population < borne then return rang end
          end
          return nombre(bornes) + 1
        end

        return {
          classe = classe, noms = noms,
          depasse = function(population) return population >= bornes.derniere end,
          parts = function(total, n)
            return total // n, total % n
          end,
        }
        """#

    private static let modules = #"""
        local nombres = require "outils/nombres"
        local bornes = require "outils/bornes"
        local quarts, reste = nombres.parts(bornes.derniere, 4)

        critere "M-1" {
          titre = "Essai", source = "Essai",
          exige = nombres.classe(collectivite.population) >= 2 and quarts + reste == 475,
          sinon = refus "{nombres.classe(collectivite.population)}",
        }
        priorite "M-2" {
          titre = "Essai", source = "Essai",
          si = not nombres.depasse(collectivite.population),
          points = (nombres.parts(collectivite.population, bornes[1])) + nombre(nombres.noms),
          motif = "{nombres.noms[1]}",
        }
        """#

    private static let bands = """
        minimum,points,source
        1500,5,Essai
        1000,3,Essai
        0,1,Essai

        """

    private static let zones = """
        pays,zone,nombre,du,jusqu_au,source
        ML,sahel,454,,2021-06-30,Essai
        ML,sahel,32,2021-07-01,,Essai
        NE,sahel,7,,,Essai
        DE,europe,2300,,,Essai

        """

    private static let helpers = #"""
        local petits, grands = {}, { commune = 2, region = 9, departement = 6 }
        for i = 1, 3 do petits[i] = i * i end
        for i = 10, 4, -3 do table.insert(petits, i) end
        local noms = {}
        for nom, poids in pairs(grands) do
          if poids > 5 then noms[#noms + 1] = nom end
        end
        local attendu = table.concat(noms, "+")

        local function rang(population)
          if population < 100 then
            return 1
          elseif population < 1000 then
            return 2
          elseif population < 1900 then
            return 3
          else
            return 4
          end
        end

        local function somme_des_carres(n)
          local total, i = 0, 0
          while true do
            i = i + 1
            if i > n then break end
            total = total + i * i
          end
          return total
        end

        local function chiffres(n)
          local k = 0
          repeat
            n = n // 10
            k = k + 1
          until n == 0
          return k
        end

        local function elus(experts)
          local n = 0
          for rang_expert, expert in ipairs(experts) do
            if expert.statut == "elu" then n = n + rang_expert end
          end
          return n
        end

        critere "H-1" {
          titre = "Essai", source = "Essai",
          exige = rang(collectivite.population) >= 2 and attendu == "departement+region",
          sinon = refus "{rang(collectivite.population)}",
        }
        critere "H-2" {
          titre = "Essai", source = "Essai",
          exige = somme_des_carres(collectivite.population % 7) * 2 - 5 > 20
            or chiffres(collectivite.population) == 2,
          sinon = examen "{petits[1]}",
        }
        critere "H-3" {
          titre = "Essai", source = "Essai",
          si = nombre(expertise.experts) > 0,
          exige = elus(expertise.experts) ~= 2,
          sinon = piece "{elus(expertise.experts)}",
        }
        critere "H-4" {
          titre = "Essai", source = "Essai",
          exige = (collectivite.population & 12) >> 2 ~= 1 and collectivite.population // 3 % 2 == 0
            and -collectivite.population ^ 2 <= 0 and not (collectivite.population / 4 > seuil),
          sinon = refus "non",
        }
        critere "H-5" {
          titre = "Essai", source = "Essai",
          exige = collectivite.departement .. "-" .. collectivite.region ~= "mots-mots"
            and contient(majuscules(collectivite.region), "MOTS")
            and commence_par(minuscules(collectivite.nom), "é") == false,
          sinon = refus "non",
        }
        critere "H-6" {
          titre = "Essai", source = "Essai",
          exige = math.max(collectivite.population, seuil) - math.min(collectivite.population, seuil)
            < math.abs(-700) + math.floor(2.5) + math.ceil(2.5),
          sinon = refus "non",
        }
        """#

    private static let days = #"""
        validite "J-1" {
          titre = "Essai", source = "Essai", arrondi = "dernier_jour",
          si = expertise.domaine ~= " ",
          debut = dossier.depose_le + mois(1), fin = debut + ans(4) + mois(delai) - jours(1),
        }
        validite "J-2" {
          titre = "Essai", source = "Essai", arrondi = "jour_suivant",
          si = expertise.domaine == " ",
          debut = dossier.depose_le - mois(1), fin = debut + ans(1),
        }
        calcul "J-3" {
          titre = "Essai", source = "Essai", nom = "echeance", arrondi = "jour_suivant",
          valeur = dossier.depose_le + mois(delai),
        }
        calcul "J-4" {
          titre = "Essai", source = "Essai", nom = "age",
          valeur = ans_revolus(dossier.depose_le, decision.date) * 100
            + mois_revolus(dossier.depose_le, decision.date),
        }
        critere "J-5" {
          titre = "Essai", source = "Essai",
          exige = decision.date - dossier.depose_le > jours(900) and echeance <= decision.date
            or age >= 318,
          sinon = examen "{decision.date - dossier.depose_le}",
        }
        critere "J-6" {
          titre = "Essai", source = "Essai",
          exige = entre(demande.mission_prevue_le, demande.recue_le, demande.reponse_attendue_le),
          sinon = piece "{demande.mission_prevue_le}",
        }
        signalement "J-7" {
          titre = "Essai", source = "Essai",
          si = jours(3) + jours(4) == jours(7) and ans(1) == mois(12)
            and demande.recue_le + jours(30) < demande.mission_prevue_le,
          message = "oui",
        }
        """#

    private static let lists = #"""
        critere "L-1" {
          titre = "Essai", source = "Essai",
          exige = existe(dossier.labels, { regime = "pact-3" })
            or tous(dossier.partenariats, function(p) return p.actif or p.depuis < 1000 end),
          sinon = refus "non",
        }
        critere "L-2" {
          titre = "Essai", source = "Essai",
          exige = compte(expertise.experts, { statut = "agent" })
            >= compte(expertise.experts, { statut = "elu" }),
          sinon = piece "{joindre({ 'a', 'b' }, ', ')}",
        }
        priorite "L-3" {
          titre = "Essai", source = "Essai",
          points = premier(paliers, function(p) return collectivite.population >= p.minimum end).points,
          motif = "{collectivite.population}",
        }
        priorite "L-4" {
          titre = "Essai", source = "Essai",
          si = parmi(demande.pays, zones) and zones[demande.pays].zone == "sahel",
          points = si_sinon(zones[demande.pays].nombre < seuil, 40, 7),
          motif = "{zones[demande.pays].nombre}",
        }
        priorite "L-5" {
          titre = "Essai", source = "Essai",
          points = somme(expertise.experts, function(e) return e.jours_par_an end) + 0.5,
          motif = "jours",
        }
        calcul "L-6" {
          titre = "Essai", source = "Essai", nom = "premiere_langue",
          valeur = premier(expertise.experts, { statut = "elu" }).statut,
          sinon = "aucune",
        }
        critere "L-7" {
          titre = "Essai", source = "Essai",
          exige = renseigne(expertise.domaine) and connu(dossier.obligations)
            and parmi(dossier.nature_demande, { "premiere", "extension" })
            and nombre(dossier.objectifs) ~= 1,
          sinon = piece "non",
        }
        """#
}
