// Every mutant of a policy: rules taken away, thresholds moved by one, comparisons turned.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
public import PolicyEngine

/// Finds the mutants of a policy; a file that several regimes take is changed once.
public struct MutantFinder {
    /// In the order of files and bytes.
    public private(set) var mutants: [Mutant] = []

    /// Goes through the files of every regime.
    public init(_ policy: Policy) {
        var known: Set<String> = []
        for file in policy.regimes.flatMap(\.files) where known.insert(file.source.path).inserted {
            var walk = FileMutants(file.source)
            for statement in file.chunk.block.statements { walk.add(statement) }
            mutants += walk.mutants
        }
    }
}

/// The bytes that a mutant replaces, and by what: a function is met by itself and in its block.
private struct Edit: Hashable {
    let range: SourceRange
    let replacement: String
}

/// The mutants of one file.
private struct FileMutants {
    private(set) var mutants: [Mutant] = []
    private var known: Set<Edit> = []
    /// How many mutants have the same owner, change and context.
    private var twins: [String: Int] = [:]
    private let source: SourceText
    private let findings: FileFindings
    private var owner = ""
    /// The expression in which a change stands, to name it.
    private var context: SourceRange = 0..<0

    init(_ source: SourceText) {
        self.source = source
        findings = FileFindings(source: source)
    }

    private var folder: Substring { source.path.prefix { $0 != "/" } }

    // MARK: - Where mutants are looked for

    mutating func add(_ statement: Statement) {
        if let call = ConstructCall(statement, locals: [], findings: findings) {
            return add(call)
        }
        switch statement.kind {
        case .local(let names, let values):
            owner = "\(folder)/\(names.map(\.name.text).joined(separator: ", "))"
            values.forEach { visit(whole: $0) }
        case .localFunction(let name, let body):
            owner = "\(folder)/\(name.text)"
            visit(whole: body.block)
        default:
            owner = "\(folder)/"
            statement.expressions.forEach { visit(whole: $0) }
            statement.blocks.forEach { visit(whole: $0) }
        }
    }

    private mutating func visit(whole block: Block) {
        block.forEachStatement { statement in
            statement.expressions.forEach { visit(whole: $0) }
        }
    }

    private mutating func add(_ call: ConstructCall) {
        owner = "\(folder)/\(call.id.value.isEmpty ? call.kind.rawValue : call.id.value)"
        switch call.kind {
        case .critere, .priorite, .validite, .signalement, .calcul:
            context = call.id.range
            add(.deletion, "règle retirée", call.range, "")
        case .regime, .parametre, .niveaux: break
        case .donnees, .champ, .cas, .tableau, .propriete, .survivant: return
        }
        for field in call.fields { visit(whole: field.value) }
    }

    private mutating func visit(whole expression: Expression) {
        context = expression.range
        visit(expression)
    }

    // MARK: - Mutants of expressions

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .binary(let op, _, _, let operatorRange):
            for other in op.turned {
                add(
                    .comparison, "\(op.rawValue) → \(other.rawValue)", operatorRange, other.rawValue
                )
            }
        case .number(let literal):
            switch literal.value {
            case .integer(let value): move(value, at: expression.range)
            case .float(let value):
                for other in [value - 1, value + 1] where other.isFinite && other != value {
                    add(.threshold, "\(value) → \(other)", expression.range, "(\(other))")
                }
            }
        case .unary(.not, let operand, _):
            add(
                .comparison, "not retiré", expression.range.lowerBound..<operand.range.lowerBound,
                "")
        default: break
        }
        if let day = expression.dayText, let value = Day(iso: day.text) {
            return move(value, at: day.range)
        }
        if case .function(let body) = expression.kind {
            body.block.forEachStatement { statement in
                statement.expressions.forEach { visit($0) }
            }
        }
        for child in expression.children { visit(child) }
    }

    private mutating func move(_ number: Int64, at range: SourceRange) {
        for other in [number &- 1, number &+ 1] {
            add(.threshold, "\(number) → \(other)", range, other < 0 ? "(\(other))" : "\(other)")
        }
    }

    /// The range is that of the text between quotes, quotes included.
    private mutating func move(_ day: Day, at range: SourceRange) {
        for other in [day.ordinal - 1, day.ordinal + 1].compactMap({ Day(ordinal: $0) }) {
            add(.threshold, "\(day.iso) → \(other.iso)", range, "\"\(other.iso)\"")
        }
    }

    private mutating func add(
        _ kind: Mutant.Kind, _ change: String, _ range: SourceRange, _ replacement: String
    ) {
        guard known.insert(Edit(range: range, replacement: replacement)).inserted else { return }
        let text = source.text(in: context).onOneLine
        let twin = twins["\(owner)\n\(change)\n\(text)", default: 0]
        twins["\(owner)\n\(change)\n\(text)"] = twin + 1
        mutants.append(
            Mutant(
                kind: kind, owner: owner, change: change, file: source.path, range: range,
                replacement: replacement, line: source.line(at: range.lowerBound), context: text,
                twin: twin))
    }
}

extension BinaryOperator {
    /// The operators that stand in its place: its border, and its contrary.
    fileprivate var turned: [BinaryOperator] {
        switch self {
        case .less: [.lessOrEqual, .greaterOrEqual]
        case .lessOrEqual: [.less, .greater]
        case .greater: [.greaterOrEqual, .lessOrEqual]
        case .greaterOrEqual: [.greater, .less]
        case .equal: [.notEqual]
        case .notEqual: [.equal]
        case .and: [.or]
        case .or: [.and]
        default: []
        }
    }
}
