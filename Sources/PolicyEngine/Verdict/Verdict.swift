// The opinion on a dossier, with everything that led to it.
// SPDX-License-Identifier: MIT

public import Labelling

/// The opinion that the rules lead to; a person decides.
public enum Avis: String, Sendable, CaseIterable {
    case favorable
    /// A point that a person must examine.
    case aExaminer = "a_examiner"
    /// A piece or a fact is missing.
    case incomplet
    case defavorable
    /// Expertises of one dossier that differ.
    case partage
    /// A rule that counts failed: no opinion.
    case enErreur = "en_erreur"
}

/// What running a rule gave.
public enum Outcome: String, Sendable, CaseIterable {
    case satisfaite
    case nonSatisfaite = "non_satisfaite"
    /// Its `si` is false.
    case sansObjet = "sans_objet"
    /// An unknown decided.
    case indeterminee
    /// The rule failed: never a "no".
    case enErreur = "en_erreur"
}

/// A value shown in a verdict.
public enum ShownValue: Hashable, Sendable {
    case text(String)
    case integer(Int64)
    case decimal(Double)
    case boolean(Bool)
    case day(Day)
    /// A duration in months.
    case months(Int64)
    /// A duration in days.
    case days(Int64)
    /// A list, shown by its length.
    case list(count: Int64)
    /// A record, a table or a function: nothing to show.
    case opaque
}

/// A name and the value that stood under it, in the order of the rule's text.
public struct NamedValue: Hashable, Sendable {
    /// An absolute path, such as `expertises[1].references`.
    public let name: String
    /// The value.
    public let value: ShownValue

    /// Makes a named value.
    public init(name: String, value: ShownValue) {
        self.name = name
        self.value = value
    }
}

/// A parameter that a rule read, as it stood on the regime's day.
public struct ParameterReading: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: Constant
    /// Since when it is in force.
    public let du: Day?
    /// Its unit, if any.
    public let unite: String?
}

/// The value that one node of an expression took, for the full explanation.
public struct NodeValue: Hashable, Sendable {
    /// How deep the node stands under the rule's field, from 0.
    public let depth: Int
    /// The node's text.
    public let text: String
    /// Its value, nil for unknown.
    public let value: ShownValue?
    /// The field that it belongs to.
    public let field: String
}

/// The period of a label.
public struct LabelPeriod: Hashable, Sendable {
    /// First day.
    public let debut: Day
    /// Last day, included.
    public let fin: Day
    /// The rule that gave it.
    public let regle: String
}

/// The opinion on one expertise.
public struct ExpertiseVerdict: Sendable {
    /// Its place from 1.
    public let number: Int
    /// Its title, if known.
    public let intitule: String?
    /// Its domain, if known.
    public let domaine: String?
    /// The opinion.
    public let avis: Avis
    /// The label's period; nil when the opinion allows none or no rule gives one.
    public let validite: LabelPeriod?
    /// The rules run on this expertise, in policy order.
    public let regles: [RuleResult]
}

/// The priority of a dossier.
public struct Priority: Sendable {
    /// The least that it can be, a rule whose number of points is unknown counting nothing; nil when
    /// a rule failed.
    public let points: Double?
    /// The most that it can be; nil when a rule failed or the number itself is unknown.
    public let pointsMax: Double?
    /// The level of `points`.
    public let niveau: String?
    /// The level of `pointsMax`.
    public let niveauMax: String?
    /// Every priority rule's result on each subject.
    public let regles: [RuleResult]
}

/// An assumption that a rule made in place of an absent fact.
public struct Hypothesis: Hashable, Sendable {
    /// The absent fact.
    public let fait: String
    /// The value used.
    public let valeur: ShownValue
    /// The rule.
    public let regle: String
    /// The rule's subject.
    public let sujet: String
}

/// The regime that a verdict was given under.
public struct RegimeReference: Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its name.
    public let titre: String
    /// SHA-256 of the policy.
    public let empreinte: String
}

/// The whole opinion on a dossier (`sceau/avis/1`).
public struct Verdict: Sendable {
    /// The dossier's number.
    public let numero: String
    /// SHA-256 of the dossier's bytes.
    public let empreinteDossier: String
    /// The applicant's name, for texts.
    public let nom: String
    /// The filing day.
    public let deposeLe: Day
    /// The regime; nil when none covers the dossier.
    public let regime: RegimeReference?
    /// The engine's version.
    public let moteur: String
    /// The decision day.
    public let dateDecision: Day
    /// The opinion on the dossier.
    public let avis: Avis
    /// The sentences that made the opinion.
    public let motifs: [String]
    /// The rules on the dossier and on its requests.
    public let regles: [RuleResult]
    /// One opinion an expertise, in dossier order.
    public let expertises: [ExpertiseVerdict]
    /// The priority.
    public let priorite: Priority
    /// Flags raised, undetermined or failed.
    public let signalements: [RuleResult]
    /// Derived facts.
    public let calculs: [RuleResult]
    /// Assumptions.
    public let hypotheses: [Hypothesis]
    /// Every missing piece, sorted.
    public let manquants: [String]
    /// The reasons that the dossier gives for what it does not know, by path, sorted.
    public let inconnus: [NamedValue]
    /// The text of the regime's transition flag when the filing or decision day lies outside it.
    public let transition: String?
    /// The flags that were not raised: no part of the document, looked at by tests.
    package var quietFlags: [RuleResult] = []

    /// The results of one rule, subject by subject; empty when it was not in force.
    package func results(of rule: String) -> [RuleResult] {
        (allRules + quietFlags).filter { $0.id == rule }.sorted { $0.place < $1.place }
    }

    /// Every result in the order in which a text shows them.
    public var allRules: [RuleResult] {
        expertises.flatMap(\.regles) + regles + priorite.regles + signalements + calculs
    }

    /// The results that failed, in the order of `allRules`.
    public var failures: [RuleResult] {
        var failures: [RuleResult] = []
        for expertise in expertises { failures += expertise.regles.failures }
        for part in [regles, priorite.regles, signalements, calculs] { failures += part.failures }
        return failures
    }

    /// Whether any rule failed.
    public var hasFailure: Bool { !failures.isEmpty }
}

extension [RuleResult] {
    fileprivate var failures: [RuleResult] { filter { $0.outcome == .enErreur } }
}

extension RuleResult {
    /// The number of the subject in its list, 0 for the dossier or a whole list.
    fileprivate var place: Int {
        guard let open = sujet.firstIndex(of: "["), sujet.hasSuffix("]") else { return 0 }
        return Int(sujet[sujet.index(after: open)...].dropLast()) ?? 0
    }
}
