// Prints statements from a tree, each on one line.
// SPDX-License-Identifier: MIT

extension TreePrinter {
    /// Writes the statements of a block, each after a space and before a semicolon.
    mutating func print(_ block: Block) {
        for statement in block.statements {
            text += " "
            print(statement)
            text += ";"
        }
    }

    /// Writes one statement.
    mutating func print(_ statement: Statement) {
        switch statement.kind {
        case .assignment(let targets, let values):
            print(targets)
            text += " = "
            print(values)
        case .local(let names, let values): printLocal(names, values)
        case .call(let call): print(call)
        case .returnValues(let values):
            text += values.isEmpty ? "return" : "return "
            print(values)
        case .breakLoop: text += "break"
        case .goto(let name): text += "goto \(name.text)"
        case .label(let name): text += "::\(name.text)::"
        case .localFunction(let name, let body):
            text += "local function \(name.text)"
            print(body)
        case .function(let path, let method, let body):
            text += "function " + path.map(\.text).joined(separator: ".")
            if let method { text += ":\(method.text)" }
            print(body)
        case .doBlock, .whileLoop, .repeatLoop, .conditional, .numericFor, .genericFor:
            printCompound(statement)
        }
    }

    private mutating func printLocal(_ names: [Statement.LocalName], _ values: [Expression]) {
        text += "local "
        list(names) { printer, local in
            printer.text += local.name.text
            if let attribute = local.attribute { printer.text += " <\(attribute.text)>" }
        }
        if values.isEmpty { return }
        text += " = "
        print(values)
    }

    private mutating func printCompound(_ statement: Statement) {
        switch statement.kind {
        case .whileLoop(let condition, let body):
            text += "while "
            print(condition)
            text += " "
            printDo(body)
        case .doBlock(let body): printDo(body)
        case .repeatLoop(let body, let condition):
            text += "repeat"
            print(body)
            text += " until "
            print(condition)
        case .conditional(let clauses, let otherwise): printConditional(clauses, otherwise)
        case .numericFor(let variable, let start, let limit, let step, let body):
            text += "for \(variable.text) = "
            print([start, limit] + [step].compactMap(\.self))
            text += " "
            printDo(body)
        case .genericFor(let names, let values, let body):
            text += "for " + names.map(\.text).joined(separator: ", ") + " in "
            print(values)
            text += " "
            printDo(body)
        default: break
        }
    }

    private mutating func printDo(_ body: Block) {
        text += "do"
        print(body)
        text += " end"
    }

    private mutating func printConditional(_ clauses: [Statement.Clause], _ otherwise: Block?) {
        for (index, clause) in clauses.enumerated() {
            text += index == 0 ? "if " : " elseif "
            print(clause.condition)
            text += " then"
            print(clause.body)
        }
        if let otherwise {
            text += " else"
            print(otherwise)
        }
        text += " end"
    }
}
