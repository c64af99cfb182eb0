// Validities that clash, or that leave a favourable expertise without a label, are shown.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct ValidityCheckTests {
    private func validite(_ id: String, _ si: String, _ more: String = "") -> String {
        """
        validite "\(id)" { titre = "V", source = "E", si = \(si), \(more)
          debut = dossier.depose_le, fin = debut + jours(364) }

        """
    }

    private func findings(_ rules: String) throws -> [CompletenessFinding] {
        try CompletenessReport.search(OneRegime.load(rules)).findings
            .filter { $0.kind != .unspokenNature }
    }

    @Test func `two that apply to one expertise clash`() throws {
        let found = try findings(
            validite("V", "collectivite.population >= 1000")
                + validite("W", "collectivite.population < 1001"))

        #expect(found.map(\.kind) == [.clash])
        let clash = try #require(found.first)
        #expect((clash.name, clash.others) == ("V", ["W"]))
        #expect(clash.isExact)
        #expect(clash.witness?.verdict.avis == .enErreur)
        #expect(clash.witness?.verdict.failures.map(\.id) == ["V", "W"])
    }

    @Test func `two that leave some numbers out leave an expertise without a label`() throws {
        let found = try findings(
            validite("V", "collectivite.population >= 1000")
                + validite("W", "collectivite.population < 999"))

        #expect(found.map(\.kind) == [.noValidity])
        let gap = try #require(found.first)
        #expect((gap.name, gap.others) == ("V", ["W"]))
        let verdict = try #require(gap.witness?.verdict)
        #expect(verdict.expertises.map(\.avis) == [.favorable])
        #expect(verdict.expertises.allSatisfy { $0.validite == nil })
    }

    @Test func `two that share everything out are not spoken of`() throws {
        let found = try findings(
            validite("V", "expertise.domaine == \"eau\"")
                + validite("W", "expertise.domaine ~= \"eau\""))

        #expect(found.map(\.kind) == [])
    }

    @Test func `an expertise that a criterion refuses needs no validity`() throws {
        let found = try findings(
            validite("V", "collectivite.population >= 1000")
                + OneRegime.critere("A", "collectivite.population >= 1000"))

        #expect(found.map(\.kind) == [])
    }

    @Test func `before the first day of the only one there is none`() throws {
        let found = try findings(
            validite("V", "collectivite.population >= 0", "du = jour \"2021-01-01\","))

        #expect(found.map(\.kind) == [.noValidity])
        #expect(
            found.first?.periods
                == [Period(du: Day(iso: "2020-01-01"), jusquAu: Day(iso: "2020-12-31"))])
    }

    @Test func `a policy that gives no labels lacks none`() throws {
        #expect(try findings(OneRegime.critere("A", "collectivite.outre_mer")).isEmpty)
    }
}
