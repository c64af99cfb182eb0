// From priority rules to points.
// SPDX-License-Identifier: MIT

/// The points of a dossier: the sum of each priority rule's best subject.
struct PriorityCounter {
    /// The least that it can be, an unknown number counting nothing; nil when a rule failed.
    private(set) var points: Double? = 0
    /// The most that it can be; nil when a rule failed or a number of points is unknown.
    private(set) var pointsMax: Double? = 0
    /// The indices of results that give less than another of their rule; none when one failed.
    private(set) var uncounted: [Int] = []

    /// Adds up the points of the priority rules among results.
    init(of results: [some WeighedOutcome]) {
        var best: Int?
        var top: Double? = 0
        for index in results.indices where results[index].kind == .priorite {
            guard results[index].outcome != .enErreur else {
                self = PriorityCounter.failed
                return
            }
            let points = results[index].points
            guard let known = best, results[known].rule == results[index].rule else {
                count(best.map { results[$0].points }, top)
                best = index
                top = points?.upperBound
                continue
            }
            let isBetter = PriorityCounter.key(points) > PriorityCounter.key(results[known].points)
            uncounted.append(isBetter ? known : index)
            if isBetter { best = index }
            top = top.flatMap { top in points.map { max(top, $0.upperBound) } }
        }
        count(best.map { results[$0].points }, top)
    }

    private init() {}

    private static let failed = {
        var counter = PriorityCounter()
        counter.points = nil
        counter.pointsMax = nil
        return counter
    }()

    /// Adds a rule's best subject, and the most that any of its subjects may give.
    private mutating func count(_ best: ClosedRange<Double>??, _ top: Double?) {
        guard let best else { return }
        points = points.map { $0 + (best?.lowerBound ?? 0) }
        pointsMax = pointsMax.flatMap { sum in top.map { sum + $0 } }
    }

    /// The subject that surely gives most, then the one that may give most, then the first.
    private static func key(_ points: ClosedRange<Double>?) -> (Double, Double) {
        (points?.lowerBound ?? 0, points?.upperBound ?? .infinity)
    }
}
