// Whether what a regime's files do as they load could fail.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension Regime {
    /// Whether no file can fail as it loads, in whatever form: each declares, names functions and
    /// gives names to plain values, within limits that the compiler of Lua is far from.
    var surelyLoads: Bool {
        files.allSatisfy { file in
            file.source.bytes.count < Limits.bytes
                && file.chunk.block.statements.allSatisfy(\.cannotFail)
                && file.chunk.block.isSmall(Limits.levels)
                && file.declarations.rules.allSatisfy { rule in
                    rule.template?.placeholders.allSatisfy { $0.isSmall(Limits.levels) } ?? true
                }
        }
    }
}

private enum Limits {
    static let bytes = 1 << 16
    /// Lua's compiler takes 200 levels, of which the instrumented form makes up to six for one.
    static let levels = 25
    /// It takes 200 local names and 250 registers in a function.
    static let names = 100
}

extension Statement {
    /// How many parameters the function that it names has; none for any other statement.
    fileprivate var parameters: Int {
        switch kind {
        case .function(_, _, let body), .localFunction(_, let body): body.parameters.count
        default: 0
        }
    }

    /// Whether it does nothing, as a file loads, that could fail.
    fileprivate var cannotFail: Bool {
        switch kind {
        case .localFunction: true
        case .local(let names, let values):
            names.allSatisfy { $0.attribute == nil } && values.allSatisfy(\.isPlain)
        default: Construct.isConstruct(self)
        }
    }
}

extension Expression {
    /// Whether it is a literal, a function, or a table of such values.
    fileprivate var isPlain: Bool {
        switch kind {
        case .nilLiteral, .boolean, .number, .string, .function: true
        case .table(let fields):
            fields.allSatisfy { field in
                if case .computed = field.key { false } else { field.value.isPlain }
            }
        default: false
        }
    }

    /// Whether it holds no more levels, arguments and names than the limits.
    fileprivate func isSmall(_ levels: Int) -> Bool {
        guard levels > 0 else { return false }
        switch kind {
        case .function(let body):
            return body.parameters.count <= Limits.names && body.block.isSmall(levels - 1)
        case .call(_, let arguments), .methodCall(_, _, let arguments):
            guard arguments.count <= Limits.names else { return false }
        default: break
        }
        var isSmall = true
        forEachChild { isSmall = isSmall && $0.isSmall(levels - 1) }
        return isSmall
    }
}

extension Block {
    fileprivate func isSmall(_ levels: Int) -> Bool {
        guard levels > 0 else { return false }
        let names = statements.reduce(0) { count, statement in
            switch statement.kind {
            case .local(let names, _): count + names.count
            case .localFunction: count + 1
            case .numericFor, .genericFor: count + 4
            default: count
            }
        }
        return names <= Limits.names
            && statements.allSatisfy { statement in
                let inner = statement.expressions
                return inner.count <= Limits.names && statement.parameters <= Limits.names
                    && inner.allSatisfy { $0.isSmall(levels - 1) }
                    && statement.blocks.allSatisfy { $0.isSmall(levels - 1) }
            }
    }
}
