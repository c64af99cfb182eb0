// One text for the checker with the findings that it must give.
// SPDX-License-Identifier: MIT

import Testing

/// A condition or a file, and what the checker must say of it.
struct CheckCase: Sendable, CustomTestStringConvertible {
    /// What the test shows of the case.
    let testDescription: String
    /// The text.
    let lua: String
    /// The findings, as `line:column code`.
    let expected: [String]

    init(_ name: String, _ lua: String, _ expected: String...) {
        testDescription = name
        self.lua = lua
        self.expected = expected
    }
}
