// What a policy file prepares for its rules: lists that are written out, and helper functions.
// SPDX-License-Identifier: MIT

import Diagnostics
package import LuaSyntax
package import PolicyEngine

/// The locals at the top of a policy file.
package struct FileLocals: Sendable {
    /// A local whose value is not written out: a function, or what a computation gives.
    package struct Definition: Sendable {
        /// Its name.
        package let name: String
        /// The comment above it, as one paragraph; nil for none.
        package let comment: String?
        /// Its text in the file.
        package let code: String
        /// Whether it is a function.
        package let isFunction: Bool
        /// The module whose table it is, if it is one.
        package let module: String?
        /// What it gives, when it is a function of one `return` that no comment describes and
        /// that does not call itself: such a function is said in place of its name.
        let formula: Formula?
        /// The other locals that it names.
        let reads: Set<String>
    }

    /// A function of one `return`.
    struct Formula: Sendable {
        /// The names of its parameters.
        let parameters: [String]
        /// What it returns.
        let value: Expression
    }

    /// The locals that only ever hold the literal that they are declared with.
    let literals: [String: Expression]
    /// The other locals, in source order.
    package let definitions: [Definition]

    /// Gathers the locals of a file.
    package init(_ file: PolicyFile) {
        let changed = ChangedNames(in: file.chunk.block).names
        var literals: [String: Expression] = [:]
        var definitions: [Definition] = []
        for statement in file.chunk.block.statements {
            for (name, value) in statement.declaredLocals {
                if let value, value.isLiteral, !changed.contains(name) {
                    literals[name] = value
                } else {
                    definitions.append(Definition(name, statement, in: file))
                }
            }
        }
        self.literals = literals
        self.definitions = definitions
    }

    /// The definition of a name, if any.
    func definition(_ name: String) -> Definition? { definitions.first { $0.name == name } }

    /// The definitions that expressions need, directly or through each other, in source order.
    ///
    /// Those that are said in place of their names are left out.
    package func needed(by expressions: [Expression]) -> [Definition] {
        let reached = reached(from: Set(expressions.flatMap(\.mentionedNames)))
        return definitions.filter { reached.contains($0.name) && $0.formula == nil }
    }

    /// The same with every definition that their code names, said or not.
    func code(neededBy expressions: [Expression]) -> [Definition] {
        let reached = reached(from: Set(needed(by: expressions).map(\.name)))
        return definitions.filter { reached.contains($0.name) }
    }

    /// The names of definitions among these, and of those that they read.
    private func reached(from names: Set<String>) -> Set<String> {
        var wanted = names
        var found: Set<String> = []
        while let next = definitions.first(where: {
            wanted.contains($0.name) && !found.contains($0.name)
        }) {
            found.insert(next.name)
            wanted.formUnion(next.reads)
        }
        return found
    }
}

extension FileLocals.Definition {
    fileprivate init(_ name: String, _ statement: Statement, in file: PolicyFile) {
        self.name = name
        comment = file.chunk.comment(above: statement)
        code = String(decoding: file.source.bytes[statement.range], as: UTF8.self)
        isFunction = statement.function != nil
        module = statement.request?.value
        reads = statement.mentionedNames
        let isSaid = comment == nil && !reads.contains(name)
        formula = isSaid ? statement.function.flatMap(FileLocals.Formula.init) : nil
    }
}

/// The names that a file gives another value, or whose table it fills, after their declaration.
private struct ChangedNames {
    private(set) var names: Set<String> = []

    init(in block: Block) {
        block.forEachStatement { statement in
            if case .assignment(let targets, _) = statement.kind {
                names.formUnion(targets.compactMap(\.rootName))
            }
        }
        block.forEachExpression { expression in
            guard case .call(let callee, let arguments) = expression.kind,
                ["table.insert", "table.remove"].contains(callee.lua),
                let name = arguments.first?.rootName
            else { return }
            names.insert(name)
        }
    }
}

extension Statement {
    /// The locals that it declares, each with the value beside it.
    fileprivate var declaredLocals: [(name: String, value: Expression?)] {
        switch kind {
        case .local(let names, let values):
            names.enumerated().map { index, name in
                (name.name.text, index < values.count ? values[index] : nil)
            }
        case .localFunction(let name, _): [(name.text, nil)]
        default: []
        }
    }

    /// The function that it gives a name to, if it does.
    fileprivate var function: FunctionBody? {
        switch kind {
        case .localFunction(_, let body): return body
        case .local(let names, let values) where names.count == 1 && values.count == 1:
            if case .function(let body) = values[0].kind { return body }
            return nil
        default: return nil
        }
    }
}

extension FileLocals.Formula {
    /// The formula of a function; nil for one that does more.
    fileprivate init?(_ body: FunctionBody) {
        guard body.varargs == nil, body.block.statements.count == 1,
            case .returnValues(let values) = body.block.statements[0].kind, values.count == 1
        else { return nil }
        self.init(parameters: body.parameters.map(\.text), value: values[0])
    }
}

extension Statement {
    /// Every name that stands in its expressions and blocks.
    fileprivate var mentionedNames: Set<String> {
        var names = Set(expressions.flatMap(\.mentionedNames))
        for block in blocks {
            block.forEachStatement { names.formUnion($0.expressions.flatMap(\.mentionedNames)) }
        }
        return names
    }
}
