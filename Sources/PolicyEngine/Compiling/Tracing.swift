// Which nodes of rules are traced besides those that an explanation shows.
// SPDX-License-Identifier: MIT

package import Diagnostics

/// Expressions of deferred fields whose values each run notes, by file; whole expressions only.
///
/// Coverage asks for conditions and for the operands of comparisons, those of functions included.
package struct Tracing: Sendable {
    /// The ranges to trace, by path of the policy file.
    package let ranges: [String: Set<SourceRange>]
    /// Whether runs note what unknown facts are compared with.
    let isProbing: Bool

    /// Traces these ranges.
    package init(ranges: [String: Set<SourceRange>]) {
        self.init(ranges: ranges, isProbing: false)
    }

    private init(ranges: [String: Set<SourceRange>], isProbing: Bool) {
        self.ranges = ranges
        self.isProbing = isProbing
    }

    /// Nothing but what an explanation shows.
    package static let explanation = Tracing(ranges: [:])

    /// The questions that rules ask of unknown facts.
    static let questions = Tracing(ranges: [:], isProbing: true)
}

/// A place in a policy file.
package struct TracedPlace: Hashable, Sendable {
    /// The file's path.
    package let file: String
    /// The expression's bytes.
    package let range: SourceRange

    /// Makes a place.
    package init(file: String, range: SourceRange) {
        self.file = file
        self.range = range
    }
}

/// A value that a traced expression took in one run, in the order in which they were taken.
package struct TracedValue: Sendable {
    /// The expression.
    package let place: TracedPlace
    /// Its value; nil for unknown.
    package let value: ShownValue?
}
