// Which functions of a file give what their argument alone decides.
// SPDX-License-Identifier: MIT

import LuaSyntax

/// The functions of one argument at the top of a file that read nothing besides it, so that what
/// they gave on a text can be kept.
struct PureFunctions {
    /// Their names.
    private(set) var names: Set<String> = []

    private static let libraries: Set<String> = ["math", "string", "utf8"]
    private static let builtins: Set<String> = [
        "commence_par", "contient", "entre", "majuscules", "minuscules", "si_sinon",
    ]

    /// Looks for them in a file.
    init(_ file: Block) {
        let assigned = PureFunctions.assignedNames(in: file)
        for statement in file.statements {
            switch statement.kind {
            case .local(let declared, _): names.subtract(declared.map(\.name.text))
            case .localFunction(let name, let body):
                names.remove(name.text)
                guard body.parameters.count == 1, body.varargs == nil,
                    !assigned.contains(name.text),
                    isPure(body.block, [name.text, body.parameters[0].text])
                else { continue }
                names.insert(name.text)
            default: continue
            }
        }
    }

    private static func assignedNames(in file: Block) -> Set<String> {
        var names: Set<String> = []
        file.forEachStatement { statement in
            guard case .assignment(let targets, _) = statement.kind else { return }
            for case .name(let name) in targets.map(\.kind) { names.insert(name.text) }
        }
        return names
    }

    /// Whether a block does nothing but with the names of a function and gives one value.
    private func isPure(_ block: Block, _ outer: Set<String>) -> Bool {
        var known = outer
        return block.statements.allSatisfy { statement in
            guard statement.expressions.allSatisfy({ isPure($0, known) }) else { return false }
            switch statement.kind {
            case .local(let declared, _):
                known.formUnion(declared.map(\.name.text))
                return true
            case .assignment(let targets, _):
                return targets.allSatisfy {
                    if case .name(let name) = $0.kind { known.contains(name.text) } else { false }
                }
            case .whileLoop, .conditional, .doBlock:
                return statement.blocks.allSatisfy { isPure($0, known) }
            case .returnValues(let values): return values.count == 1
            case .breakLoop: return true
            default: return false
            }
        }
    }

    private func isPure(_ expression: Expression, _ known: Set<String>) -> Bool {
        switch expression.kind {
        case .nilLiteral, .boolean, .number, .string: return true
        case .name(let name):
            return known.contains(name.text) || names.contains(name.text)
                || PureFunctions.builtins.contains(name.text)
        case .field(let base, _):
            guard case .name(let library) = base.kind else { return false }
            return PureFunctions.libraries.contains(library.text) && !known.contains(library.text)
        case .call, .unary, .binary, .parenthesized:
            return expression.children.allSatisfy { isPure($0, known) }
        default: return false
        }
    }
}
