// Statements of the instrumented form: an unknown condition ends the call with that unknown.
// SPDX-License-Identifier: MIT

import LuaSyntax

extension Instrumenter {
    /// Writes a block's statements.
    mutating func write(_ block: Block) {
        for statement in block.statements { write(statement) }
    }

    /// Writes one statement.
    mutating func write(_ statement: Statement) {
        let start = statement.range.lowerBound
        switch statement.kind {
        case .assignment(let targets, let values): writeAssignment(targets, values, at: start)
        case .local(let names, let values): writeLocal(names, values, at: start)
        case .call(let call):
            // What a call leaves unknown may be what it was to do: the caller stops too.
            write("do local __c=__.inconnu(", at: start)
            write(call)
            writer.write(") if __c then return __c end end ")
        case .doBlock(let block): writeBlock("do ", block, end: statement)
        case .whileLoop(let condition, let body):
            write("while true do local __c=", at: start)
            write(condition)
            writer.write(" if __.u(__c) then return __c end if not __c then break end ")
            writeBlock("do ", body, end: statement)
            writer.write("end ")
        case .repeatLoop(let body, let condition): writeRepeat(body, condition, at: start)
        case .conditional(let clauses, let otherwise):
            writeConditional(clauses, otherwise, statement)
        case .numericFor(let variable, let first, let limit, let step, let body):
            let bounds = [first, limit] + (step.map { [$0] } ?? [])
            let names = ["__a", "__b", "__s"].prefix(bounds.count).joined(separator: ",")
            writeLoop(names, bounds, at: start)
            writeBlock("for \(variable.text)=\(names) do ", body, end: statement)
            writer.write("end ")
        case .genericFor(let names, let values, let body):
            writeLoop("__a,__b,__s", values, at: start)
            let variables = names.map(\.text).joined(separator: ",")
            writeBlock("for \(variables) in __a,__b,__s do ", body, end: statement)
            writer.write("end ")
        case .function(let path, let method, let body):
            writeFunction(path, method, body, at: start)
        case .localFunction(let name, let body):
            write("local function \(name.text)", at: start)
            write(body)
            writer.write(" ")
        case .returnValues(let values): writeReturn(values, at: start)
        case .breakLoop: write("break ", at: start)
        case .goto(let label): write("goto \(label.text) ", at: start)
        case .label(let label): write("::\(label.text):: ", at: start)
        }
    }

    private mutating func writeList(_ expressions: [Expression]) {
        for (index, expression) in expressions.enumerated() {
            if index > 0 { writer.write(",") }
            write(expression)
        }
    }

    /// Writes values for a number of names: a last call that is unknown is unknown in all of them.
    private mutating func writeList(_ values: [Expression], filling count: Int) {
        guard values.count < count, case .call = values.last?.kind else { return writeList(values) }
        writeList(Array(values.dropLast()))
        if values.count > 1 { writer.write(",") }
        writer.write("__.etale(\(count - values.count + 1),")
        write(values[values.count - 1])
        writer.write(")")
    }

    private mutating func writeBlock(_ opening: String, _ block: Block, end statement: Statement) {
        writer.write(opening)
        write(block)
        write(" end ", at: max(statement.range.upperBound - 3, statement.range.lowerBound))
    }

    private mutating func writeLocal(
        _ names: [Statement.LocalName], _ values: [Expression], at start: Int
    ) {
        let declared = names.map { name in
            name.name.text + (name.attribute.map { " <\($0.text)> " } ?? "")
        }
        write("local \(declared.joined(separator: ","))", at: start)
        if !values.isEmpty {
            writer.write("=")
            writeList(values, filling: names.count)
        }
        writer.write(";")
    }

    /// Names are assigned as in Lua; an indexed target goes through `__.set`.
    ///
    /// Bases and keys are read before any store, and stores go from the last to the first, as in
    /// stock Lua.
    private mutating func writeAssignment(
        _ targets: [Expression], _ values: [Expression], at start: Int
    ) {
        let areNames = targets.allSatisfy { if case .name = $0.kind { true } else { false } }
        if areNames {
            write("", at: start)
            writeList(targets)
            writer.write("=")
            writeList(values, filling: targets.count)
            return writer.write(";")
        }
        write("do ", at: start)
        for (number, target) in targets.enumerated() { writePlace(target, number) }
        writer.write("local \(targets.indices.map { "__v\($0)" }.joined(separator: ","))=")
        writeList(values, filling: targets.count)
        writer.write(";")
        for (number, target) in targets.enumerated().reversed() {
            if case .name(let name) = target.kind {
                writer.write("\(name.text)=__v\(number);")
            } else {
                writer.write("__.set(__b\(number),__k\(number),__v\(number));")
            }
        }
        writer.write("end ")
    }

    /// Reads the table and the key of an indexed target; an unknown key ends the call.
    private mutating func writePlace(_ target: Expression, _ number: Int) {
        switch target.kind {
        case .field(let base, let name):
            writer.write("local __b\(number)=")
            write(base)
            writer.write(" local __k\(number)=\"\(name.text)\" ")
        case .index(let base, let key):
            writer.write("local __b\(number)=")
            write(base)
            writer.write(" local __k\(number)=")
            write(key)
            writer.write(" if __.u(__k\(number)) then return __k\(number) end ")
        default: break
        }
    }

    /// Opens `do local names = values`, and leaves the call when the first values are unknown.
    private mutating func writeLoop(_ names: String, _ values: [Expression], at start: Int) {
        write("do local \(names)=", at: start)
        writeList(values)
        let tested = names.split(separator: ",").joined(separator: ",")
        writer.write(" do local __c=__.inconnu(\(tested)) if __c then return __c end end ")
    }

    private mutating func writeRepeat(_ body: Block, _ condition: Expression, at start: Int) {
        write("repeat ", at: start)
        write(body)
        if case .returnValues = body.statements.last?.kind { return writer.write(" until true ") }
        writer.write(" local __c=")
        write(condition)
        writer.write(" if __.u(__c) then return __c end until __c ")
    }

    /// Clauses stand side by side, not nested: a long `elseif` chain stays flat.
    private mutating func writeConditional(
        _ clauses: [Statement.Clause], _ otherwise: Block?, _ statement: Statement
    ) {
        write("do local __c,__d ", at: statement.range.lowerBound)
        for (index, clause) in clauses.enumerated() {
            if index > 0 { writer.write("if not __d then ") }
            writer.write("__c=")
            write(clause.condition)
            writer.write(" if __.u(__c) then return __c end __d=__c if __c then ")
            write(clause.body)
            writer.write(index > 0 ? " end end " : " end ")
        }
        if let otherwise {
            writer.write("if not __d then ")
            write(otherwise)
            writer.write(" end ")
        }
        write("end ", at: max(statement.range.upperBound - 3, statement.range.lowerBound))
    }

    private mutating func writeFunction(
        _ path: [Name], _ method: Name?, _ body: FunctionBody, at start: Int
    ) {
        let names = (path + (method.map { [$0] } ?? [])).map(\.text)
        guard names.count > 1 else {
            write("function \(names[0])", at: start)
            write(body)
            return writer.write(" ")
        }
        let base = names.dropLast().joined(separator: ".")
        write("__.set(\(base),\"\(names[names.count - 1])\",function", at: start)
        write(body)
        writer.write(");")
    }

    private mutating func writeReturn(_ values: [Expression], at start: Int) {
        write("return ", at: start)
        guard values.count == 1 else {
            writeList(values)
            return writer.write(" ")
        }
        // Never a tail call: it would lose the line of a failure. `__.suite` keeps every result.
        var opening = "("
        if case .call = values[0].kind { opening = "__.suite(" }
        writer.write(opening)
        write(values[0])
        writer.write(") ")
    }
}
