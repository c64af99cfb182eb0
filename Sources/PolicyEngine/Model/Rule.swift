// A rule as an officer wrote it: its fixed texts and its deferred expressions.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling
public import LuaSyntax

/// The five constructs that are evaluated on a dossier.
public enum RuleKind: String, Sendable, CaseIterable {
    case critere, priorite, validite, signalement, calcul

    /// The fields whose expressions run once per dossier, in the order in which they run.
    package var deferredFields: [String] {
        switch self {
        case .critere: ["si", "exige"]
        case .priorite: ["si", "points"]
        case .validite: ["si", "debut", "fin"]
        case .signalement: ["si"]
        case .calcul: ["si", "valeur"]
        }
    }

    /// The field that holds the rule's text with placeholders, if it has one.
    package var textField: String? {
        switch self {
        case .critere, .calcul: "sinon"
        case .priorite: "motif"
        case .signalement: "message"
        case .validite: nil
        }
    }

    /// Whether a result shows the rule's own text.
    func showsText(of outcome: Outcome) -> Bool {
        switch (self, outcome) {
        case (.critere, .nonSatisfaite), (.priorite, .satisfaite), (.signalement, .satisfaite),
            (.calcul, .sansObjet):
            true
        default: false
        }
    }
}

/// What a criterion that does not hold leads to.
public enum Effect: String, Sendable, CaseIterable {
    case refus, examen, piece
}

/// One expression of a rule that runs once per dossier.
public struct DeferredField: Sendable {
    /// The field's name: `si`, `exige`, `points`, `debut`, `fin` or `valeur`.
    public let name: Name
    /// Its expression.
    public let expression: Expression
}

/// A text with `{expression}` placeholders.
public struct Template: Sendable {
    /// A stretch of a template.
    public enum Piece: Sendable {
        case text(String)
        case placeholder(Expression)
    }

    /// The pieces in order; `{{` and `}}` are resolved.
    public let pieces: [Piece]
    /// The string literal's place.
    public let range: SourceRange

    /// The placeholders' expressions in order.
    public var placeholders: [Expression] {
        pieces.compactMap { if case .placeholder(let expression) = $0 { expression } else { nil } }
    }
}

/// Days between which something is in force, both included; an open end has no bound.
public struct Period: Hashable, Sendable {
    /// First day in force; nil for "always before".
    public let du: Day?
    /// Last day in force; nil for "until further notice".
    public let jusquAu: Day?

    /// Makes a period.
    public init(du: Day? = nil, jusquAu: Day? = nil) {
        self.du = du
        self.jusquAu = jusquAu
    }

    /// Whether a day lies in the period.
    public func contains(_ day: Day) -> Bool {
        (du.map { $0 <= day } ?? true) && (jusquAu.map { day <= $0 } ?? true)
    }

    /// Whether two periods share a day.
    public func overlaps(_ other: Period) -> Bool {
        let startsBeforeEnd = du.flatMap { start in other.jusquAu.map { start <= $0 } } ?? true
        let endsAfterStart = jusquAu.flatMap { end in other.du.map { $0 <= end } } ?? true
        return startsBeforeEnd && endsAfterStart
    }
}

/// A `critere`, `priorite`, `validite`, `signalement` or `calcul`.
public struct Rule: Sendable {
    /// Which construct it is.
    public let kind: RuleKind
    /// Its identifier, unique in a regime.
    public let id: Located<String>
    /// What it is about.
    public let titre: String
    /// The text that it comes from.
    public let source: String
    /// What no source settles, in the officer's words.
    public let note: String?
    /// When it is in force.
    public let period: Period
    /// How months that have no exact day are rounded; nil refuses to choose.
    public let rounding: DayRounding?
    /// False when its reason must not be told to the applicant.
    public let isCommunicable: Bool
    /// Why it must not be told.
    public let motifSecret: String?
    /// The deferred expressions, in source order.
    public let fields: [DeferredField]
    /// A criterion's effect; nil for other kinds.
    public let effect: Effect?
    /// The text of `sinon`, `motif` or `message`; nil when it was not given.
    public let template: Template?
    /// The name under which other rules read a `calcul`; nil for other kinds.
    public let nom: Located<String>?
    /// The whole statement.
    public let range: SourceRange
    /// The free names of what decides its result, its texts left out.
    let decidingNames: FreeNames
    /// The free names of all its expressions.
    let names: FreeNames
    /// Index of its file in the regime's files; 0 among the declarations of one file.
    public internal(set) var file: Int

    /// The deferred field of a name, if the rule has it.
    public func field(_ name: String) -> DeferredField? { fields.first { $0.name.text == name } }

    /// Every expression that runs on a dossier, `si` first and then in source order.
    package var expressions: [Expression] { Rule.expressions(of: fields, template) }

    /// The expressions of fields, `si` first and then in source order, and of a text after them.
    static func expressions(
        of fields: [DeferredField], _ template: Template? = nil
    ) -> [Expression] {
        let ordered =
            fields.filter { $0.name.text == "si" } + fields.filter { $0.name.text != "si" }
        return ordered.map(\.expression) + (template?.placeholders ?? [])
    }
}
