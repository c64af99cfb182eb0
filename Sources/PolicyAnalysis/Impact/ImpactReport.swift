// What another policy changes for a corpus of dossiers.
// SPDX-License-Identifier: MIT

public import Labelling
public import PolicyEngine

/// Which of two policies.
public enum PolicySide: String, Sendable, CaseIterable {
    case avant, apres
}

/// A dossier whose outcome is another one under the second policy.
public struct DossierMove: Sendable {
    /// Where it stands.
    public let place: DossierLine
    /// Its number.
    public let numero: String
    /// The applicant's name.
    public let nom: String
    /// Whether a label of it still runs on the decision day.
    public let isRunning: Bool
    /// What differs.
    public let change: VerdictChange
}

/// A dossier that only one of the policies can read or judge.
public struct DossierRefusal: Hashable, Sendable {
    /// Where it stands.
    public let place: DossierLine
    /// The policy that refuses it.
    public let side: PolicySide
    /// Why: lower-case first letter, no full stop.
    public let reason: String

    /// A dossier that one policy refuses.
    public init(place: DossierLine, side: PolicySide, reason: String) {
        self.place = place
        self.side = side
        self.reason = reason
    }
}

/// What two policies say of the same dossiers.
///
/// Of those that do not move only counts are kept, and the names of favourable ones: others may
/// pass them.
public struct ImpactReport: Sendable {
    /// Two opinions on one dossier.
    public struct Transition: Hashable, Sendable {
        /// That of the first policy.
        public let before: Avis
        /// That of the second policy.
        public let after: Avis

        /// Two opinions.
        public init(before: Avis, after: Avis) {
            self.before = before
            self.after = after
        }
    }

    /// How many dossiers went from one opinion to another, or kept it; running labels left out.
    public private(set) var transitions: [Transition: Int] = [:]
    /// The same for the dossiers with a running label.
    public private(set) var runningTransitions: [Transition: Int] = [:]
    /// The dossiers whose outcome differs, in order.
    public private(set) var moves: [DossierMove] = []
    /// The dossiers that one policy refuses, in order.
    public private(set) var refusals: [DossierRefusal] = []
    /// The dossiers that neither policy could judge, in order.
    public var unjudged: [UnjudgedDossier] = []
    /// By rule, the dossiers without a move for which its result differs all the same.
    public private(set) var quietChanges: [String: Int] = [:]
    /// How many dossiers have a rule that fails under the second policy.
    public private(set) var failures = 0
    private var standings = StandingPairs()
    private let renamed: RenamedRules

    /// Nothing compared yet, under policies that know some rules under different identifiers.
    public init(renamed: RenamedRules = .none) { self.renamed = renamed }

    /// How many dossiers both policies judged.
    public var count: Int { transitions.total + runningTransitions.total }

    /// How many of them have a running label.
    public var runningCount: Int { runningTransitions.total }

    /// The ranks, worked out over the whole corpus.
    public var ranks: ImpactRanks { ImpactRanks(standings) }

    /// Takes the two verdicts on a dossier.
    ///
    /// - Parameters:
    ///   - facts: the dossier's, of which only `labels` are looked at.
    ///   - place: where it stands.
    ///   - before: the verdict of the first policy.
    ///   - after: that of the second one.
    public mutating func add(
        _ facts: FactRecord, at place: DossierLine, from before: Verdict, to after: Verdict
    ) {
        let change = VerdictChange(from: before, to: after, renamed: renamed)
        let transition = Transition(before: before.avis, after: after.avis)
        let isRunning = facts.showLabel(on: after.dateDecision)
        if isRunning {
            runningTransitions[transition, default: 0] += 1
        } else {
            transitions[transition, default: 0] += 1
        }
        if after.hasFailure { failures += 1 }
        if change.movesOutcome {
            standings.add(change)
            moves.append(
                DossierMove(
                    place: place, numero: before.numero, nom: before.nom, isRunning: isRunning,
                    change: change))
        } else {
            standings.add(
                change, of: .init(place: place, numero: before.numero, nom: before.nom))
            for rule in Set(change.rules.map(\.id)) { quietChanges[rule, default: 0] += 1 }
        }
    }

    /// Takes a dossier that one policy refuses.
    public mutating func add(_ refusal: DossierRefusal) { refusals.append(refusal) }

    /// Takes what comes after in the corpus.
    public mutating func add(_ next: ImpactReport) {
        transitions.merge(next.transitions, uniquingKeysWith: +)
        runningTransitions.merge(next.runningTransitions, uniquingKeysWith: +)
        quietChanges.merge(next.quietChanges, uniquingKeysWith: +)
        standings.add(next.standings)
        moves += next.moves
        refusals += next.refusals
        unjudged += next.unjudged
        failures += next.failures
    }
}

extension [ImpactReport.Transition: Int] {
    fileprivate var total: Int { values.reduce(0, +) }
}

extension FactRecord {
    /// Whether a dossier's facts show a label that runs on a day.
    ///
    /// It expires that day or later, and was not granted after it; a label without a last day shows
    /// nothing.
    fileprivate func showLabel(on day: Day) -> Bool {
        guard case .list(let labels)? = self["labels"] else { return false }
        return labels.contains { label in
            guard case .record(let facts) = label, case .day(let end)? = facts["expire_le"] else {
                return false
            }
            if case .day(let start)? = facts["accorde_le"], start > day { return false }
            return end >= day
        }
    }
}
