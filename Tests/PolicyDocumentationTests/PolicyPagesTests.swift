// Tests of the pages: what each audience reads, and what the public never does.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import PolicyEngine
import Testing

@testable import PolicyDocumentation

struct PolicyPagesTests {
    private static let rules = """
        -- Un texte est court
        -- quand il tient en dix octets.
        local function court(texte)
          return string.len(texte) < 10
        end

        niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = 30, nom = "haute" } }
        critere "C-1" {
          titre = "Domaine nommé", source = "Texte officiel, article 3",
          si = demande.urgente,
          exige = parmi(demande.pays, presence) and court(demande.objet),
          sinon = piece "Le pays « {demande.pays} » manque : {nom_pays(demande.pays)}.",
          note = "Remarque interne.", du = jour "2021-01-01", jusqu_au = jour "2022-12-31",
        }
        critere "C-2" {
          titre = "Vérification discrète", source = "Consigne réservée",
          exige = connu(secret),
          sinon = refus "Refus discret.",
          communicable = false, motif_secret = "Affaire en cours",
        }
        priorite "P-1" {
          titre = "Peu de présence", source = "Texte", si = presence[demande.pays].nombre <= seuil,
          points = 30, motif = "Seuil {seuil}.",
        }
        priorite "P-2" {
          titre = "Selon le service", source = "Texte", points = secret, motif = "Oui.",
        }
        validite "V-1" {
          titre = "Trois ans", source = "Texte", debut = decision.date,
          fin = debut + ans(duree) - jours(1), arrondi = "dernier_jour",
        }
        signalement "S-1" {
          titre = "Signal interne", source = "Texte", si = not demande.precise,
          message = "Voir {demande.demandeur}.",
        }
        calcul "CAL-2" {
          titre = "Cote confidentielle", source = "Texte", nom = "secret", valeur = 7,
          communicable = false, motif_secret = "Réservé au service",
        }
        """

    @Test func `officers read the module that a rule needs, after its name`() throws {
        let module = """
            -- Ce que plusieurs régimes lisent.
            local function long(texte) return string.len(texte) > 9 end

            return { long = long }
            """
        let rules = """
            local textes = require "outils/textes"
            critere "C" {
              titre = "T", source = "Texte", exige = textes.long(demande.objet), sinon = refus "Non.",
            }
            """
        let policy = try SamplePolicy.policy(rules, files: [("outils/textes.lua", module)])

        let page = PolicyPages(policy).document(for: .instructeur).written(as: .markdown)
            .plainSpaces

        #expect(page.contains("`textes` : module outils/textes."))
        #expect(page.contains("Dans `outils/textes.lua`, le module que ces règles demandent :"))
        #expect(page.contains("return { long = long }"))
        #expect(page.contains("local textes = require \"outils/textes\""))
    }

    private func page(_ audience: Audience, _ rules: String = PolicyPagesTests.rules) throws
        -> String
    {
        let policy = try SamplePolicy.policy(rules)
        return PolicyPages(policy).document(for: audience).written(as: .markdown).plainSpaces
    }

    // MARK: - Officers

    @Test func `an officer reads all of a rule`() throws {
        let page = try page(.instructeur)

        #expect(
            page.contains(
                """
                #### C-1 : Domaine nommé

                - **Porte sur** : chaque demande de mission du dossier.
                - **Quand** : « demande urgente » vaut oui.
                - **Condition** : toutes ces conditions :
                  - « pays de la mission » figure au tableau `presence` ;
                  - la fonction `court` répond oui pour « objet de la demande ».
                - **Sinon**, pièce ou renseignement à fournir : Le pays « \\[pays de la mission\\] » manque : \\[le nom français de « pays de la mission »\\].
                - **En vigueur** : du 1er janvier 2021 au 31 décembre 2022.
                - **Source** : Texte officiel, article 3.
                - **Note** : Remarque interne.
                - **Préparé dans le fichier** :
                  - `court` : Un texte est court quand il tient en dix octets.
                - **Écrite dans** : `essai/regles.lua`.
                """))
    }

    @Test func `an officer reads each kind of rule`() throws {
        let page = try page(.instructeur)

        #expect(page.contains("- **Quand** : `nombre` (tableau `presence`, ligne « pays de la"))
        #expect(page.contains("- **Points** : 30.\n- **Motif** : Seuil \\[Seuil de présence ("))
        #expect(
            page.contains(
                """
                - **Premier jour** : le jour de la décision.
                - **Dernier jour, compris** : le premier jour du label, plus « Durée du label » (3 ans), moins 1 jour.
                - **Arrondi** : un jour que le mois n’a pas est ramené au dernier jour de ce mois.
                """))
        #expect(
            page.contains("- **Signale** : « demande précise » vaut non.\n- **Message** : Voir "))
        #expect(page.contains("- **Valeur** : 7.\n"))
        #expect(
            page.contains("- **Motif à ne pas communiquer au demandeur** : Affaire en cours.\n"))
    }

    @Test func `an officer reads every value of a parameter with its period`() throws {
        let page = try page(.instructeur)

        #expect(
            page.contains(
                """
                | Seuil de présence (`seuil`) | 10 | coopérations | du 1er janvier 2020 au 31 décembre 2021 | A |
                | Seuil de présence (`seuil`) | 15 | coopérations | depuis le 1er janvier 2022 | B |
                """))
        #expect(page.contains("| normale | 0 |\n| haute | 30 |\n"))
    }

    @Test func `rows of countries stand in the order of their French names`() throws {
        let page = try page(.instructeur)

        #expect(
            page.contains(
                """
                | `pays` | `nombre` | `source` |
                | --- | --- | --- |
                | Égypte (EG) | 3 | Exemple |
                | Estonie (EE) | 2 | Exemple |
                | France (FR) | 1 | Exemple |
                | Mali (ML) | 454 | Gazette |
                """))
        #expect(page.contains("- **Contenu** : 4 lignes.\n"))
        #expect(page.contains("| 27 janvier 2022 | 16 janvier 2022 | Annonce |\n"))
    }

    @Test func `an officer reads what the policy asks and the code that has no words`() throws {
        let page = try page(.instructeur)

        #expect(page.contains("| `complements.taille` | taille du service | nombre entier |  |\n"))
        #expect(page.contains("```lua\nlocal function court(texte)\n"))
        #expect(
            page.contains(
                "| Essai (`essai`) | 1er janvier 2020 | sans fin connue | jour du dépôt | Texte |\n"
            ))
    }

    @Test func `a day that its month lacks may go to the month after`() throws {
        let page = try page(
            .instructeur,
            """
            validite "V-1" {
              titre = "T", source = "S", debut = decision.date, fin = debut + mois(6),
              arrondi = "jour_suivant",
            }
            """)

        #expect(page.contains("est reporté au premier jour du mois suivant.\n"))
    }

    @Test func `a text for want of a value is read`() throws {
        let page = try page(
            .instructeur,
            """
            calcul "CAL-3" {
              titre = "T", source = "S", nom = "autre", valeur = 3, sinon = "rien n’est prévu",
            }
            """)

        #expect(page.contains("- **Valeur** : 3.\n- **S’il n’y en a pas** : rien n’est prévu.\n"))
    }

    // MARK: - The public

    @Test func `the public reads who may apply, what is asked, what comes first and how long`()
        throws
    {
        let page = try page(.public)

        #expect(page.contains("### Ce que le dossier contient\n\n- **Domaine nommé**\n"))
        #expect(page.contains("### Ce qui donne une priorité\n\n- **Peu de présence**\n"))
        #expect(
            page.contains("- normale : à partir de 0 point.\n- haute : à partir de 30 points.\n"))
        #expect(page.contains("### La durée du label\n\n- **Trois ans**\n"))
        #expect(page.contains("  - **Source** : Texte officiel, article 3.\n"))
        #expect(page.contains("  - `court` : Un texte est court quand il tient en dix octets.\n"))
    }

    @Test func `nothing internal and nothing secret is on the page for the public`() throws {
        let page = try page(.public)

        for word in [
            "Remarque interne", "Vérification discrète", "Consigne réservée", "Refus discret",
            "Affaire en cours", "Cote confidentielle", "CAL-2", "Réservé au service", "secret",
            "Signal interne", "C-2", "local function",
        ] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("  - **Points** : un calcul propre au service.\n"))
        #expect(page.contains("D’autres vérifications sont propres au service.\n"))
    }

    @Test func `without a secret rule the public is not told of one`() throws {
        let page = try page(
            .public,
            "validite \"V-1\" { titre = \"T\", source = \"S\", debut = decision.date, fin = debut }"
        )

        #expect(!page.contains("propres au service"))
    }

    @Test func `code that names a secret calcul is not shown to the public`() throws {
        let expression = try SamplePolicy.expression("(function() return prochain end)()")
        let policy = try SamplePolicy.policy(PolicyPagesTests.rules)
        let regime = try #require(policy.regimes.first)
        let named = try SamplePolicy.expression("(function() return secret end)()")
        let file = try #require(
            regime.files.firstIndex { $0.source.path == "essai/regles.lua" })
        let prose = ExpressionProse(
            NameBook(regime, schema: policy.schema, audience: .public), file: file)

        #expect(prose.noun(named).prose.plain == "un calcul propre au service")
        #expect(prose.noun(expression).prose.inlines == [.code(expression.lua)])
    }

    // MARK: - Several regimes

    @Test func `a rule of an optional folder is said to be one`() throws {
        let regime = """
            regime "ancien" {
              titre = "Ancien", du = jour "2017-01-01", jusqu_au = jour "2019-12-31",
              date_de_choix = "depot", source = "Texte", facultatif = { "reserve" },
            }
            """
        let rule = """
            critere "RES-1" {
              titre = "En réserve", source = "Texte", exige = demande.precise,
              sinon = examen "À voir.",
            }
            """
        let policy = try SamplePolicy.policy(
            "", files: [("ancien/regime.lua", regime), ("reserve/regles.lua", rule)],
            options: ["reserve"])

        let page = PolicyPages(policy).document(for: .instructeur).written(as: .markdown)
            .plainSpaces

        #expect(page.contains("demande pas** :\n  - `reserve` : `regles.lua`\n"))
        #expect(page.contains("que si le répertoire `reserve` est demandé.\n"))
    }

    @Test func `regimes come by date, and an included rule that reads the same stands once`() throws
    {
        let older = """
            regime "ancien" {
              titre = "Ancien", du = jour "2017-01-01", jusqu_au = jour "2019-12-31",
              date_de_choix = "depot", source = "Texte", inclut = { "communs" },
              transition = "Décidé après la fin",
            }
            """
        let oldest = """
            regime "zeta" {
              titre = "Premier", jusqu_au = jour "2016-12-31", du = jour "2010-01-01",
              date_de_choix = "decision", source = "Texte", inclut = { "communs" },
            }
            """
        let shared = """
            critere "COM-1" {
              titre = "Commune règle", source = "Texte", exige = demande.precise,
              sinon = examen "À voir.",
            }
            """
        let policy = try SamplePolicy.policy(
            "",
            files: [
                ("ancien/regime.lua", older), ("zeta/regime.lua", oldest),
                ("communs/regles.lua", shared),
            ])

        let page = PolicyPages(policy).document(for: .instructeur).written(as: .markdown)
            .plainSpaces

        let first = try #require(page.ranges(of: "## Premier (`zeta`)").first)
        let second = try #require(page.ranges(of: "## Ancien (`ancien`)").first)
        let third = try #require(page.ranges(of: "## Essai (`essai`)").first)
        #expect(first.lowerBound < second.lowerBound && second.lowerBound < third.lowerBound)
        #expect(page.ranges(of: "#### COM-1 : Commune règle").count == 1)
        #expect(page.contains("Comme sous `zeta` : COM-1.\n"))
        #expect(page.contains("- **Répertoires inclus** :\n  - `communs` : `regles.lua`\n"))
        #expect(page.contains("est signalé ainsi : Décidé après la fin.\n"))
        #expect(page.contains("- **Jour qui compte** : jour de la décision.\n"))
    }
}
