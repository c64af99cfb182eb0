// How many points a dossier has for certain, and how many it may have at most.
// SPDX-License-Identifier: MIT

public import PolicyEngine

/// The points of a dossier: one number, or a span where facts are missing.
public struct PointSpan: Hashable, Sendable {
    /// The least that the priority can be, in points.
    public let points: Double
    /// The most that it can be, not under `points`; infinite when nobody knows.
    public let most: Double

    /// A span of points.
    public init(_ points: Double, _ most: Double) {
        self.points = points
        self.most = max(points, most)
    }

    /// The points of a priority; nil when a rule of it failed.
    public init?(_ priority: Priority) {
        guard let points = priority.points else { return nil }
        self.init(points, priority.pointsMax ?? .infinity)
    }

    /// Whether the number is settled.
    public var isExact: Bool { points == most }

    /// The most that it can be; nil when nobody knows.
    public var knownMost: Double? { most.isFinite ? most : nil }
}
