// What a rule gave on one subject, with everything that explains it.
// SPDX-License-Identifier: MIT

/// One rule's result on one subject.
public struct RuleResult: Sendable {
    /// The result.
    public let outcome: Outcome
    /// Whether `connu`, `renseigne` or `defaut` met an absent fact.
    public let isProvisional: Bool
    /// False for a priority rule's subject that gives less than its best one.
    public var isCounted: Bool
    /// Whether a validity failed only because another one applies as well.
    package internal(set) var isClash = false
    private let details: Details

    /// What is looked at less often, behind one reference: results are moved about a lot.
    private final class Details: Sendable {
        let rule: WrittenRule
        let sujet: String
        let motif: String?
        let lus: [NamedValue]
        let parametres: [ParameterReading]
        let manquants: [String]
        let hypotheses: [NamedValue]
        let points: ClosedRange<Double>?
        let valeur: ShownValue?
        let failedAt: String?
        let nodes: [NodeValue]
        let traced: [TracedValue]

        init(
            rule: WrittenRule, sujet: String, motif: String?, lus: [NamedValue],
            parametres: [ParameterReading], manquants: [String], hypotheses: [NamedValue],
            points: ClosedRange<Double>?, valeur: ShownValue?, failedAt: String?,
            nodes: [NodeValue], traced: [TracedValue]
        ) {
            self.rule = rule
            self.sujet = sujet
            self.motif = motif
            self.lus = lus
            self.parametres = parametres
            self.manquants = manquants
            self.hypotheses = hypotheses
            self.points = points
            self.valeur = valeur
            self.failedAt = failedAt
            self.nodes = nodes
            self.traced = traced
        }
    }

    /// Makes a result.
    init(
        rule: WrittenRule, sujet: String, outcome: Outcome, isProvisional: Bool, motif: String?,
        lus: [NamedValue], parametres: [ParameterReading], manquants: [String],
        hypotheses: [NamedValue], points: ClosedRange<Double>?, valeur: ShownValue?,
        failedAt: String?, nodes: [NodeValue], isCounted: Bool = true, traced: [TracedValue] = []
    ) {
        self.outcome = outcome
        self.isProvisional = isProvisional
        self.isCounted = isCounted
        details = Details(
            rule: rule, sujet: sujet, motif: motif, lus: lus, parametres: parametres,
            manquants: manquants, hypotheses: hypotheses, points: points, valeur: valeur,
            failedAt: failedAt, nodes: nodes, traced: traced)
    }
}

extension RuleResult {
    /// The rule as it is written, shared by all its results.
    var rule: WrittenRule { details.rule }
    /// `dossier`, `expertises[1]`, `demandes[2]`, or the absent or empty list.
    public var sujet: String { details.sujet }
    /// The reason, formatted; nil when the rule has nothing to say.
    public var motif: String? { details.motif }
    /// Values read, in source order.
    public var lus: [NamedValue] { details.lus }
    /// Parameters read, in order of name.
    public var parametres: [ParameterReading] { details.parametres }
    /// Unknowns that reached the result or were found absent, sorted.
    public var manquants: [String] { details.manquants }
    /// Assumptions made by `defaut`.
    public var hypotheses: [NamedValue] { details.hypotheses }
    /// Points of a priority rule; nil for other kinds or when unknown or failed.
    public var points: ClosedRange<Double>? { details.points }
    /// A calcul's value; nil when there is none.
    public var valeur: ShownValue? { details.valeur }
    /// A failed rule's place, `file:line`.
    public var failedAt: String? { details.failedAt }
    /// The values of the expression's nodes, outermost first.
    public var nodes: [NodeValue] { details.nodes }
    /// The values that were traced besides, in the order in which they were taken.
    package var traced: [TracedValue] { details.traced }
}
