// Which regime each pair of a filing day and a decision day chooses: one, none or several.
// SPDX-License-Identifier: MIT

public import Labelling

/// What the choice of a regime gives on every pair of days, worked out from the periods' bounds.
public struct RegimeCoverage: Hashable, Sendable {
    /// A filing day and a decision day, which is not before it.
    public struct Pair: Hashable, Sendable {
        /// The filing day.
        public let filed: Day
        /// The decision day.
        public let decided: Day
    }

    /// The days that choose a regime.
    public struct Reach: Hashable, Sendable {
        /// The regime's identifier.
        public let regime: String
        /// Which day of a dossier counts.
        public let choiceDate: ChoiceDate
        /// The days.
        public let period: Period
    }

    /// Two regimes that one pair of days chooses.
    public struct Overlap: Hashable, Sendable {
        /// The regime that begins first.
        public let earlier: String
        /// The other one.
        public let later: String
        /// Such a pair: decided as early as may be, filed as late as may be before.
        public let witness: Pair
    }

    /// Pairs of days, between regimes, that choose none.
    public struct Gap: Hashable, Sendable {
        /// The regime that ended last before them.
        public let after: String
        /// The regime that begins first after them.
        public let before: String
        /// The filing days; all of them where no regime is chosen by filing.
        public let filed: Period
        /// The decision days; all of them where no regime is chosen by decision.
        public let decided: Period
        /// Such a pair, found as an overlap's is.
        public let witness: Pair
    }

    /// Each regime's days, the first to begin first.
    public let reaches: [Reach]
    /// Every two regimes that share a pair; none in a policy that loads.
    public let overlaps: [Overlap]
    /// What stands between the first and the last regime without any, in order.
    public let gaps: [Gap]

    /// Works out what regimes cover.
    init(_ regimes: [RegimeDeclaration]) {
        let strips = regimes.map(Strip.init).sorted {
            ($0.days.first, $0.reach.regime) < ($1.days.first, $1.reach.regime)
        }
        reaches = strips.map(\.reach)
        overlaps = strips.indices.flatMap { index in
            strips[(index + 1)...].compactMap { strips[index].overlap(with: $0) }
        }
        gaps = Plane(strips: strips).gaps
    }

    /// The first day that chooses a regime, whichever day counts.
    public var first: Day? { reaches.compactMap(\.period.du).min() }

    /// The last day that chooses a regime; nil until further notice.
    public var last: Day? {
        let ends = reaches.compactMap(\.period.jusquAu)
        return ends.count == reaches.count ? ends.max() : nil
    }
}
