// A misspelt name never passes the check.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import LuaSyntax
@testable import PolicyEngine

struct ShippedMisspellingTests {
    @Test
    func `each name, misspelt at its first use, is reported at its line and column`() throws {
        let source = try ShippedFiles.policySource()

        var uses = 0
        for file in source.files where file.path.hasSuffix(".lua") {
            // A name that a file uses twice is misspelt once: each check loads every regime.
            var known: Set<String> = []
            for name in try NameUses(file).uses where known.insert(name.text).inserted {
                uses += 1
                let found = try diagnostics(source, misspelling: name, in: file)
                #expect(
                    found.contains(file.position(at: name.range.lowerBound)),
                    "\(file.path): \(name.text) at \(file.position(at: name.range.lowerBound))")
            }
        }

        #expect(uses > 200)
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
                            && file.bytes[$0.range.lowerBound - 1] != UInt8(ascii: ".")
                    })
                else { continue }
                declarations += 1
                let found = try diagnostics(source, misspelling: name, in: file)
                let shift =
                    file.line(at: use.range.lowerBound) == file.line(at: name.range.lowerBound)
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
        var open: [Int] = []
        for offset in token.range {
            switch file.bytes[offset] {
            case UInt8(ascii: "{"): open.append(offset + 1)
            case UInt8(ascii: "}"):
                guard let start = open.popLast(), open.isEmpty else { continue }
                let inner = SourceText(path: file.path, bytes: Array(file.bytes[start..<offset]))
                let text = SourceText(
                    path: file.path, bytes: Array("return ".utf8) + inner.bytes)
                let chunk = try LuaParser.parse(text)
                let parameters = Set(Declared(chunk.block).names.map(\.range))
                names += chunk.tokens.filter { $0.kind == .name && !parameters.contains($0.range) }
                    .map {
                        Name(
                            text: text.text(in: $0.range),
                            range: $0.range.lowerBound - 7 + start..<$0.range.upperBound - 7 + start
                        )
                    }
            default: break
            }
        }
        return names
    }
}

/// The names that locals, parameters and loops declare.
private struct Declared {
    private(set) var names: [Name] = []

    init(_ block: Block) {
        block.forEachStatement { statement in
            switch statement.kind {
            case .local(let declared, _): names += declared.map(\.name)
            case .localFunction(let name, let body): names += [name] + body.parameters
            case .function(_, _, let body): names += body.parameters
            case .numericFor(let variable, _, _, _, _): names.append(variable)
            case .genericFor(let variables, _, _): names += variables
            default: break
            }
        }
        block.forEachExpression { expression in
            if case .function(let body) = expression.kind { names += body.parameters }
        }
    }
}
