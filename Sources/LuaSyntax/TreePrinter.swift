// Prints Lua from a tree alone: no comments, one fixed layout.
// SPDX-License-Identifier: MIT

extension Expression {
    /// The expression as Lua text on one line, with the parentheses that precedence asks for.
    public var lua: String {
        var printer = TreePrinter()
        printer.print(self)
        return printer.text
    }
}

extension Block {
    /// The statements as Lua text, one a line; what they hold stays on their line.
    public var lua: String {
        statements.map { statement in
            var printer = TreePrinter()
            printer.print(statement)
            return printer.text + ";\n"
        }.joined()
    }
}

/// Writes a tree as text.
struct TreePrinter {
    var text = ""

    /// Writes parts with commas between them.
    mutating func list<Part>(_ parts: [Part], _ write: (inout TreePrinter, Part) -> Void) {
        for (index, part) in parts.enumerated() {
            if index > 0 { text += ", " }
            write(&self, part)
        }
    }

    mutating func print(_ expressions: [Expression]) { list(expressions) { $0.print($1) } }

    mutating func print(_ expression: Expression) {
        switch expression.kind {
        case .nilLiteral: text += "nil"
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let literal): text += literal.text
        case .string(let literal): text += TreePrinter.quoted(literal.bytes)
        case .varargs: text += "..."
        case .name(let name): text += name.text
        case .function(let body):
            text += "function"
            print(body)
        case .table(let fields): print(fields)
        case .parenthesized(let inner): parenthesized(inner)
        case .unary(let operation, let operand, _): print(operation, operand)
        case .binary(let operation, let left, let right, _): print(operation, left, right)
        case .field, .index, .call, .methodCall: printSuffix(expression)
        }
    }

    /// Writes parameters and statements of a function.
    mutating func print(_ body: FunctionBody) {
        text += "("
        list(body.parameters) { $0.text += $1.text }
        if body.varargs != nil { text += body.parameters.isEmpty ? "..." : ", ..." }
        text += ")"
        print(body.block)
        text += " end"
    }

    private mutating func parenthesized(_ inner: Expression) {
        text += "("
        print(inner)
        text += ")"
    }

    private mutating func print(_ expression: Expression, inParentheses: Bool) {
        if inParentheses { parenthesized(expression) } else { print(expression) }
    }

    private mutating func print(_ operation: UnaryOperator, _ operand: Expression) {
        text += operation.rawValue
        if operation == .not { text += " " }
        if case .unary(.negate, _, _) = operand.kind { text += " " }
        let isLooser =
            operand.binaryOperator.map { $0.leftPriority <= UnaryOperator.priority } ?? false
        print(operand, inParentheses: isLooser)
    }

    private mutating func print(
        _ operation: BinaryOperator, _ left: Expression, _ right: Expression
    ) {
        let isLeftLooser: Bool
        if case .unary = left.kind {
            isLeftLooser = operation.leftPriority > UnaryOperator.priority
        } else {
            isLeftLooser =
                left.binaryOperator.map { $0.rightPriority < operation.leftPriority } ?? false
        }
        let isRightLooser =
            right.binaryOperator.map { $0.leftPriority <= operation.rightPriority } ?? false
        print(left, inParentheses: isLeftLooser)
        text += " \(operation.rawValue) "
        print(right, inParentheses: isRightLooser)
    }

    private mutating func printSuffix(_ expression: Expression) {
        switch expression.kind {
        case .field(let base, let name):
            printBase(base)
            text += ".\(name.text)"
        case .index(let base, let key):
            printBase(base)
            text += "["
            // A long string at once after a bracket would make another token of both.
            print(key)
            text += "]"
        case .call(let callee, let arguments):
            printBase(callee)
            print(arguments: arguments)
        case .methodCall(let receiver, let method, let arguments):
            printBase(receiver)
            text += ":\(method.text)"
            print(arguments: arguments)
        default: break
        }
    }

    private mutating func print(arguments: [Expression]) {
        text += "("
        print(arguments)
        text += ")"
    }

    /// Writes what a field, a key or a call follows, in parentheses unless Lua takes it bare.
    private mutating func printBase(_ base: Expression) {
        switch base.kind {
        case .name, .field, .index, .call, .methodCall, .parenthesized: print(base)
        default: parenthesized(base)
        }
    }

    private mutating func print(_ fields: [TableField]) {
        text += "{"
        list(fields) { printer, field in
            switch field.key {
            case .positional: break
            case .named(let name): printer.text += "\(name.text) = "
            case .computed(let key):
                printer.text += "["
                printer.print(key)
                printer.text += "] = "
            }
            printer.print(field.value)
        }
        text += "}"
    }
}

extension TreePrinter {
    /// A string literal in double quotes; wrong UTF-8 and control characters are escaped.
    static func quoted(_ bytes: [UInt8]) -> String {
        let isText = String(validating: bytes, as: UTF8.self) != nil
        var literal: [UInt8] = [UInt8(ascii: "\"")]
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): literal += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): literal += Array(#"\n"#.utf8)
            case 0x00..<0x20, 0x7F: literal += hexEscape(byte)
            case 0x80...: literal += isText ? [byte] : hexEscape(byte)
            default: literal.append(byte)
            }
        }
        return String(decoding: literal + [UInt8(ascii: "\"")], as: UTF8.self)
    }

    private static func hexEscape(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return Array(#"\x"#.utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

extension Expression {
    /// The operator of an operation on two operands.
    fileprivate var binaryOperator: BinaryOperator? {
        if case .binary(let operation, _, _, _) = kind { operation } else { nil }
    }
}
