// A misspelt name never passes the check.
// SPDX-License-Identifier: MIT

import Diagnostics
@testable import LuaSyntax
@testable import PolicyEngine
import Testing

struct ShippedMisspellingTests {
    @Test
    func `each misspelt use of a name is reported at its line and column`() throws {
        let source = try ShippedFiles.policySource()

        var uses = 0
        for file in source.files where file.path.hasSuffix(".lua") {
            let names = try NameUses(file)
            for name in names.uses {
                uses += 1
                let found = try diagnostics(source, misspelling: name, in: file)
                #expect(
                    found.contains(file.position(at: name.range.lowerBound)),
                    "\(file.path): \(name.text) at \(file.position(at: name.range.lowerBound))")
            }
        }

        #expect(uses > 400)
    }

    @Test
    func `a misspelt declaration is reported at its first use`() throws {
        let source = try ShippedFiles.policySource()

        var declarations = 0
        for file in source.files where file.path.hasSuffix(".lua") {
            let names = try NameUses(file)
            for name in names.declarations {
                guard
                    let use = names.uses.first(where: {
                        $0.text == name.text && $0.range.lowerBound > name.range.lowerBound
                    })
                else { continue }
                declarations += 1
                let found = try diagnostics(source, misspelling: name, in: file)
                let shift = file.line(at: use.range.lowerBound) == file.line(at: name.range.lowerBound)
                    ? 1 : 0
                let position = file.position(at: use.range.lowerBound)
                let moved = SourcePosition(line: position.line, column: position.column + shift)
                #expect(found.contains(moved), "\(file.path): \(name.text), used at \(position)")
            }
        }

        #expect(declarations > 10)
    }

    /// The positions of all that `check` says once a name has one letter more.
    private func diagnostics(
        _ source: PolicySource, misspelling name: Name, in file: SourceText
    ) throws -> [SourcePosition] {
        var bytes = file.bytes
        bytes.insert(UInt8(ascii: "q"), at: name.range.upperBound)
        let changed = SourceText(path: file.path, bytes: bytes)
        let files = source.files.map { $0.path == file.path ? changed : $0 }
        return Policy.check(PolicySource(files: files))
            .filter { $0.location.file == file.path && $0.severity == .error }
            .map(\.location.start)
    }
}

/// The names of a policy file, apart: where they are used and where they are declared.
private struct NameUses {
    var uses: [Name] = []
    var declarations: [Name] = []

    init(_ file: SourceText) throws {
        let chunk = try LuaParser.parse(file)
        declarations = Declared(chunk.block).names
        let declared = Set(declarations.map(\.range))
        for token in chunk.tokens {
            switch token.kind {
            case .name where !declared.contains(token.range):
                uses.append(Name(text: file.text(in: token.range), range: token.range))
            case .string: uses += try NameUses.placeholders(token, in: file)
            default: break
            }
        }
    }

    /// The names inside the `{…}` of a text that has blanks or braces.
    private static func placeholders(_ token: Token, in file: SourceText) throws -> [Name] {
        var names: [Name] = []
        var open: Int?
        for offset in token.range {
            switch file.bytes[offset] {
            case UInt8(ascii: "{"): open = open ?? offset + 1
            case UInt8(ascii: "}"):
                guard let start = open else { continue }
                open = nil
                let inner = SourceText(path: file.path, bytes: Array(file.bytes[start..<offset]))
                let text = SourceText(
                    path: file.path, bytes: Array("return ".utf8) + inner.bytes)
                let chunk = try LuaParser.parse(text)
                let parameters = Set(Declared(chunk.block).names.map(\.range))
                names += chunk.tokens.filter { $0.kind == .name && !parameters.contains($0.range) }
                    .map {
                        Name(
                            text: text.text(in: $0.range),
                            range: $0.range.lowerBound - 7 + start..<$0.range.upperBound - 7 + start)
                    }
            default: break
            }
        }
        return names
    }
}

/// The names that locals, parameters and loops declare.
private struct Declared {
    var names: [Name] = []

    init(_ block: Block) { visit(block) }

    private mutating func visit(_ block: Block) { block.statements.forEach { visit($0) } }

    private mutating func visit(_ body: FunctionBody) {
        names += body.parameters
        visit(body.block)
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .local(let declared, let values):
            names += declared.map(\.name)
            values.forEach { visit($0) }
        case .localFunction(let name, let body):
            names.append(name)
            visit(body)
        case .numericFor(let variable, let start, let limit, let step, let body):
            names.append(variable)
            ([start, limit] + (step.map { [$0] } ?? [])).forEach { visit($0) }
            visit(body)
        case .genericFor(let variables, let values, let body):
            names += variables
            values.forEach { visit($0) }
            visit(body)
        case .assignment(let targets, let values): (targets + values).forEach { visit($0) }
        case .call(let call): visit(call)
        case .doBlock(let body): visit(body)
        case .whileLoop(let condition, let body), .repeatLoop(let body, let condition):
            visit(condition)
            visit(body)
        case .conditional(let clauses, let otherwise):
            for clause in clauses {
                visit(clause.condition)
                visit(clause.body)
            }
            if let otherwise { visit(otherwise) }
        case .function(_, _, let body): visit(body)
        case .returnValues(let values): values.forEach { visit($0) }
        case .breakLoop, .goto, .label: break
        }
    }

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .function(let body): visit(body)
        case .field(let base, _): visit(base)
        case .index(let base, let key): [base, key].forEach { visit($0) }
        case .call(let callee, let arguments): ([callee] + arguments).forEach { visit($0) }
        case .methodCall(let receiver, _, let arguments):
            ([receiver] + arguments).forEach { visit($0) }
        case .unary(_, let operand, _), .parenthesized(let operand): visit(operand)
        case .binary(_, let left, let right, _): [left, right].forEach { visit($0) }
        case .table(let fields): fields.forEach { visit($0.value) }
        case .nilLiteral, .boolean, .number, .string, .varargs, .name: break
        }
    }
}
