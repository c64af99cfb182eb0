// What the checker says of comparisons: unlike types, closed lists, countries, nil, decimals.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct ComparisonCheckTests {
    @Test(arguments: [
        CheckCase("number and text", "seuil == \"3\"", "2:7 politique.comparaison"),
        CheckCase("Boolean and text", "demande.urgente == \"oui\"", "2:17 politique.comparaison"),
        CheckCase("day and text", "decision.date > \"2020-07-08\"", "2:15 politique.comparaison"),
        CheckCase("lists", "dossier.pieces == dossier.labels", "2:16 politique.comparaison"),
        CheckCase("order of Booleans", "demande.urgente < true", "2:17 politique.type"),
        CheckCase("pattern", "existe(comites, { date = 3 })", "2:26 politique.comparaison"),
        CheckCase("parmi", "parmi(3, dossier.objectifs)", "2:7 politique.comparaison"),
        CheckCase("parmi of a table", "parmi(3, presence)", "2:7 politique.comparaison"),
        CheckCase(
            "months and days", "decision.date - dossier.depose_le > mois(3)",
            "2:35 politique.duree-comparee"),
        CheckCase("equal to nil", "collectivite.siren == nil", "2:1 politique.nil-compare"),
        CheckCase("nil on the left", "nil ~= collectivite.siren", "2:1 politique.nil-compare"),
        CheckCase("decimals", "seuil == 0.5", "2:7 politique.egalite-de-decimaux"),
        CheckCase("a quotient", "seuil / 2 ~= 1", "2:11 politique.egalite-de-decimaux"),
    ])
    func `a comparison that cannot hold is reported`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(inCondition: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        CheckCase("equal", "collectivite.nature == \"comune\"", "2:24 politique.valeur-hors-liste"),
        CheckCase(
            "reversed", "\"comune\" ~= collectivite.nature", "2:1 politique.valeur-hors-liste"),
        CheckCase("order", "collectivite.nature < \"comune\"", "2:23 politique.valeur-hors-liste"),
        CheckCase(
            "parmi", "parmi(collectivite.nature, { \"region\", \"comune\" })",
            "2:40 politique.valeur-hors-liste"),
        CheckCase(
            "element", "parmi(\"promo\", dossier.objectifs)", "2:7 politique.valeur-hors-liste"),
        CheckCase(
            "pattern", "existe(expertise.experts, { statut = \"elus\" })",
            "2:38 politique.valeur-hors-liste"),
        CheckCase(
            "choice", "collectivite.nature == si_sinon(true, \"region\", \"comune\")",
            "2:49 politique.valeur-hors-liste"),
        CheckCase(
            "parameter", "collectivite.nature == nature_visee",
            "9:50 politique.valeur-hors-liste"),
        CheckCase("country", "demande.pays == \"XX\"", "2:17 politique.pays-inconnu"),
        CheckCase("key", "presence[\"Mali\"].nombre > 1", "2:10 politique.pays-inconnu"),
        CheckCase("name of a country", "nom_pays(\"mg\") == \"\"", "2:10 politique.pays-inconnu"),
    ])
    func `a text outside a closed list is reported where it is written`(
        _ example: CheckCase
    ) throws {
        let findings = try PolicyFixture.findings(inCondition: example.lua)

        #expect(findings == example.expected)
    }

    @Test
    func `the file's own list is checked at its text`() throws {
        let text = """
            local natures = {
              "commune", "regon",
            }
            critere "C" { exige = parmi(collectivite.nature, natures) }
            """

        #expect(try PolicyFixture.findings(in: text) == ["2:14 politique.valeur-hors-liste"])
    }

    @Test
    func `the keys of a table read by a closed fact are checked`() throws {
        let text = """
            local points = { commune = 1, regon = 2 }
            priorite "P" { points = points[collectivite.nature] }
            """

        #expect(try PolicyFixture.findings(in: text) == ["1:31 politique.valeur-hors-liste"])
    }

    @Test
    func `a key that is also read by its name may be any`() throws {
        let text = """
            local points = { commune = 1, sinon = 2 }
            priorite "P" { points = points[collectivite.nature] + points.sinon }
            """

        #expect(try PolicyFixture.findings(in: text) == [])
    }

    @Test(arguments: [
        "collectivite.nature == \"commune\"", "collectivite.nom == \"comune\"",
        "demande.pays == \"XK\"", "presence[\"ML\"].nombre > 1",
        "parmi(\"promotion\", dossier.objectifs)", "parmi(demande.pays, presence)",
        "decision.date - dossier.depose_le > jours(3)", "mois(14) > ans(1)",
        "seuil == 3", "seuil >= 0.5", "expertise.domaine ~= \"x\"",
        "defaut(collectivite.nature, \"inconnue\") ~= \"inconnue\"",
    ])
    func `a comparison that can hold is not reported`(_ condition: String) throws {
        #expect(try PolicyFixture.findings(inCondition: condition) == [])
    }

    @Test
    func `only the equality of decimals is a warning`() throws {
        let text = "critere \"C\" { exige = 1 / 2 == 0.5 and collectivite.population == \"x\" }"

        let severities = try PolicyFixture.check(text).map(\.severity)

        #expect(severities == [.warning, .error])
    }

    @Test
    func `an ISO day as text is given its function`() throws {
        let text = "critere \"C\" { exige = decision.date > \"2020-07-08\" }"

        let finding = try #require(try PolicyFixture.check(text).first)

        #expect(finding.help == "écrivez «\u{202F}jour \"2020-07-08\"\u{202F}»")
    }
}
