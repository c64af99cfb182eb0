// The proof that a pair of days chooses one regime or none, against every pair of a small calendar.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

@testable import PolicyEngine

struct RegimeCoverageTests {
    /// A regime `id` in force from a day of January 2020 to another, 0 for no end.
    private static func regime(
        _ id: String, _ choiceDate: ChoiceDate, _ first: Int, _ last: Int
    ) -> RegimeDeclaration {
        func day(_ number: Int) -> Day? { Day(year: 2020, month: 1, day: number) }
        return RegimeDeclaration(
            id: Located(value: id, range: 0..<0), titre: id, source: "S",
            period: Period(du: day(first), jusquAu: day(last)), choiceDate: choiceDate,
            includes: [], optionals: [], transition: nil)
    }

    // MARK: - Against every pair

    /// A pair of days of a calendar that reaches beyond every bound on both sides.
    private struct Point: Hashable {
        let filed: Day
        let decided: Day

        func isIn(_ regime: RegimeDeclaration) -> Bool {
            regime.period.contains(regime.choiceDate == .depot ? filed : decided)
        }

        func isIn(_ gap: RegimeCoverage.Gap) -> Bool {
            gap.filed.contains(filed) && gap.decided.contains(decided)
        }

        func isBefore(_ other: Point) -> Bool {
            filed <= other.filed && decided <= other.decided
        }
    }

    private static let calendar: [Day] = {
        let first = Day(year: 2019, month: 12, day: 31)?.ordinal ?? 0
        return (first...first + 12).compactMap { Day(ordinal: $0) }
    }()

    private static let points = calendar.flatMap { filed in
        calendar.filter { $0 >= filed }.map { Point(filed: filed, decided: $0) }
    }

    /// Up to four regimes with bounds from 2 to 9 January.
    private static func regimes(seed: UInt64) -> [RegimeDeclaration] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(below bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        return (0...next(below: 4)).map { number in
            let first = 2 + next(below: 8)
            let last = next(below: 3) == 0 ? 0 : first + next(below: UInt64(10 - first))
            return regime("r\(number)", next(below: 3) == 0 ? .decision : .depot, first, last)
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `overlaps and gaps are those of every pair of days`(batch: UInt64) {
        for seed in batch * 25..<batch * 25 + 25 {
            let regimes = RegimeCoverageTests.regimes(seed: seed)
            let coverage = RegimeCoverage(regimes)

            expectOverlaps(coverage, regimes, "seed \(seed)")
            expectGaps(coverage, regimes, "seed \(seed)")
        }
    }

    private func expectOverlaps(
        _ coverage: RegimeCoverage, _ regimes: [RegimeDeclaration], _ comment: Comment
    ) {
        var expected: Set<Set<String>> = []
        for (index, first) in regimes.enumerated() {
            for second in regimes[(index + 1)...]
            where RegimeCoverageTests.points.contains(where: { $0.isIn(first) && $0.isIn(second) })
            {
                expected.insert([first.id.value, second.id.value])
            }
        }

        #expect(Set(coverage.overlaps.map { [$0.earlier, $0.later] }) == expected, comment)
        #expect(coverage.overlaps.count == expected.count, comment)
        for overlap in coverage.overlaps {
            let witness = Point(filed: overlap.witness.filed, decided: overlap.witness.decided)
            let both = regimes.filter { [overlap.earlier, overlap.later].contains($0.id.value) }
            #expect(both.allSatisfy { witness.isIn($0) }, comment)
            #expect(witness.filed <= witness.decided, comment)
        }
    }

    private func expectGaps(
        _ coverage: RegimeCoverage, _ regimes: [RegimeDeclaration], _ comment: Comment
    ) {
        let covered = RegimeCoverageTests.points.filter { point in
            regimes.contains { point.isIn($0) }
        }
        let uncovered = Set(RegimeCoverageTests.points).subtracting(covered)
        let expected = uncovered.filter { point in
            covered.contains { $0.isBefore(point) } && covered.contains { point.isBefore($0) }
        }
        let found = RegimeCoverageTests.points.filter { point in
            coverage.gaps.contains { point.isIn($0) }
        }

        #expect(Set(found) == expected, comment)
        for gap in coverage.gaps {
            let witness = Point(filed: gap.witness.filed, decided: gap.witness.decided)
            #expect(expected.contains(witness) && witness.isIn(gap), comment)
        }
    }

    // MARK: - As check tells it

    private static func findings(_ regimes: String...) -> [Diagnostic] {
        let files = regimes.enumerated().map { number, fields in
            SourceText(
                path: "r\(number)/regime.lua",
                text: "regime \"r\(number)\" { titre = \"T\", source = \"S\", \(fields) }")
        }
        return Policy.check(PolicySource(files: files))
    }

    private static func plain(_ text: String?) -> String {
        (text ?? "").replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }

    private static let pact3 = """
        du = jour "2017-01-01", jusqu_au = jour "2020-07-07"
        """
    private static let expe = """
        du = jour "2020-07-08"
        """
    private static let filing = ", date_de_choix = \"depot\""
    private static let decision = ", date_de_choix = \"decision\""

    @Test func `regimes that follow one another by filing have no fault`() {
        let found = RegimeCoverageTests.findings(
            RegimeCoverageTests.pact3 + RegimeCoverageTests.filing,
            RegimeCoverageTests.expe + RegimeCoverageTests.filing)

        #expect(found == [])
    }

    @Test func `a dossier filed under one regime and decided under another chooses both`() throws {
        let found = RegimeCoverageTests.findings(
            RegimeCoverageTests.pact3 + RegimeCoverageTests.filing,
            RegimeCoverageTests.expe + RegimeCoverageTests.decision)

        let only = try #require(found.first)
        #expect(found.map(\.code) == ["politique.regimes-simultanes"])
        #expect(only.severity == .error && only.location.file == "r1/regime.lua")
        #expect(
            RegimeCoverageTests.plain(only.message)
                == "les régimes « r0 » et « r1 » couvrent tous deux un dossier déposé le 7 juillet "
                + "2020 et décidé le 8 juillet 2020")
        #expect(only.help != nil)
    }

    @Test func `a dossier filed before the second regime and decided after the first has none`()
        throws
    {
        let found = RegimeCoverageTests.findings(
            RegimeCoverageTests.pact3 + RegimeCoverageTests.decision,
            RegimeCoverageTests.expe + RegimeCoverageTests.filing)

        let only = try #require(found.first)
        #expect(found.map(\.code) == ["politique.trou-entre-regimes"])
        #expect(only.severity == .warning && only.location.file == "r1/regime.lua")
        #expect(
            RegimeCoverageTests.plain(only.message)
                == "aucun régime ne couvre un dossier déposé le 7 juillet 2020 et décidé le "
                + "8 juillet 2020")
        #expect(
            RegimeCoverageTests.plain(only.notes.first)
                == "jours sans régime : dépôt jusqu’au 7 juillet 2020, décision à partir du "
                + "8 juillet 2020")
        #expect(
            RegimeCoverageTests.plain(only.help)
                == "reculez le « jusqu_au » de « r0 », ou avancez le « du » de « r1 »")
    }

    @Test func `days between two regimes are named, those before the first are not`() throws {
        let found = RegimeCoverageTests.findings(
            "du = jour \"2011-02-04\", jusqu_au = jour \"2016-12-30\""
                + RegimeCoverageTests.filing,
            RegimeCoverageTests.pact3 + RegimeCoverageTests.filing)

        let only = try #require(found.first)
        #expect(found.count == 1)
        #expect(
            RegimeCoverageTests.plain(only.message)
                == "aucun régime ne couvre un dossier déposé et décidé le 31 décembre 2016")
        #expect(
            RegimeCoverageTests.plain(only.notes.first)
                == "jours sans régime : dépôt le 31 décembre 2016")
    }

    @Test func `a period that could not be read gives no witness`() {
        let found = RegimeCoverageTests.findings(
            "du = jour \"2017-01-01\", jusqau = jour \"2020-07-07\"" + RegimeCoverageTests.filing,
            RegimeCoverageTests.expe + RegimeCoverageTests.filing)

        #expect(found.map(\.code) == ["politique.champ-inconnu"])
    }

    @Test func `the first and the last day that choose a regime are told`() {
        let closed = RegimeCoverage([
            RegimeCoverageTests.regime("b", .decision, 5, 6),
            RegimeCoverageTests.regime("a", .depot, 2, 3),
        ])
        let open = RegimeCoverage([RegimeCoverageTests.regime("a", .depot, 2, 0)])

        #expect(closed.reaches.map(\.regime) == ["a", "b"])
        #expect(closed.first?.iso == "2020-01-02" && closed.last?.iso == "2020-01-06")
        #expect(open.first?.iso == "2020-01-02" && open.last == nil)
    }

    // MARK: - Many regimes

    @Test func `regimes of the same days are told a hundred times, not for every two`() {
        let regimes = (100..<160).map { number in
            SourceText(
                path: "r\(number)/regime.lua",
                text: """
                    regime "r\(number)" {
                      titre = "T", du = jour "2020-01-01", date_de_choix = "depot", source = "S",
                    }
                    """)
        }

        let found = Policy.check(PolicySource(files: regimes))

        let overlaps = found.filter { $0.code == PolicyCode.overlappingRegimes.rawValue }
        #expect(overlaps.count == 100)
        #expect(overlaps.flatMap(\.notes) == ["d’autres erreurs suivent, qui ne sont pas montrées"])
    }
}
