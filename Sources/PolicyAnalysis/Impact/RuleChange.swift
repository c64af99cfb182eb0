// A rule whose result differs between two verdicts on one dossier, and why.
// SPDX-License-Identifier: MIT

public import PolicyEngine

/// What a result tells an officer.
public struct RuleState: Hashable, Sendable {
    /// The result.
    public let outcome: Outcome
    /// A criterion's effect; nil unless the criterion does not hold.
    public let effect: Effect?
    /// The reason; nil when the rule has nothing to say.
    public let motif: String?
    /// False when the reason must not be told to the applicant.
    public let isCommunicable: Bool
    /// Unknowns that reached the result or were found absent, sorted.
    public let manquants: [String]
    /// Whether it concluded from what is absent.
    public let isProvisional: Bool
    /// Points of a priority rule; nil for others, or when unknown or failed.
    public let points: ClosedRange<Double>?
    /// False for a priority rule's subject that gives less than its best one.
    public let isCounted: Bool
    /// A calcul's value.
    public let valeur: ShownValue?
    /// The label's days that a validity gave.
    public let label: VerdictOutline.Label?

    init(_ result: RuleResult, label: VerdictOutline.Label?) {
        outcome = result.outcome
        effect = result.outcome == .nonSatisfaite ? result.effect : nil
        motif = result.motif
        isCommunicable = result.isCommunicable
        manquants = result.manquants
        isProvisional = result.isProvisional
        points = result.points
        isCounted = result.isCounted
        valeur = result.valeur
        self.label = label
    }
}

/// Why a rule gives another result.
public enum RuleCause: Hashable, Sendable {
    /// It is there only in the second verdict.
    case added
    /// It is there only in the first one.
    case removed
    /// It judges something that only the second verdict has, such as one more expertise.
    case addedSubject
    /// It judged something that only the first verdict has.
    case removedSubject
    /// Another regime judges the dossier, and one of the two does not have it there.
    case regime
    /// Its effect is another one.
    case effect(before: Effect?, after: Effect?)
    /// These fields are written otherwise.
    case fields([String])
    /// A parameter has another value; nil where the rule does not read it.
    case parameter(String, before: ParameterReading?, after: ParameterReading?)
    /// A fact, a cell or a calcul has another value; nil where it is not known, or not read.
    case reading(String, before: ShownValue?, after: ShownValue?)
    /// A table has other rows; its cells that the rule read are the same.
    case table(String)
    /// Only its text differs.
    case wording
    /// Another validity applies besides it, or no longer does.
    case otherValidity
    /// A function or a local value of its file, or of a module.
    case elsewhere
}

/// A rule that gives two results on one subject.
public struct RuleChange: Sendable {
    /// The rule's kind.
    public let kind: RuleKind
    /// The rule's identifier.
    public let id: String
    /// The identifier that the first verdict has it under; nil unless that is another one.
    public let formerID: String?
    /// Its title, as the second verdict gives it where it has the rule.
    public let titre: String
    /// `dossier`, `expertises[1]`, `demandes[2]`, or the absent or empty list.
    public let sujet: String
    /// What it gave; nil when the first verdict does not have it.
    public let before: RuleState?
    /// What it gives; nil when the second verdict does not have it.
    public let after: RuleState?
    /// Why, at least one cause.
    public let causes: [RuleCause]
    /// What it read where it gives a result, else what it had read.
    public let readings: [NamedValue]

    /// Compares two results; nil when they tell the same.
    ///
    /// Where a verdict has none, the absence says why; what stands behind two results is looked for
    /// among the calculs of their verdicts.
    init?(
        _ before: (result: RuleResult, state: RuleState)?,
        _ after: (result: RuleResult, state: RuleState)?, absence: Absence,
        among calculs: CalculPairs
    ) {
        guard before?.state != after?.state, let shown = (after ?? before)?.result else {
            return nil
        }
        kind = shown.kind
        id = shown.id
        formerID = before.flatMap { $0.result.id == shown.id ? nil : $0.result.id }
        titre = shown.titre
        sujet = shown.sujet
        self.before = before?.state
        self.after = after?.state
        readings = shown.lus
        switch (before?.result, after?.result) {
        case (let before?, let after?):
            causes = RuleCause.all(from: before, to: after, among: calculs)
        case (nil, _): causes = [absence.added]
        case (_, nil): causes = [absence.removed]
        }
    }
}

/// What one of two verdicts lacks where it has no result.
enum Absence {
    /// The rule, in the policy or that day.
    case rule
    /// What the rule judges: the rule itself is there.
    case subject
    /// The regime: each verdict has another one.
    case regime

    fileprivate var added: RuleCause {
        switch self {
        case .rule: .added
        case .subject: .addedSubject
        case .regime: .regime
        }
    }

    fileprivate var removed: RuleCause {
        switch self {
        case .rule: .removed
        case .subject: .removedSubject
        case .regime: .regime
        }
    }
}
