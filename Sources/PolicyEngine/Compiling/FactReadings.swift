// Which facts and cells a field names, so that a verdict shows them whether or not they were reached.
// SPDX-License-Identifier: MIT

import LuaSyntax

/// A fact, a cell, or the same for each element of a list.
indirect enum FactReading {
    /// `base.key.key`: the base is a name, there is at least one key.
    case chain(Expression)
    /// What is read of each element of a list, bound to `variable`.
    case elements(list: Expression, variable: String, [FactReading])
    /// A field of an element, as a record of values to match names it.
    case field(of: String, Name)
}

/// Collects the readings of an expression in source order.
struct FactReadingCollector {
    /// What was found.
    private(set) var readings: [FactReading] = []
    /// The names under which facts and cells stand here.
    private let roots: Set<String>
    /// Names of enclosing functions that no reading can see.
    private var hidden: Set<String>

    /// The functions whose second argument sees each element of the first.
    private static let elementwise: Set<String> = ["existe", "tous", "compte", "somme", "premier"]

    /// Collects from one expression; `roots` are the names of facts and tables.
    init(_ expression: Expression, roots: Set<String>, hidden: Set<String> = []) {
        self.roots = roots
        self.hidden = hidden
        visit(expression)
    }

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .field(let base, _): visitChain(expression, inner: [base])
        case .index(let base, let key): visitChain(expression, inner: [base, key])
        case .call(let callee, let arguments): visitCall(callee, arguments)
        case .function(let body):
            let outer = hidden
            hidden.formUnion(body.parameters.map(\.text))
            hidden.formUnion(LocalNames(of: body.block).names)
            readings += FactReadingCollector.readings(
                inFunction: body, roots: roots, hidden: hidden)
            hidden = outer
        default: expression.children.forEach { visit($0) }
        }
    }

    private mutating func visitChain(_ expression: Expression, inner: [Expression]) {
        if let root = FactReadingCollector.root(of: expression), roots.contains(root),
            isVisible(expression)
        {
            readings.append(.chain(expression))
            visitKeys(of: expression)
        } else {
            inner.forEach { visit($0) }
        }
    }

    private mutating func visitKeys(of expression: Expression) {
        switch expression.kind {
        case .field(let base, _): visitKeys(of: base)
        case .index(let base, let key):
            visitKeys(of: base)
            visit(key)
        default: break
        }
    }

    private mutating func visitCall(_ callee: Expression, _ arguments: [Expression]) {
        guard case .name(let name) = callee.kind,
            FactReadingCollector.elementwise.contains(name.text), arguments.count >= 2,
            isVisible(arguments[0]), FactReadingCollector.isChainOrName(arguments[0])
        else {
            visit(callee)
            return arguments.forEach { visit($0) }
        }
        visit(arguments[0])
        visitElements(of: arguments[0], arguments[1])
        arguments.dropFirst(2).forEach { visit($0) }
    }

    private mutating func visitElements(of list: Expression, _ selector: Expression) {
        guard let root = FactReadingCollector.root(of: list), roots.contains(root) else {
            return visit(selector)
        }
        switch selector.kind {
        case .table(let fields):
            let keys = fields.compactMap { field -> FactReading? in
                guard case .named(let name) = field.key else { return nil }
                return .field(of: "__e", name)
            }
            readings.append(.elements(list: list, variable: "__e", keys))
            fields.forEach { visit($0.value) }
        case .function(let body):
            guard let variable = body.parameters.first?.text else { return visit(selector) }
            let inner = FactReadingCollector.readings(
                inFunction: body, roots: roots.union([variable]),
                hidden: hidden.union(body.parameters.dropFirst().map(\.text))
                    .union(LocalNames(of: body.block).names).subtracting([variable]))
            readings.append(.elements(list: list, variable: variable, inner))
        default: visit(selector)
        }
    }

    private static func readings(
        inFunction body: FunctionBody, roots: Set<String>, hidden: Set<String>
    ) -> [FactReading] {
        body.block.ownExpressions.flatMap {
            FactReadingCollector($0, roots: roots, hidden: hidden).readings
        }
    }

    /// Whether every name of the chain and of its keys can be read outside the functions around.
    private func isVisible(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .name(let name): !hidden.contains(name.text)
        case .field(let base, _): isVisible(base)
        case .index(let base, let key): isVisible(base) && isVisible(key)
        case .string, .number, .boolean: true
        default: false
        }
    }

    private static func isChainOrName(_ expression: Expression) -> Bool {
        root(of: expression) != nil
    }

    private static func root(of expression: Expression) -> String? {
        switch expression.kind {
        case .name(let name): name.text
        case .field(let base, _), .index(let base, _): root(of: base)
        default: nil
        }
    }
}

/// The names that the locals and loops of a block declare, nested blocks included.
private struct LocalNames {
    private(set) var names: Set<String> = []

    init(of block: Block) {
        for statement in block.statements {
            switch statement.kind {
            case .local(let declared, _): names.formUnion(declared.map(\.name.text))
            case .localFunction(let name, _): names.insert(name.text)
            case .numericFor(let variable, _, _, _, _): names.insert(variable.text)
            case .genericFor(let variables, _, _): names.formUnion(variables.map(\.text))
            default: break
            }
            for inner in statement.blocks { names.formUnion(LocalNames(of: inner).names) }
        }
    }
}

extension Block {
    /// The expressions that stand directly in its statements and in their blocks.
    fileprivate var ownExpressions: [Expression] {
        statements.flatMap { statement in
            statement.expressions + statement.blocks.flatMap(\.ownExpressions)
        }
    }
}
