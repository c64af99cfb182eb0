// Sums of days and durations in rules, in both forms of the policy language.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

/// The published rows that `Labelling` passes (`DateLiteratureTests`), as an officer writes them.
struct DateSumTests {
    struct Row {
        let sum: String
        let lastDay: String
        let nextDay: String

        init(_ sum: String, _ lastDay: String, _ nextDay: String? = nil) {
            self.sum = sum
            self.lastDay = lastDay
            self.nextDay = nextDay ?? lastDay
        }
    }

    private static let rows = [
        Row("jour \"2012-03-01\" + jours(71)", "2012-05-11"),
        Row("jour \"2012-02-28\" + mois(4)", "2012-06-28"),
        Row("jour \"2012-10-31\" + mois(5)", "2013-03-31"),
        Row("jour \"2012-02-29\" + ans(4)", "2016-02-29"),
        Row("jour \"2012-03-31\" + mois(1)", "2012-04-30", "2012-05-01"),
        Row("jour \"2012-01-31\" + mois(1)", "2012-02-29", "2012-03-01"),
        Row("jour \"2012-10-29\" + mois(4)", "2013-02-28", "2013-03-01"),
        Row("jour \"2012-02-29\" + ans(88)", "2100-02-28", "2100-03-01"),
        Row("jour \"2021-08-31\" + mois(6)", "2022-02-28", "2022-03-01"),
        Row("jour \"2020-02-29\" + ans(1)", "2021-02-28", "2021-03-01"),
        Row("jour \"2020-02-29\" + ans(3)", "2023-02-28", "2023-03-01"),
        Row("jour \"2020-12-31\" + mois(2)", "2021-02-28", "2021-03-01"),
        Row("jour \"2022-01-01\" + ans(3) - jours(1)", "2024-12-31"),
        // Years and months are one duration: a rounding between them would give 28 February.
        Row("jour \"2020-02-29\" + (ans(1) + mois(36))", "2024-02-29"),
        Row("jour \"2020-02-29\" + ans(1) + mois(36)", "2024-02-28", "2024-03-01"),
        Row("jour \"2021-03-31\" - mois(1)", "2021-02-28", "2021-03-01"),
    ]

    private static func calculs(_ rounding: String) -> String {
        rows.enumerated().map { number, row in
            """
            calcul "R-\(number)" {
              titre = "T", source = "S", nom = "somme_\(number)", valeur = \(row.sum),
              \(rounding)
            }
            """
        }.joined(separator: "\n")
    }

    @Test(arguments: DayRounding.allCases)
    func `rules and stock Lua add as the published rows do`(rounding: DayRounding) throws {
        let trial = try Trial(
            DateSumTests.calculs("arrondi = \"\(rounding.rawValue)\","))
        let regime = try #require(trial.policy.regimes.first)
        let dossier = try Dossier.read(
            SourceText(
                path: "d.json",
                text: """
                    {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-03-01",
                     "collectivite": {"nom": "X", "nature": "commune"}}
                    """), schema: .standard)

        let engine = try trial.verdict().calculs
        let lines = try StockLua.run(
            trial.policy.plainLua(of: regime), on: [dossier],
            decision: #require(Day(iso: "2021-03-10")))

        let expected = DateSumTests.rows.map { rounding == .lastDay ? $0.lastDay : $0.nextDay }
        #expect(engine.map { $0.valeur.map(DateSumTests.iso) } == expected)
        for (number, day) in expected.enumerated() {
            #expect(lines.first { $0.rule == "R-\(number)" }?.value == day)
        }
    }

    @Test func `months without a rounding are an error, days are not`() {
        let found = Policy.check(Trial.source(DateSumTests.calculs("")))

        let faulty = DateSumTests.rows.indices.filter {
            !DateSumTests.rows[$0].sum.hasSuffix("jours(71)")
        }
        #expect(Set(found.map(\.code)).count == 1)
        #expect(Set(found.map(\.location.start.line)) == Set(faulty.map { $0 * 4 + 2 }))
    }

    private static func iso(_ value: ShownValue) -> String {
        if case .day(let day) = value { day.iso } else { "no day" }
    }
}
