// Dossiers in order of priority, with the ranks that their points allow.
// SPDX-License-Identifier: MIT

public import PolicyEngine

/// The dossiers of a session: the favourable ones ranked, the others apart.
///
/// Points of two regimes come from different rules, so that each regime has a ranking of its own.
public struct Ranking: Sendable {
    /// The favourable dossiers of one regime.
    public struct Group: Sendable {
        /// The regime.
        public let regime: RegimeReference
        /// The dossiers with points, those with the most first.
        public let places: [Place]
    }

    /// A dossier with its rank.
    public struct Place: Sendable {
        /// The dossier.
        public let dossier: RankedDossier
        /// Its rank among the favourable dossiers of its regime, from 1; a span where points are
        /// missing, its own or those of others.
        public let rank: ClosedRange<Int>
        /// Whether another dossier has the same settled number of points.
        public let isTied: Bool
    }

    /// One ranking a regime, in byte order of identifier.
    public let groups: [Group]
    /// Favourable dossiers without points, because a rule that gives some failed.
    public let withoutPoints: [RankedDossier]
    /// Dossiers that what is missing may make favourable; no rank counts them.
    public let possible: [RankedDossier]
    /// All the others, by opinion.
    public let others: [RankedDossier]

    /// Dossiers that could not be read or judged, in the order of the corpus.
    public let unjudged: [UnjudgedDossier]

    /// Ranks dossiers; their order counts for nothing.
    public init(_ dossiers: [RankedDossier], unjudged: [UnjudgedDossier] = []) {
        self.unjudged = unjudged
        let sorted = dossiers.sorted(by: RankedDossier.isShownBefore)
        let favorable = sorted.filter { $0.avis == .favorable }
        groups = Ranking.groups(favorable.filter { $0.span != nil })
        withoutPoints = favorable.filter { $0.span == nil }
        possible = sorted.filter { $0.avis != .favorable && $0.mayBecomeFavorable }
        let rest = sorted.filter { $0.avis != .favorable && !$0.mayBecomeFavorable }
        others = Avis.allCases.flatMap { avis in rest.filter { $0.avis == avis } }
    }

    private static func groups(_ dossiers: [RankedDossier]) -> [Group] {
        var regimes: [String: RegimeReference] = [:]
        for regime in dossiers.compactMap(\.regime) { regimes[regime.id] = regime }
        let ordered = regimes.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        return ordered.map { regime in
            Group(
                regime: regime,
                places: places(dossiers.filter { $0.regime?.id == regime.id }))
        }
    }

    private static func places(_ dossiers: [RankedDossier]) -> [Place] {
        var table = RankTable()
        var exact: [Double: Int] = [:]
        for span in dossiers.compactMap(\.span) {
            table.add(span)
            if span.isExact { exact[span.least, default: 0] += 1 }
        }
        let ranks = table.ranks
        return dossiers.compactMap { dossier in
            guard let span = dossier.span, let rank = ranks[span] else { return nil }
            let isTied = span.isExact && exact[span.least, default: 0] > 1
            return Place(dossier: dossier, rank: rank, isTied: isTied)
        }
    }
}
