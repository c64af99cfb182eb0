// The ranks of a corpus under two policies.
// SPDX-License-Identifier: MIT

/// A favourable dossier whose rank differs although its own outcome does not: others passed it.
public struct RankMove: Sendable {
    /// Which dossier.
    public struct Name: Sendable {
        /// Where it stands.
        public let place: DossierLine
        /// Its number.
        public let numero: String
        /// The applicant's name.
        public let nom: String
    }

    /// The dossier.
    public let name: Name
    /// Its rank under the first policy.
    public let before: ClosedRange<Int>
    /// Its rank under the second policy.
    public let after: ClosedRange<Int>
}

/// The ranks of favourable dossiers under both policies.
public struct ImpactRanks: Sendable {
    private let before: [String: [PointSpan: ClosedRange<Int>]]
    private let after: [String: [PointSpan: ClosedRange<Int>]]
    /// How many dossiers are favourable under both policies and have another rank.
    public let moved: Int
    /// Those among them whose own outcome stays, the best ranks of the first policy first.
    public let passed: [RankMove]

    init(_ standings: StandingPairs) {
        let (before, after) = (standings.ranks(\.before), standings.ranks(\.after))
        var moved = 0
        var passed: [RankMove] = []
        for (pair, count) in standings.counts {
            guard let former = pair.before, let new = pair.after,
                let first = before[former.regime]?[former.span],
                let second = after[new.regime]?[new.span], first != second
            else { continue }
            moved += count
            passed += standings.steady[pair, default: []].map {
                RankMove(name: $0, before: first, after: second)
            }
        }
        self.before = before
        self.after = after
        self.moved = moved
        self.passed = passed.sorted { $0.isShownBefore($1) }
    }

    /// The rank of a dossier under one policy; nil when it has none.
    public func rank(of change: VerdictChange, _ side: PolicySide) -> ClosedRange<Int>? {
        let (ranks, standing) =
            side == .avant ? (before, change.standings.before) : (after, change.standings.after)
        return standing.flatMap { ranks[$0.regime]?[$0.span] }
    }
}

extension RankMove {
    /// By rank before, then after, then number and place.
    fileprivate func isShownBefore(_ other: RankMove) -> Bool {
        let (ranks, others) = (key, other.key)
        if ranks != others { return ranks.lexicographicallyPrecedes(others) }
        if name.numero != other.name.numero {
            return name.numero.utf8.lexicographicallyPrecedes(other.name.numero.utf8)
        }
        let (place, second) = (name.place, other.name.place)
        return place.fichier == second.fichier
            ? (place.ligne ?? 0) < (second.ligne ?? 0)
            : place.fichier.utf8.lexicographicallyPrecedes(second.fichier.utf8)
    }

    private var key: [Int] {
        [before.lowerBound, before.upperBound, after.lowerBound, after.upperBound]
    }
}

/// Where dossiers stand under both policies: how many alike, and the names of those whose outcome
/// stays.
struct StandingPairs: Sendable {
    /// Where one dossier stands; nil where it has no rank.
    struct Pair: Hashable, Sendable {
        let before: Standing?
        let after: Standing?
    }

    private(set) var counts: [Pair: Int] = [:]
    /// Those that both policies rank and that do not move by themselves, in the order of the corpus.
    private(set) var steady: [Pair: [RankMove.Name]] = [:]

    /// Counts a dossier; its name is kept where only its rank can move.
    mutating func add(_ change: VerdictChange, of name: RankMove.Name? = nil) {
        let pair = Pair(before: change.standings.before, after: change.standings.after)
        guard pair.before != nil || pair.after != nil else { return }
        counts[pair, default: 0] += 1
        if let name, pair.before != nil, pair.after != nil {
            steady[pair, default: []].append(name)
        }
    }

    /// Counts what comes after in the corpus.
    mutating func add(_ next: StandingPairs) {
        counts.merge(next.counts, uniquingKeysWith: +)
        steady.merge(next.steady, uniquingKeysWith: +)
    }

    /// The rank of each span that occurs on one side, by regime.
    func ranks(_ side: KeyPath<Pair, Standing?>) -> [String: [PointSpan: ClosedRange<Int>]] {
        var tables: [String: RankTable] = [:]
        for (pair, count) in counts {
            guard let standing = pair[keyPath: side] else { continue }
            tables[standing.regime, default: RankTable()].add(standing.span, times: count)
        }
        return tables.mapValues(\.ranks)
    }
}
