// What a rule's results say whatever the dossier.
// SPDX-License-Identifier: MIT

import Diagnostics
package import Labelling
import LuaSyntax

/// A rule as it is written: made once, shared by all its results.
final class WrittenRule: Sendable {
    let kind: RuleKind
    let id: String
    let titre: String
    let source: String
    let note: String?
    let effect: Effect?
    let nom: String?
    let template: Template?
    let sourceText: [RuleResult.FieldText]
    /// What its result rests on.
    let basis: Basis
    /// The path of its file.
    let file: String
    let line: Int
    let isCommunicable: Bool
    /// Its results in JSON, up to the quote that opens their subject.
    let head: [UInt8]

    /// What a rule's result rests on besides its expressions and a dossier.
    struct Basis: Sendable {
        /// The points that it gives wherever it applies; nil where a dossier decides how many.
        var fixedPoints: FixedPoints?
        /// The names of the calculs that it depends on, sorted.
        var calculs: [String] = []
        /// The tables that it depends on, in the order of the policy.
        var tables: [DataTable] = []
        /// How months that have no exact day are rounded.
        var rounding: DayRounding?
    }

    /// A rule of a regime.
    convenience init(_ program: RuleProgram, of regime: Regime) {
        let rule = program.rule
        let text = regime.files[rule.file].source
        self.init(
            kind: rule.kind, id: rule.id.value, titre: rule.titre, source: rule.source,
            note: rule.note, effect: rule.effect, nom: rule.nom?.value, template: rule.template,
            sourceText: rule.fields.map {
                RuleResult.FieldText(
                    field: $0.name.text, text: text.text(in: $0.expression.range))
            },
            basis: Basis(
                fixedPoints: rule.field("points").flatMap {
                    FixedPoints($0.expression, parameters: program.parameters)
                },
                calculs: program.calculs,
                tables: regime.declarations.tables.filter {
                    rule.decidingNames.contains($0.name.value)
                },
                rounding: rule.rounding),
            file: text.path, line: text.line(at: rule.range.lowerBound),
            isCommunicable: rule.isCommunicable)
    }

    /// A rule of which its texts alone are known.
    init(
        kind: RuleKind, id: String, titre: String, source: String, note: String? = nil,
        effect: Effect? = nil, nom: String? = nil, template: Template? = nil,
        sourceText: [RuleResult.FieldText] = [], basis: Basis = Basis(), file: String, line: Int,
        isCommunicable: Bool = true
    ) {
        self.kind = kind
        self.id = id
        self.titre = titre
        self.source = source
        self.note = note
        self.effect = effect
        self.nom = nom
        self.template = template
        self.sourceText = sourceText
        self.basis = basis
        self.file = file
        self.line = line
        self.isCommunicable = isCommunicable
        head = WrittenRule.head(id: id, titre: titre, source: source)
    }

    private static func head(id: String, titre: String, source: String) -> [UInt8] {
        var head: [UInt8] = []
        for (key, text) in [("{\"id\":", id), (",\"titre\":", titre), (",\"source\":", source)] {
            head += key.utf8
            head.appendJSON(text)
        }
        return head + ",\"sujet\":\"".utf8
    }
}

extension RuleResult {
    /// The rule's kind.
    public var kind: RuleKind { rule.kind }
    /// The rule's identifier.
    public var id: String { rule.id }
    /// The rule's title.
    public var titre: String { rule.titre }
    /// Where the rule comes from.
    public var source: String { rule.source }
    /// What no source settles.
    public var note: String? { rule.note }
    /// A criterion's effect when it does not hold.
    public var effect: Effect? { rule.effect }
    /// A calcul's name in rules.
    public var nom: String? { rule.nom }
    /// The text of the rule's deferred fields, as written.
    public var sourceText: [FieldText] { rule.sourceText }
    /// The names of the calculs on which the rule's result depends, sorted.
    package var calculs: [String] { rule.basis.calculs }
    /// The tables that the rule's result depends on, in the order of the policy.
    package var tables: [DataTable] { rule.basis.tables }
    /// How the rule rounds months that have no exact day.
    package var rounding: DayRounding? { rule.basis.rounding }
    /// Where the rule is written, `file:line`.
    public var writtenAt: String { "\(rule.file):\(rule.line)" }
    /// False when the reason must not be told to the applicant.
    public var isCommunicable: Bool { rule.isCommunicable }

    /// A field of a rule as the officer wrote it.
    public struct FieldText: Hashable, Sendable {
        /// The field's name.
        public let field: String
        /// Its expression.
        public let text: String
    }
}
