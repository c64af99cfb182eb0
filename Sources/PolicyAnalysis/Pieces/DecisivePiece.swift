// What a missing fact can still change.
// SPDX-License-Identifier: MIT

public import Labelling
public import PolicyEngine

/// A missing fact with what each of its values would lead to.
public struct DecisivePiece: Sendable {
    /// Some values of the fact, and what comes of them while other facts are still missing.
    public struct Choice<Result: Sendable>: Sendable {
        /// One way or another in which the fact, or its parts, may lie; each is a conjunction.
        public let ways: [[Placement]]
        /// What may come out, from best to worst or from most to least; the same twice when it is
        /// certain.
        public let results: ClosedSpan<Result>
        /// Whether it surely holds for all values of these cells.
        public let isExact: Bool
        /// Whether longer lists were left out, which may lead to the same.
        public let hasMore: Bool
    }

    /// What the fact can change of one opinion.
    public struct OpinionChange: Sendable {
        /// The expertises concerned, from 1; none for the dossier as a whole.
        public let expertises: [Int]
        /// In the order of the fact's cells; those with one result stand together.
        public let choices: [Choice<Avis>]
    }

    /// The missing fact, or the absent object that holds it.
    public let path: FactPath
    /// The opinions that it can change; empty when it can change none.
    public let opinions: [OpinionChange]
    /// The numbers of points that it can lead to; empty when it changes none.
    public let points: [Choice<Double>]
    /// Whether the search ended before everything had been looked at.
    public let isPartial: Bool

    /// Whether it surely changes nothing but what is told; otherwise some of its values, or of the
    /// others', were tried.
    public let isExact: Bool

    /// Whether nothing that was looked at depends on it.
    public var isWithoutEffect: Bool { opinions.isEmpty && points.isEmpty }
}

/// Two ends of what may come out.
public struct ClosedSpan<Value: Sendable>: Sendable {
    /// The best, or the most.
    public let best: Value
    /// The worst, or the least.
    public let worst: Value
}

extension DecisivePiece.Choice: Equatable where Result: Equatable {}
extension ClosedSpan: Equatable where Value: Equatable {}
extension ClosedSpan: Hashable where Value: Hashable {}

/// What completing a dossier can still change.
public struct Outlook: Sendable {
    /// One missing fact after the other, in the order of the verdict's `manquants`.
    public let pieces: [DecisivePiece]
    /// The missing rows of tables: no fact of the dossier stands in for them.
    public let gaps: [String]
    /// The only opinion that completions lead to, one an expertise, or one for a dossier without any;
    /// nil where several are possible, or may be.
    public let settled: [Avis?]
    /// The most and the least points that completions lead to; nil where that is not sure.
    public let points: ClosedSpan<Double>?

    /// The only number of points that completions lead to; nil where there are several, or may be.
    public var settledPoints: Double? {
        points.flatMap { $0.best == $0.worst ? $0.best : nil }
    }
}
