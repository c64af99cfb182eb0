// The instrumented form of a policy file: each operator a call that knows unknowns.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

/// A node of a deferred expression whose value a full explanation shows.
struct TracedNode: Sendable {
    /// Where it stands.
    let place: TracedPlace
    /// Whether a full explanation shows it; the others are traced for those who asked.
    let isShown: Bool
    /// Index of its rule in the regime.
    let rule: Int
    /// The field in which it stands.
    let field: String
    /// How many traced nodes stand around it.
    let depth: Int
    /// Its text.
    let text: String
}

/// Rewrites one file; every piece keeps its line.
///
/// The chunk takes the table of operations as its argument and keeps it in the local `__`, a name
/// that policies cannot use.
struct Instrumenter {
    /// The nodes traced so far; a node's number in Lua is its index here plus 1.
    private(set) var nodes: [TracedNode]
    var writer = LuaWriter()
    let source: SourceText
    /// The rule and field being written; nil outside deferred expressions.
    private var traced: (rule: Int, field: String)?
    private var depth = 0
    /// Whether readings are being written: they note what is there and never fail.
    var isReading = false
    private var functionDepth = 0
    /// What is traced besides the nodes that are shown.
    private let asked: Set<SourceRange>

    /// The builtins whose answer is worth showing in a full explanation.
    private static let shownCalls: Set<String> = [
        "parmi", "entre", "existe", "tous", "connu", "renseigne", "contient", "commence_par",
        "nombre", "compte", "somme", "ans_revolus", "mois_revolus",
    ]

    /// Prepares to rewrite a file; `nodes` are those of the files before it.
    init(_ source: SourceText, nodes: [TracedNode], tracing: Tracing) {
        self.source = source
        self.nodes = nodes
        asked = tracing.ranges[source.path] ?? []
    }

    /// Writes an expression that runs once per dossier, tracing its nodes.
    mutating func write(deferred expression: Expression, rule: Int, field: String) {
        traced = (rule, field)
        depth = 0
        write(expression)
        traced = nil
    }

    /// Writes text at the line of a byte offset.
    mutating func write(_ text: String, at offset: Int) {
        writer.move(toLine: source.line(at: offset))
        writer.write(text)
    }

    /// Writes an expression.
    mutating func write(_ expression: Expression) {
        guard let traced, asked.contains(expression.range) else { return writeBare(expression) }
        append(expression, traced, isShown: false)
        write("__.vu(\(nodes.count),", at: expression.range.lowerBound)
        writeBare(expression)
        writer.write(")")
    }

    private mutating func writeBare(_ expression: Expression) {
        let start = expression.range.lowerBound
        switch expression.kind {
        case .nilLiteral: write("nil", at: start)
        case .boolean(let value): write(value ? "true" : "false", at: start)
        case .number(let literal): write(literal.text, at: start)
        case .string(let literal): write(LuaWriter.quoted(literal.bytes), at: start)
        case .varargs: write("...", at: start)
        case .name(let name): write(name.text, at: start)
        case .function(let body):
            write("function", at: start)
            write(body)
        case .field, .index: writeChain(expression)
        case .call(let callee, let arguments): writeCall(callee, arguments, expression)
        case .methodCall(let receiver, let method, let arguments):
            write(receiver)
            writer.write(":\(method.text)")
            writeArguments(arguments)
        case .unary(let op, let operand, _): writeUnary(op, operand, expression)
        case .binary(let op, let left, let right, _): writeBinary(op, left, right, expression)
        case .table(let fields): writeTable(fields, at: start)
        case .parenthesized(let inner):
            write("(", at: start)
            write(inner)
            writer.write(")")
        }
    }

    // MARK: - Calls of operations

    /// Writes `__.name(` … `)`, wrapped so that its value is noted where nodes are traced.
    private mutating func writeOperation(
        _ name: String, of expression: Expression, shown: Bool,
        arguments: (inout Instrumenter) -> Void
    ) {
        let number = shown ? trace(expression) : nil
        writer.move(toLine: source.line(at: expression.range.lowerBound))
        if let number { writer.write("__.vu(\(number),") }
        writer.write("__.\(name)(")
        if number != nil { depth += 1 }
        arguments(&self)
        if number != nil { depth -= 1 }
        writer.write(number == nil ? ")" : "))")
    }

    private mutating func trace(_ expression: Expression) -> Int? {
        guard let traced, functionDepth == 0 else { return nil }
        append(expression, traced, isShown: true)
        return nodes.count
    }

    private mutating func append(
        _ expression: Expression, _ traced: (rule: Int, field: String), isShown: Bool
    ) {
        let text = source.text(in: expression.range).onOneLine
        nodes.append(
            TracedNode(
                place: TracedPlace(file: source.path, range: expression.range), isShown: isShown,
                rule: traced.rule, field: traced.field, depth: depth, text: text))
    }

    private mutating func writeList(_ expressions: [Expression]) {
        for (index, expression) in expressions.enumerated() {
            if index > 0 { writer.write(",") }
            write(expression)
        }
    }

    mutating func writeArguments(_ arguments: [Expression]) {
        writer.write("(")
        writeList(arguments)
        writer.write(")")
    }

    /// Writes `__.get(base, key, key…)`.
    private mutating func writeChain(_ expression: Expression) {
        write(isReading ? "__.lit(" : "__.get(", at: expression.range.lowerBound)
        writeChainArguments(expression)
        writer.write(")")
    }

    /// Writes the base and the keys of `base.key[key]`, with commas between.
    mutating func writeChainArguments(_ expression: Expression) {
        let (base, keys) = Instrumenter.chain(of: expression)
        write(base)
        for key in keys { write(key) }
    }

    /// One step of a chain, as an argument after a comma.
    private mutating func write(_ key: ChainKey) {
        writer.write(",")
        switch key {
        case .name(let name): write("\"\(name.text)\"", at: name.range.lowerBound)
        case .computed(let expression): write(operand: expression)
        }
    }

    /// One step of a chain.
    private enum ChainKey {
        case name(Name)
        case computed(Expression)
    }

    private static func chain(of expression: Expression) -> (base: Expression, keys: [ChainKey]) {
        switch expression.kind {
        case .field(let base, let name):
            let (root, keys) = chain(of: base)
            return (root, keys + [.name(name)])
        case .index(let base, let key):
            let (root, keys) = chain(of: base)
            return (root, keys + [.computed(key)])
        default: return (expression, [])
        }
    }

    private mutating func writeCall(
        _ callee: Expression, _ arguments: [Expression], _ expression: Expression
    ) {
        guard case .name(let name) = callee.kind, Builtin.named(name.text) != nil else {
            write(callee)
            return writeArguments(arguments)
        }
        let isShown = Instrumenter.shownCalls.contains(name.text)
        let number = isShown ? trace(expression) : nil
        writer.move(toLine: source.line(at: expression.range.lowerBound))
        if let number { writer.write("__.vu(\(number),") }
        if number != nil { depth += 1 }
        if name.text == "renseigne", arguments.count == 1 {
            writeFilled(arguments[0])
        } else {
            write(callee)
            writeArguments(arguments)
        }
        if number != nil {
            depth -= 1
            writer.write(")")
        }
    }

    /// `renseigne(a.b)` must name `a.b` even when it holds a blank text: it takes `a` and `"b"`.
    private mutating func writeFilled(_ argument: Expression) {
        writer.write("__.renseigne(")
        switch argument.kind {
        case .field(let base, let name):
            write(operand: base)
            write(.name(name))
        case .index(let base, let key):
            write(operand: base)
            write(.computed(key))
        default: write(operand: argument)
        }
        writer.write(")")
    }

    private mutating func writeUnary(
        _ op: UnaryOperator, _ operand: Expression, _ expression: Expression
    ) {
        if op == .negate, case .number(let literal) = operand.kind {
            return write("(-\(literal.text))", at: expression.range.lowerBound)
        }
        let name =
            switch op {
            case .negate: "oppose"
            case .not: "non"
            case .length: "nombre"
            case .bitNot: "bits_non"
            }
        writeOperation(name, of: expression, shown: op == .not) { $0.write(operand) }
    }

    private mutating func writeBinary(
        _ op: BinaryOperator, _ left: Expression, _ right: Expression, _ expression: Expression
    ) {
        switch op {
        case .and, .or:
            let operands = Instrumenter.operands(of: expression, joinedBy: [op]).map(\.operand)
            writeChunks(op == .and ? "et" : "ou", of: expression, shown: true, operands) {
                $0.write(lazily: $1)
            }
        case .equal: writeComparison("egal", left, right, expression)
        case .notEqual: writeComparison("different", left, right, expression)
        case .less: writeComparison("inf", left, right, expression)
        case .lessOrEqual: writeComparison("inf_egal", left, right, expression)
        case .greater: writeComparison("sup", left, right, expression)
        case .greaterOrEqual: writeComparison("sup_egal", left, right, expression)
        case .concatenate:
            let operands = Instrumenter.operands(of: expression, joinedBy: [op]).map(\.operand)
            writeChunks("joint", of: expression, shown: false, operands) { $0.write(operand: $1) }
        case .add, .subtract: writeFold(expression, [.add, .subtract])
        case .multiply, .divide, .floorDivide, .modulo:
            writeFold(expression, [.multiply, .divide, .floorDivide, .modulo])
        case .power: writeFold(expression, [])
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight:
            writeOperation("bits", of: expression, shown: false) {
                $0.write(operand: left)
                $0.writer.write(",\"\(op.rawValue)\",")
                $0.write(operand: right)
            }
        }
    }

    private mutating func writeComparison(
        _ name: String, _ left: Expression, _ right: Expression, _ expression: Expression
    ) {
        writeOperation(name, of: expression, shown: true) { $0.writeList([left, right]) }
    }

    /// `a + b - c` is one call: nesting would meet the limit of Lua's compiler.
    private mutating func writeFold(_ expression: Expression, _ family: [BinaryOperator]) {
        let operands = Instrumenter.operands(of: expression, joinedBy: family)
        let operators = operands.map { $0.op?.rawValue ?? "" }
        var number = 0
        writeChunks("calcul", of: expression, shown: false, operands.map(\.operand)) {
            if number > 0 { $0.writer.write("\"\(operators[number])\",") }
            $0.write(operand: $1)
            number += 1
        }
    }

    /// Writes one call on all operands, or calls within calls of forty: each takes a register.
    ///
    /// The first operand is written as an operand, the others as `write` says.
    private mutating func writeChunks(
        _ name: String, of expression: Expression, shown: Bool, _ operands: [Expression],
        write: (inout Instrumenter, Expression) -> Void
    ) {
        let chunks = (operands.count - 1) / Instrumenter.operandsPerCall
        writeOperation(name, of: expression, shown: shown) {
            $0.writer.write(String(repeating: "__.\(name)(", count: chunks))
            for (index, operand) in operands.enumerated() {
                if index > 0, index % Instrumenter.operandsPerCall == 0 { $0.writer.write(")") }
                if index > 0 { $0.writer.write(",") }
                if index > 0 || name == "calcul" {
                    write(&$0, operand)
                } else {
                    $0.write(operand: operand)
                }
            }
        }
    }

    /// How many operands one call takes.
    private static let operandsPerCall = 40

    /// Writes an operand; a call gives one value only, as between operators in Lua.
    mutating func write(operand: Expression) {
        guard case .call = operand.kind else { return write(operand) }
        writer.move(toLine: source.line(at: operand.range.lowerBound))
        writer.write("(")
        write(operand)
        writer.write(")")
    }

    /// Writes an operand as a function that runs only when it is needed.
    private mutating func write(lazily operand: Expression) {
        writer.write("function() return (")
        write(operand)
        writer.write(") end")
    }

    /// The operands of a chain of operators, each with the operator before it.
    ///
    /// Left associative operators nest on the left, `..` nests on the right.
    private static func operands(
        of expression: Expression, joinedBy family: [BinaryOperator]
    ) -> [(op: BinaryOperator?, operand: Expression)] {
        guard case .binary(let op, let left, let right, _) = expression.kind else {
            return [(nil, expression)]
        }
        guard family.isEmpty || family.contains(op) else { return [(nil, expression)] }
        if family.isEmpty { return [(nil, left), (op, right)] }
        if op == .concatenate {
            var rest = operands(of: right, joinedBy: family)
            rest[0].op = op
            return [(nil, left)] + rest
        }
        return operands(of: left, joinedBy: family) + [(op, right)]
    }

    /// A table is registered with the run that makes it: only that run may change it.
    private mutating func writeTable(_ fields: [TableField], at start: Int) {
        let hasComputedKeys = fields.contains { if case .computed = $0.key { true } else { false } }
        write(hasComputedKeys ? "__.fiche{" : "__.neuve{", at: start)
        for (index, field) in fields.enumerated() {
            if index > 0 { writer.write(",") }
            switch field.key {
            case .positional: break
            case .named(let name): write("\(name.text)=", at: name.range.lowerBound)
            case .computed(let key):
                write("[", at: field.range.lowerBound)
                write(operand: key)
                writer.write("]=")
            }
            write(field.value)
        }
        writer.write("}")
    }

    /// Writes the parameters and the block of a function, after the word `function`.
    mutating func write(_ body: FunctionBody) {
        functionDepth += 1
        let names = body.parameters.map(\.text) + (body.varargs == nil ? [] : ["..."])
        writer.write("(\(names.joined(separator: ","))) ")
        write(body.block)
        write(" end", at: max(body.range.upperBound - 3, body.range.lowerBound))
        functionDepth -= 1
    }
}

extension String {
    /// The text with one space in place of each stretch of white space.
    fileprivate var onOneLine: String {
        let isPlain = utf8.allSatisfy { $0 < 0x80 }
        guard isPlain else { return split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        return utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
            .map { String($0) ?? "" }.joined(separator: " ")
    }
}
