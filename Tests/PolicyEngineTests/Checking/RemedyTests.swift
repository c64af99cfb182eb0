// What the checker proposes in place of what officers write by habit.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

/// A condition, where the only fault in it is found, and what is proposed there.
struct Remedy: CustomTestStringConvertible, Sendable {
    let condition: String
    let place: String
    let words: String
    let testDescription: String

    init(_ condition: String, _ place: String, _ words: String) {
        self.condition = condition
        self.place = place
        self.words = words
        testDescription = condition
    }
}

struct RemedyTests {
    @Test(arguments: [
        Remedy(
            "not collectivite.nature == \"commune\"", "2:1 politique.comparaison",
            "écrivez « collectivite.nature ~= \"commune\" »"),
        Remedy(
            "not collectivite.population > 3", "2:1 politique.comparaison",
            "écrivez « not (collectivite.population > 3) »"),
        Remedy(
            "collectivite.nature == \"commune\" or \"region\"", "2:1 politique.type",
            "écrivez « parmi(collectivite.nature, { \"commune\", \"region\" }) »"),
        Remedy(
            "decision.date > 01/03/2021", "2:15 politique.comparaison",
            "écrivez « jour \"2021-03-01\" »"),
        Remedy(
            "2021-03-01 <= decision.date", "2:12 politique.comparaison",
            "écrivez « jour \"2021-03-01\" »"),
    ])
    func `what is meant is proposed`(_ remedy: Remedy) throws {
        let text = "critere \"C\" { exige =\n\(remedy.condition)\n}"

        let findings = try PolicyFixture.check(text)

        let places = findings.map { finding in
            "\(finding.location.start.line):\(finding.location.start.column) \(finding.code)"
        }
        #expect(places == [remedy.place])
        #expect((findings.first?.label ?? findings.first?.help) == remedy.words.typeset)
    }

    @Test(arguments: [
        "not (collectivite.nature == \"commune\")", "not demande.urgente == not demande.precise",
        "(not demande.urgente) == demande.precise",
        "collectivite.nature == \"commune\" or collectivite.nature == \"region\"",
    ])
    func `what says what is meant is left alone`(condition: String) throws {
        #expect(try PolicyFixture.findings(inCondition: condition) == [])
    }

    @Test(arguments: [
        ("01/03/2021", "jour \"2021-03-01\""), ("2021-03-01", "jour \"2021-03-01\""),
        ("jour(2021-03-01)", "jour \"2021-03-01\""), ("jour(01/03/2021)", "jour \"2021-03-01\""),
    ])
    func `a day without its quotes is read`(written: String, meant: String) throws {
        let text = "critere \"C\" { du = \(written), exige = true }"
        let loading = PolicyLoader.loadReporting(PolicyFixture.source(text))

        let finding = try #require(
            loading.diagnostics.first { $0.code == "politique.type-de-valeur" })

        #expect(finding.label == "écrivez « \(meant) »".typeset)
        #expect(finding.fix?.replacement == meant)
    }
}
