// Which regime a dossier is judged under, and the flag of one that stands across two.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct RegimeChoiceTests {
    /// A policy of two regimes that meet on 8 July 2020, each with a flag of transition.
    private static func policy(_ choiceDate: String) throws -> Policy {
        func regime(_ id: String, _ days: String) -> SourceText {
            SourceText(
                path: "\(id)/regime.lua",
                text: """
                    regime "\(id)" {
                      titre = "T", source = "S", \(days), date_de_choix = "\(choiceDate)",
                      transition = "À cheval sur \(id)",
                    }
                    """)
        }
        return try Policy.load(
            PolicySource(files: [
                regime("ancien", "du = jour \"2017-01-01\", jusqu_au = jour \"2020-07-07\""),
                regime("nouveau", "du = jour \"2020-07-08\""),
            ]))
    }

    struct Case: CustomTestStringConvertible {
        let choiceDate: String
        let filed: String
        let decided: String
        var named: String?
        let regime: String?
        let isAcross: Bool
        var testDescription: String {
            "\(choiceDate) \(filed) \(decided) \(named ?? "")"
        }
    }

    static let cases = [
        Case(
            choiceDate: "depot", filed: "2020-07-07", decided: "2020-07-07", regime: "ancien",
            isAcross: false),
        Case(
            choiceDate: "depot", filed: "2020-07-07", decided: "2020-07-08", regime: "ancien",
            isAcross: true),
        Case(
            choiceDate: "depot", filed: "2020-07-08", decided: "2022-01-27", regime: "nouveau",
            isAcross: false),
        Case(
            choiceDate: "decision", filed: "2020-07-07", decided: "2020-07-07", regime: "ancien",
            isAcross: false),
        Case(
            choiceDate: "decision", filed: "2020-07-07", decided: "2020-07-08", regime: "nouveau",
            isAcross: true),
        Case(
            choiceDate: "decision", filed: "2016-12-31", decided: "2017-01-01", regime: "ancien",
            isAcross: true),
        Case(
            choiceDate: "depot", filed: "2020-07-08", decided: "2020-07-08", named: "ancien",
            regime: "ancien", isAcross: true),
        Case(
            choiceDate: "depot", filed: "2016-12-31", decided: "2017-01-01", regime: nil,
            isAcross: false),
    ]

    @Test(arguments: cases)
    func `the chosen regime flags a dossier that stands across its bounds`(item: Case) throws {
        let policy = try RegimeChoiceTests.policy(item.choiceDate)
        let dossier = try Dossier.read(
            SourceText(
                path: "d.json",
                text: """
                    {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "\(item.filed)",
                     "collectivite": {"nom": "X", "nature": "commune"}}
                    """), schema: policy.schema)
        var evaluator = try Evaluator(policy)

        let verdict = try evaluator.evaluate(
            dossier, le: #require(Day(iso: item.decided)), regime: item.named)

        #expect(verdict.regime?.id == item.regime)
        #expect(
            verdict.transition
                == (item.isAcross ? item.regime.map { "À cheval sur \($0)" } : nil))
    }
}
