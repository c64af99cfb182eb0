// What another policy changes for a corpus of dossiers.
// SPDX-License-Identifier: MIT

public import Labelling
public import PolicyEngine

/// Which of two policies.
public enum PolicySide: String, Sendable, CaseIterable {
    case avant, apres
}

/// Where a dossier stands.
public struct DossierLine: Hashable, Sendable {
    /// The file as the user named it.
    public let fichier: String
    /// The number of its line, from 1; nil for a whole file.
    public let ligne: Int?

    /// Names a dossier's place.
    public init(fichier: String, ligne: Int? = nil) {
        self.fichier = fichier
        self.ligne = ligne
    }
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

/// What two policies say of the same dossiers; of those that do not move, only counts are kept.
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
    /// By rule, the dossiers without a move for which its result differs all the same.
    public private(set) var quietChanges: [String: Int] = [:]
    /// How many dossiers have a rule that fails under the second policy.
    public private(set) var failures = 0
    private var standings: [StandingPair: Int] = [:]
    private let renamed: RenamedRules

    private struct StandingPair: Hashable {
        let before: Standing?
        let after: Standing?
    }

    /// Nothing compared yet, under policies that know some rules under different identifiers.
    public init(renamed: RenamedRules = .none) { self.renamed = renamed }

    /// How many dossiers both policies judged.
    public var count: Int { transitions.total + runningTransitions.total }

    /// How many of them have a running label.
    public var runningCount: Int { runningTransitions.total }

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
        let standing = StandingPair(
            before: change.standings.before, after: change.standings.after)
        if standing.before != nil || standing.after != nil {
            standings[standing, default: 0] += 1
        }
        if after.hasFailure { failures += 1 }
        if change.movesOutcome {
            moves.append(
                DossierMove(
                    place: place, numero: before.numero, nom: before.nom, isRunning: isRunning,
                    change: change))
        } else {
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
        standings.merge(next.standings, uniquingKeysWith: +)
        moves += next.moves
        refusals += next.refusals
        failures += next.failures
    }
}

// MARK: - Ranks

extension ImpactReport {
    /// The ranks of favourable dossiers under both policies.
    public struct Ranks: Sendable {
        fileprivate let before: [String: [PointSpan: ClosedRange<Int>]]
        fileprivate let after: [String: [PointSpan: ClosedRange<Int>]]
        /// How many dossiers are favourable under both policies and have another rank.
        public fileprivate(set) var moved = 0

        /// The rank of a dossier under one policy; nil when it has none.
        public func rank(of change: VerdictChange, _ side: PolicySide) -> ClosedRange<Int>? {
            let (before, after) = change.standings
            return (side == .avant ? before : after).flatMap { rank($0, side) }
        }

        fileprivate func rank(_ standing: Standing, _ side: PolicySide) -> ClosedRange<Int>? {
            (side == .avant ? before : after)[standing.regime]?[standing.span]
        }
    }

    /// The ranks, worked out over the whole corpus.
    public var ranks: Ranks {
        var ranks = Ranks(before: ranks(\.before), after: ranks(\.after))
        for (pair, count) in standings {
            guard let before = pair.before, let after = pair.after else { continue }
            if ranks.rank(before, .avant) != ranks.rank(after, .apres) { ranks.moved += count }
        }
        return ranks
    }

    private func ranks(
        _ side: KeyPath<StandingPair, Standing?>
    ) -> [String: [PointSpan: ClosedRange<Int>]] {
        var tables: [String: RankTable] = [:]
        for (pair, count) in standings {
            guard let standing = pair[keyPath: side] else { continue }
            tables[standing.regime, default: RankTable()].add(standing.span, times: count)
        }
        return tables.mapValues(\.ranks)
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
