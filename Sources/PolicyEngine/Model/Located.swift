// A value that remembers where it was written.
// SPDX-License-Identifier: MIT

public import Diagnostics

/// A value with the place in a policy file where an officer wrote it.
public struct Located<Value: Sendable>: Sendable {
    /// The value.
    public let value: Value
    /// Its place, quotes included for a text.
    public let range: SourceRange

    /// Makes a value with its place.
    package init(value: Value, range: SourceRange) {
        self.value = value
        self.range = range
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
