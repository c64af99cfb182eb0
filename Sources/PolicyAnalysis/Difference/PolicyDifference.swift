// What two versions of a policy decide otherwise.
// SPDX-License-Identifier: MIT

public import Labelling
public import PolicyEngine

/// The difference of two versions of a policy, by what they decide and not by their texts.
///
///     let difference = try PolicyDifference.between(before, after)
///     if difference.isEmpty { print("identiques par le sens") }
public struct PolicyDifference: Sendable {
    /// Regimes that only one version has, or whose days or flag at their limits differ.
    public internal(set) var regimes: [RegimeChange] = []
    /// Totals of points that get another level, by regime.
    public internal(set) var levels: [LevelChange] = []
    /// Rules that give something else somewhere, the largest regions first.
    public internal(set) var rules: [RuleDifference] = []
    /// Rules that give the same under another identifier, in byte order of the former one.
    public internal(set) var renamed: [RuleRenaming] = []
    /// Rules that go on under another identifier and give something else, or may.
    ///
    /// They are known by what is left of title and text; what differs is told of the latter. In byte
    /// order of the former one.
    public internal(set) var resembling: [RuleRenaming] = []
    /// Facts that the policy declares otherwise, in byte order of path.
    public internal(set) var facts: [FactChange] = []
    /// Rules whose texts differ and whose results do not, as far as `doubts` tells, in byte order.
    public internal(set) var reworded: [RuleReference] = []
    /// What keeps an absence of differences from being proved, in byte order of rule.
    public internal(set) var doubts: [Doubt] = []
    /// How many regions were looked at.
    public internal(set) var explored = 0

    /// Whether no difference was found; another name is none, nor is what a fact's declaration says
    /// without letting other dossiers in.
    public var isEmpty: Bool {
        regimes.isEmpty && levels.isEmpty && rules.isEmpty
            && !facts.contains(where: \.changesDossiers)
    }

    /// Whether that was all there is to find.
    public var isExact: Bool { doubts.isEmpty }
}

/// A rule of a regime.
public struct RuleReference: Hashable, Sendable {
    /// The regime.
    public let regime: String
    /// The rule's identifier.
    public let id: String
    /// What it is about.
    public let titre: String
    /// Which construct it is.
    public let kind: RuleKind
}

/// A rule that goes on under another identifier.
public struct RuleRenaming: Hashable, Sendable {
    /// The rule as it was.
    public let before: RuleReference
    /// The rule as it is.
    public let after: RuleReference
}

/// A rule for which not everything could be looked at.
public struct Doubt: Hashable, Sendable {
    /// Why.
    public enum Reason: String, Hashable, Sendable {
        /// A function or a comparison of two facts hides where results turn: values were tried.
        case sampled = "valeurs_essayees"
        /// The decision day is read: some days were tried.
        case days = "jours_essayes"
        /// The budget ran out.
        case partial = "resultat_partiel"
        /// A difference was seen that no dossier has shown.
        case unconfirmed = "sans_temoin"
    }

    /// The rule.
    public let rule: RuleReference
    /// Why.
    public let reason: Reason
    /// The facts of which that is so, in the order of their paths; empty where none is known.
    public let facts: [FactPath]

    /// Makes a doubt, about no fact in particular unless told otherwise.
    package init(rule: RuleReference, reason: Reason, facts: [FactPath] = []) {
        self.rule = rule
        self.reason = reason
        self.facts = facts
    }
}

/// A regime that covers other days than it did, or flags other dossiers at its limits.
public struct RegimeChange: Sendable {
    /// Its identifier.
    public let id: String
    /// Its days before; nil where it was not there.
    public let before: RegimeDays?
    /// Its days after; nil where it is there no more.
    public let after: RegimeDays?
    /// A dossier that shows it: another regime covers it now, or none, or it is flagged otherwise; nil
    /// where there is none to show.
    public let witness: WitnessPair?
}

/// The days of a regime.
public struct RegimeDays: Hashable, Sendable {
    /// The days.
    public let period: Period
    /// Which day of a dossier counts.
    public let choice: ChoiceDate
    /// The text of the flag on a dossier that is filed within the days and decided outside, or the
    /// reverse; nil for none, or where no dossier can be so.
    public let transition: String?
}

/// Totals of points whose level has another name.
public struct LevelChange: Hashable, Sendable {
    /// The regime.
    public let regime: String
    /// The least total.
    public let from: Double
    /// The total below which it ends; nil for no end.
    public let below: Double?
    /// The name before; nil for none.
    public let before: String?
    /// The name after; nil for none.
    public let after: String?
}

/// One dossier under both versions.
public struct WitnessPair: Sendable {
    /// What the first version says.
    public let before: Witness
    /// What the second version says.
    public let after: Witness

    /// Whether the opinion on the dossier or on an expertise differs.
    public var changesAvis: Bool { before.avis != after.avis }

    /// Whether the points differ.
    public var changesPoints: Bool {
        (before.verdict.priorite.points, before.verdict.priorite.pointsMax)
            != (after.verdict.priorite.points, after.verdict.priorite.pointsMax)
    }

    /// Whether the days of a label differ.
    public var changesDates: Bool { before.labels != after.labels }

    /// Whether the verdict differs in more than what one rule says.
    public var changesVerdict: Bool { changesAvis || changesPoints || changesDates }
}

extension Witness {
    fileprivate var avis: [Avis] { [verdict.avis] + verdict.expertises.map(\.avis) }

    fileprivate var labels: [[Day]] {
        verdict.expertises.map { expertise in
            expertise.validite.map { [$0.debut, $0.fin] } ?? []
        }
    }
}

/// A rule that gives one thing under the first version and another under the second.
public struct RuleDifference: Sendable {
    /// The rule.
    public let rule: RuleReference
    /// What it gave in the example; `nothing` where it was not there or not in force.
    public let before: Bearing
    /// What it gives.
    public let after: Bearing
    /// The periods in which it was seen to do so, in order.
    public let periods: [Period]
    /// Whether these are surely all, on every day of them; otherwise it may on other days as well.
    public let isDated: Bool
    /// Which day of a dossier the periods are about.
    public let choice: ChoiceDate
    /// Some of the regions, that of the witness first, then those without blank texts and with the
    /// fewest facts; each is a conjunction.
    public let regions: [[Placement]]
    /// How many regions there are.
    public let count: Int
    /// Whether a dossier of a region surely shows it, and not only the one that was tried.
    public let isExact: Bool
    /// A dossier of the first region that shows it; nil where none did.
    public let witness: WitnessPair?
}
