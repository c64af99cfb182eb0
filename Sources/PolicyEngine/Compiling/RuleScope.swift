// What a rule runs on, and what it reads by name.
// SPDX-License-Identifier: MIT

import LuaSyntax

/// What a rule runs on once.
public enum RuleScope: String, Sendable {
    case dossier, expertise, demande

    /// The path of the list whose elements the rule runs on; nil for the dossier.
    var list: String? {
        switch self {
        case .dossier: nil
        case .expertise: "expertises"
        case .demande: "demandes"
        }
    }
}

/// The free names of expressions: those that neither a parameter nor a local of theirs declares.
struct FreeNames {
    /// The names found, each once.
    private(set) var names: Set<String> = []
    /// The first place of each name.
    private(set) var places: [String: Name] = [:]

    private var scopes: [Set<String>] = [[]]

    /// Collects the free names of expressions.
    init(of expressions: [Expression]) {
        for expression in expressions { visit(expression) }
    }

    private mutating func read(_ name: Name) {
        guard !scopes.contains(where: { $0.contains(name.text) }) else { return }
        if names.insert(name.text).inserted { places[name.text] = name }
    }

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): read(name)
        case .function(let body): visit(body)
        case .nilLiteral, .boolean, .number, .string, .varargs: break
        case .field(let base, _): visit(base)
        case .index(let base, let key):
            visit(base)
            visit(key)
        case .call(let callee, let arguments):
            visit(callee)
            arguments.forEach { visit($0) }
        case .methodCall(let receiver, _, let arguments):
            visit(receiver)
            arguments.forEach { visit($0) }
        case .unary(_, let operand, _): visit(operand)
        case .binary(_, let left, let right, _):
            visit(left)
            visit(right)
        case .table(let fields):
            for field in fields {
                if case .computed(let key) = field.key { visit(key) }
                visit(field.value)
            }
        case .parenthesized(let inner): visit(inner)
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
        case .assignment(let targets, let values):
            values.forEach { visit($0) }
            targets.forEach { visit($0) }
        case .local(let names, let values):
            values.forEach { visit($0) }
            declare(names.map(\.name))
        case .call(let expression): visit(expression)
        case .doBlock(let block): visit(block)
        case .whileLoop(let condition, let body):
            visit(condition)
            visit(body)
        case .repeatLoop(let body, let condition):
            scopes.append([])
            for inner in body.statements { visit(inner) }
            visit(condition)
            scopes.removeLast()
        case .conditional(let clauses, let otherwise):
            for clause in clauses {
                visit(clause.condition)
                visit(clause.body)
            }
            if let otherwise { visit(otherwise) }
        case .numericFor(let variable, let start, let limit, let step, let body):
            [start, limit].forEach { visit($0) }
            if let step { visit(step) }
            visit(body, declaring: [variable])
        case .genericFor(let names, let values, let body):
            values.forEach { visit($0) }
            visit(body, declaring: names)
        case .function(let path, _, let body):
            if let first = path.first { read(first) }
            visit(body)
        case .localFunction(let name, let body):
            declare([name])
            visit(body)
        case .returnValues(let values): values.forEach { visit($0) }
        case .breakLoop, .goto, .label: break
        }
    }
}
