// The direct form of expressions and statements: Lua's own operators, facts read with care.
// SPDX-License-Identifier: MIT

import LuaSyntax

/// Writes Lua text that means what the officer's text means as long as nothing is unknown.
///
/// It is the plain form as the machine runs it: reading an absent fact ends the run, and what the
/// readings of a rule do not tell beforehand (`FactReading`) is noted as it is read. The chunk keeps
/// the operations in the local `__`, as the instrumented form does.
///
/// Lua counts no instruction of it: what is written charges for itself. Each function that is
/// entered and each turn of a loop spends as many instructions as it holds expressions and
/// statements, so that no run goes on for long without spending (`DirectBudgetTests`).
struct DirectWriter {
    /// What was written.
    private(set) var text = ""
    /// How many expressions and statements were written that do not charge for themselves.
    private(set) var weight = 0
    /// Whether what was written since `beginRule` may note what it reads.
    private(set) var mayNote = false
    /// The tables of the policy in which a key finds a row.
    private let keyedTables: Set<String>
    /// How many functions stand around.
    private var functionDepth = 0

    private static let facts: Set<String> = ["dossier", "collectivite", "expertise", "demande"]
    private static let native: Set<String> = ["decision", "math", "string", "table", "utf8"]
    private static let elementwise: Set<String> = ["existe", "tous", "compte", "premier"]
    private static let presence: Set<String> = ["connu", "renseigne", "defaut"]

    /// Prepares to write one file.
    init(keyedTables: Set<String>) { self.keyedTables = keyedTables }

    /// Adds text of ours.
    mutating func write(_ piece: String) { text += piece }

    /// Writes what a verdict shows of a placeholder; a fact that is absent is shown as unknown.
    mutating func writeShown(_ placeholder: Expression) {
        if case .field(let base, let name) = placeholder.kind, case .name = base.kind,
            isFactChain(base)
        {
            weight += 1
            write("__.montre_fait(")
            write(base)
            write(",\(LuaWriter.quoted(name.text))),")
        } else {
            write("__.montre((")
            write(placeholder)
            write(")),")
        }
    }

    /// Weighs an expression that is left out.
    mutating func weigh(_ expression: Expression) {
        let written = text
        write(expression)
        text = written
    }

    /// Starts to watch for notes, and to weigh anew.
    mutating func beginRule() {
        mayNote = false
        weight = 0
    }

    /// Writes a piece that may run again, after the charge for it; `start` weighs what runs with it.
    private mutating func writeCharged(
        _ start: Int = 1, _ piece: (inout DirectWriter) -> Void
    ) {
        let outer = (text: text, weight: weight)
        text = ""
        weight = start
        piece(&self)
        text = outer.text + "__paie(\(weight));" + text
        weight = outer.weight
    }

    // MARK: - Expressions

    /// Writes an expression.
    mutating func write(_ expression: Expression) {
        weight += 1
        switch expression.kind {
        case .nilLiteral: write("nil")
        case .boolean(let value): write(value ? "true" : "false")
        case .number(let literal): write(literal.text)
        case .string(let literal): write(LuaWriter.quoted(literal.bytes))
        case .varargs: write("...")
        case .name(let name): write(name.text)
        case .function(let body):
            write("function")
            write(body)
        case .field(let base, let name): writeField(of: base, name)
        case .index(let base, let key): writeIndex(of: base, key)
        case .call(let callee, let arguments): writeCall(callee, arguments)
        case .methodCall(let receiver, let method, let arguments):
            mayNote = true
            write(receiver)
            write(":\(method.text)")
            writeArguments(arguments)
        case .unary(.length, let operand, _):
            write("__.nombre(")
            write(operand)
            write(")")
        case .unary(let op, let operand, _):
            write(op.rawValue + " ")
            write(operand)
        case .binary(.concatenate, let left, let right, _):
            write("__.joint(")
            write(left)
            write(",")
            write(right)
            write(")")
        case .binary(let op, let left, let right, _):
            write(left)
            write(" \(op.rawValue) ")
            write(right)
        case .table(let fields): writeTable(fields)
        case .parenthesized(let inner):
            write("(")
            write(inner)
            write(")")
        }
    }

    private mutating func writeList(_ expressions: [Expression]) {
        for (index, expression) in expressions.enumerated() {
            if index > 0 { write(",") }
            write(expression)
        }
    }

    private mutating func writeArguments(_ arguments: [Expression]) {
        write("(")
        writeList(arguments)
        write(")")
    }

    /// Fields of a fact are told by the readings of the rule, but for those in functions, which may
    /// never run; other tables may be anything.
    private mutating func writeField(of base: Expression, _ name: Name) {
        let isTold = functionDepth == 0 && isFactChain(base)
        if isTold || isName(base, among: DirectWriter.native) {
            write(base)
            return write(".\(name.text)")
        }
        writeReading("lis", of: base) { $0.write(LuaWriter.quoted(name.text)) }
    }

    private mutating func writeIndex(of base: Expression, _ key: Expression) {
        writeReading(isName(base, among: keyedTables) ? "ligne" : "lis", of: base) {
            $0.write("(")
            $0.write(key)
            $0.write(")")
        }
    }

    private mutating func writeReading(
        _ operation: String, of base: Expression, key: (inout DirectWriter) -> Void
    ) {
        mayNote = true
        write("__.\(operation)(")
        write(base)
        write(",")
        key(&self)
        write(")")
    }

    private func isFactChain(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .name(let name): DirectWriter.facts.contains(name.text)
        case .field(let base, _): isFactChain(base)
        default: false
        }
    }

    private func isName(_ expression: Expression, among names: Set<String>) -> Bool {
        if case .name(let name) = expression.kind { names.contains(name.text) } else { false }
    }

    private mutating func writeCall(_ callee: Expression, _ arguments: [Expression]) {
        if isName(callee, among: DirectWriter.presence), writePresence(callee, arguments) { return }
        if isName(callee, among: DirectWriter.elementwise), writeMatch(callee, arguments) { return }
        if !isBuiltin(callee) { mayNote = true }
        // A function that is written where it is called needs its parentheses.
        write(callee)
        writeArguments(arguments)
    }

    private func isBuiltin(_ callee: Expression) -> Bool {
        switch callee.kind {
        case .name(let name): Builtin.named(name.text) != nil
        case .field(let base, _): isName(base, among: DirectWriter.native)
        default: false
        }
    }

    /// `connu(a.b)` looks at the field itself, which may be absent.
    private mutating func writePresence(_ callee: Expression, _ arguments: [Expression]) -> Bool {
        guard case .name(let function) = callee.kind, let first = arguments.first,
            case .field(let base, let name) = first.kind
        else { return false }
        mayNote = true
        write("__.\(function.text)(")
        write(base)
        write(",\(LuaWriter.quoted(name.text))")
        for argument in arguments.dropFirst() {
            write(",")
            write(argument)
        }
        write(")")
        return true
    }

    /// `existe(list, { a = 1, b = 2 })`: the values are taken once, and the fields of each element
    /// compared in the order of their names; elsewhere the record becomes a function.
    private mutating func writeMatch(_ callee: Expression, _ arguments: [Expression]) -> Bool {
        guard arguments.count >= 2, case .table(let fields) = arguments[1].kind,
            let names = DirectWriter.names(of: fields)
        else { return false }
        mayNote = true
        let sorted = names.enumerated().sorted { $0.element.utf8Precedes($1.element) }
            .map { (name: LuaWriter.quoted($0.element), place: $0.offset + 1) }
        if isName(callee, among: ["existe"]), arguments.count == 2 {
            write("__.existe_fiche(")
            write(arguments[0])
            for field in fields {
                write(",(")
                write(field.value)
                write(")")
            }
            for field in sorted { write(",\(field.name),\(field.place)") }
            write(")")
            return true
        }
        let values = names.indices.map { "__\($0 + 1)" }
        write(callee)
        write("(")
        write(arguments[0])
        write(",(function(\(values.joined(separator: ",")))")
        write(" if \(values.map { "\($0)==nil" }.joined(separator: " or ")) then __.renonce() end")
        write(" return function(__e) __paie(\(3 * names.count)) return ")
        let comparisons = sorted.map { "__.lis(__e,\($0.name))==__\($0.place)" }
        write(comparisons.joined(separator: " and "))
        write(" end end)(")
        writeList(fields.map(\.value))
        write(")")
        for argument in arguments.dropFirst(2) {
            write(",")
            write(argument)
        }
        write(")")
        return true
    }

    /// The names of a record's fields in their order; nil when it has others, or one twice.
    private static func names(of fields: [TableField]) -> [String]? {
        let names = fields.compactMap { field -> String? in
            if case .named(let name) = field.key { name.text } else { nil }
        }
        guard !names.isEmpty, names.count == fields.count, Set(names).count == names.count else {
            return nil
        }
        return names
    }

    private mutating func writeTable(_ fields: [TableField]) {
        write("{")
        for field in fields {
            switch field.key {
            case .positional: break
            case .named(let name): write("\(name.text)=")
            case .computed(let key):
                write("[(")
                write(key)
                write(")]=")
            }
            write(field.value)
            write(field.range == fields.last?.range ? "" : ",")
        }
        write("}")
    }

    /// Writes the parameters and the block of a function, after the word `function`.
    private mutating func write(_ body: FunctionBody) {
        let names =
            body.parameters.map(\.text) + (body.varargs == nil ? [] : ["..."])
        functionDepth += 1
        write("(\(names.joined(separator: ","))) ")
        writeCharged { $0.write(body.block) }
        write("end")
        functionDepth -= 1
    }

    // MARK: - Statements

    /// Writes a block's statements.
    mutating func write(_ block: Block) {
        for statement in block.statements { write(statement) }
    }

    /// Writes one statement.
    mutating func write(_ statement: Statement) {
        weight += 1
        switch statement.kind {
        case .assignment(let targets, let values): writeAssignment(targets, values)
        case .local(let names, let values):
            let declared = names.map { name in
                name.name.text + (name.attribute.map { " <\($0.text)>" } ?? "")
            }
            write("local \(declared.joined(separator: ","))")
            if !values.isEmpty {
                write(" =")
                writeList(values)
            }
        case .call(let call): write(call)
        case .doBlock(let block):
            write("do ")
            write(block)
            write("end")
        case .whileLoop(let condition, let body):
            write("while ")
            let before = weight
            write(condition)
            write(" do ")
            writeCharged(weight - before + 1) { $0.write(body) }
            write("end")
        case .repeatLoop(let body, let condition):
            write("repeat ")
            writeCharged {
                $0.write(body)
                $0.write("until ")
                $0.write(condition)
            }
        case .conditional(let clauses, let otherwise): writeConditional(clauses, otherwise)
        case .numericFor(let variable, let first, let limit, let step, let body):
            write("for \(variable.text)=")
            writeList([first, limit] + (step.map { [$0] } ?? []))
            write(" do ")
            writeCharged { $0.write(body) }
            write("end")
        case .genericFor(let names, let values, let body):
            write("for \(names.map(\.text).joined(separator: ",")) in ")
            writeList(values)
            write(" do ")
            writeCharged { $0.write(body) }
            write("end")
        case .function(let path, let method, let body):
            if path.count > 1 || method != nil { write("__.ecrit();") }
            write("function \(path.map(\.text).joined(separator: "."))")
            if let method { write(":\(method.text)") }
            write(body)
        case .localFunction(let name, let body):
            write("local function \(name.text)")
            write(body)
        case .returnValues(let values):
            write("return ")
            writeList(values)
        case .breakLoop: write("break")
        case .goto(let label):
            // Policies have none; what went back by one would not be charged.
            write("__.renonce();goto \(label.text)")
        case .label(let label): write("::\(label.text)::")
        }
        write(";")
    }

    /// Names are assigned as in Lua; an indexed target is one of a table that is being made.
    private mutating func writeAssignment(_ targets: [Expression], _ values: [Expression]) {
        if targets.contains(where: { if case .name = $0.kind { false } else { true } }) {
            write("__.ecrit();")
        }
        for (index, target) in targets.enumerated() {
            if index > 0 { write(",") }
            switch target.kind {
            case .field(let base, let name):
                write(base)
                write(".\(name.text)")
            case .index(let base, let key):
                write(base)
                write("[(")
                write(key)
                write(")]")
            default: write(target)
            }
        }
        write("=")
        writeList(values)
    }

    private mutating func writeConditional(_ clauses: [Statement.Clause], _ otherwise: Block?) {
        for (index, clause) in clauses.enumerated() {
            write(index == 0 ? "if " : "elseif ")
            write(clause.condition)
            write(" then ")
            write(clause.body)
        }
        if let otherwise {
            write("else ")
            write(otherwise)
        }
        write("end")
    }
}

extension String {
    fileprivate func utf8Precedes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }
}
