// What a rule runs on, and what it reads by name.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

/// What a rule runs on once.
public enum RuleScope: String, Sendable {
    case dossier, expertise, demande

    /// The path of the list whose elements the rule runs on; nil for the dossier.
    package var list: String? {
        switch self {
        case .dossier: nil
        case .expertise: "expertises"
        case .demande: "demandes"
        }
    }
}

/// The free names of expressions: those that neither a parameter nor a local of theirs declares.
struct FreeNames: Sendable {
    /// The names found, each where it stands first.
    private(set) var mentions: [String: SourceRange] = [:]

    private var scopes: [Set<String>] = [[]]

    /// Collects the free names of expressions.
    init(of expressions: [Expression]) {
        for expression in expressions { visit(expression) }
    }

    /// Whether a name is among them.
    func contains(_ name: String) -> Bool { mentions[name] != nil }

    private mutating func read(_ name: Name) {
        guard !scopes.contains(where: { $0.contains(name.text) }) else { return }
        if mentions[name.text] == nil { mentions[name.text] = name.range }
    }

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): read(name)
        case .function(let body): visit(body)
        default: expression.forEachChild { visit($0) }
        }
    }

    private mutating func visit(_ body: FunctionBody) {
        scopes.append(Set(body.parameters.map(\.text)))
        visit(body.block)
        scopes.removeLast()
    }

    private mutating func visit(_ block: Block, declaring names: [Name] = []) {
        scopes.append(Set(names.map(\.text)))
        for statement in block.statements { visit(statement) }
        scopes.removeLast()
    }

    private mutating func declare(_ names: [Name]) {
        scopes[scopes.count - 1].formUnion(names.map(\.text))
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .local(let names, let values):
            values.forEach { visit($0) }
            declare(names.map(\.name))
        case .localFunction(let name, let body):
            declare([name])
            visit(body)
        case .function(let path, _, let body):
            if let first = path.first { read(first) }
            visit(body)
        case .repeatLoop(let body, let condition):
            scopes.append([])
            body.statements.forEach { visit($0) }
            visit(condition)
            scopes.removeLast()
        case .numericFor(let variable, _, _, _, let body):
            statement.expressions.forEach { visit($0) }
            visit(body, declaring: [variable])
        case .genericFor(let names, let values, let body):
            values.forEach { visit($0) }
            visit(body, declaring: names)
        default:
            statement.expressions.forEach { visit($0) }
            statement.blocks.forEach { visit($0) }
        }
    }
}
