// Which nodes of rules are traced besides those that an explanation shows.
// SPDX-License-Identifier: MIT

package import Diagnostics

/// Expressions of deferred fields whose values each run notes, by file; whole expressions only.
///
/// Coverage asks for conditions and for the operands of comparisons, those of functions included.
package struct Tracing: Sendable {
    /// The ranges to trace, by path of the policy file.
    package let ranges: [String: Set<SourceRange>]

    /// Traces these ranges.
    package init(ranges: [String: Set<SourceRange>]) { self.ranges = ranges }

    /// Nothing but what an explanation shows.
    package static let explanation = Tracing(ranges: [:])
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
