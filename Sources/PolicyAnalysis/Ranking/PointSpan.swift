// Between which numbers the points of a dossier lie, whatever the facts that are missing.
// SPDX-License-Identifier: MIT

public import PolicyEngine

/// The points of a dossier: one number, or a span where facts are missing.
public struct PointSpan: Hashable, Sendable {
    /// The least that the priority can be, in points; minus infinity when nobody knows.
    public let least: Double
    /// The most that it can be, not under `least`; infinite when nobody knows.
    public let most: Double

    /// A span of points.
    public init(_ least: Double, _ most: Double) {
        self.least = least
        self.most = max(least, most)
    }

    /// The points of a priority, provisional ones at their widest; nil when a rule of it failed.
    ///
    /// A rule counts once, by its best subject. Unlike the two numbers of a verdict, a span holds
    /// every number that the facts which are missing can still lead to.
    public init?(_ priority: Priority) {
        guard priority.points != nil else { return nil }
        var (least, most) = (0.0, 0.0)
        var rules = priority.regles[...]
        while let rule = rules.first {
            let subjects = rules.prefix { $0.id == rule.id }
            rules = rules.dropFirst(subjects.count)
            let spans = subjects.map(\.span)
            least += spans.map(\.least).max() ?? 0
            most += spans.map(\.most).max() ?? 0
        }
        self.init(least, most)
    }

    /// Any number of points.
    fileprivate static let unknown = PointSpan(-.infinity, .infinity)

    /// Whether the number is settled.
    public var isExact: Bool { least == most }

    /// The least that it can be; nil when nobody knows.
    public var knownLeast: Double? { least.isFinite ? least : nil }

    /// The most that it can be; nil when nobody knows.
    public var knownMost: Double? { most.isFinite ? most : nil }
}

extension RuleResult {
    /// The points that a priority rule may still give on its subject.
    var span: PointSpan {
        switch (isProvisional, points, fixedPoints) {
        case (false, let points?, _): PointSpan(points.lowerBound, points.upperBound)
        // What is given in place of an absence can make the rule apply, or not.
        case (true, _, let points?): PointSpan(min(0, points), max(0, points))
        default: .unknown
        }
    }
}
