// Examples of library calls, with their results written by hand.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

/// A Lua expression and what it gives: `3`, `2.5`, `'text'`, `nil`, `true`, several with spaces.
struct LibraryExample: CustomTestStringConvertible {
    let expression: String
    let results: String

    init(_ expression: String, _ results: String) {
        self.expression = expression
        self.results = results
    }

    var testDescription: String { expression }
}

/// A Lua expression that is refused, and the end of the message.
struct LibraryRefusal: CustomTestStringConvertible {
    let expression: String
    let message: String

    init(_ expression: String, _ message: String) {
        self.expression = expression
        self.message = message
    }

    var testDescription: String { expression }
}

extension LuaMachine {
    /// The results of an expression, as `LibraryExample` writes them.
    mutating func shownResults(of expression: String) throws(LuaError) -> String {
        try run("return \(expression)").map(\.shown).joined(separator: " ")
    }
}

extension LuaValue {
    fileprivate var shown: String {
        switch self {
        case .none: "nil"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): "'\(value)'"
        case .table(let array, _): "{" + array.map(\.shown).joined(separator: " ") + "}"
        case .reference: "reference"
        }
    }
}

/// Runs an example in a machine of its own.
func expectResults(of example: LibraryExample) throws {
    var machine = try LuaMachine()

    let results = try machine.shownResults(of: example.expression)

    #expect(results == example.results)
}

/// Runs a refusal: its text is shown to the officer as it stands, at the policy's line.
func expectRefusal(of refusal: LibraryRefusal) throws {
    var machine = try LuaMachine()

    let error = machine.failure(of: "local x\nx = \(refusal.expression)")

    #expect(error?.kind == .raised)
    #expect(error?.message == refusal.message)
    #expect(error?.line == 2)
    #expect(try machine.run("return 1") == [.integer(1)])
}
