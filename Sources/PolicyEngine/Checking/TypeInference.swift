// Infers the type of every expression of a regime, and reports what does not fit.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

/// The inference over the files and rules of one regime.
///
/// Functions are inferred once per call, with the types of its arguments, so that a fault in a
/// helper shows with the facts that it was given.
final class TypeInference {
    /// What is checked.
    let regime: Regime
    /// The names that its rules see.
    let vocabulary: PolicyVocabulary
    /// Where faults go.
    let findings: PolicyFindings

    /// The tables that the files build, by number.
    var ownTables: [OwnTable] = []
    /// Which tables are read under keys that only the run knows, with the type of the key.
    var keyReads: [(table: OwnTable, key: PolicyType)] = []
    /// The functions of the files, by number.
    var closures: [Closure] = []
    /// What was inferred for a call.
    var outcomes: [CallKey: Outcome] = [:]
    /// The calls of `outcomes`, in the order in which they were inferred.
    var inferredCalls: [CallKey] = []
    /// The functions that call themselves, among those whose calls are being inferred.
    var recursive: Set<Int> = []
    /// The functions whose calls are being inferred, outermost first.
    var running: [Int] = []
    /// The bodies that were inferred at least once.
    var inferredBodies: Set<PolicyPlace> = []
    /// Calls that may still be inferred; without any left, calls give `any`.
    var remainingCalls = 20_000
    /// Where each `local` is declared, with its name.
    var locals: [PolicyPlace: String] = [:]
    /// The declarations of locals that something reads.
    var readLocals: Set<PolicyPlace> = []
    /// What each construct sees, by its statement, for each file.
    var constructScopes: [Int: [(range: SourceRange, scope: Scope?)]] = [:]
    /// The types of calculs inferred so far, by rule.
    var calculTypes: [Int: PolicyType] = [:]
    /// Whether what is inferred goes into a text, where no personal fact may stand.
    var isQuoted = false
    /// Whether what is inferred was given to a function that puts values into a text.
    var isFollowing = false
    /// Whether what is inferred is a function that nothing calls: it puts nothing into a text.
    var isUncalled = false
    /// Whether each function whose call is being inferred puts a value of its own into a text.
    var quoting: [Bool] = []
    /// How many times something was found to put a value into a text.
    var quotations = 0
    /// What each module gives to the files that require it, by name.
    var modules: [String: PolicyType] = [:]
    /// The file whose own level is being inferred; nil once all files are.
    var loading: Int?
    /// Files that are not inferred, for they are nested too deeply.
    var skippedFiles: Set<Int> = []

    /// Makes an inference that knows nothing yet.
    init(_ regime: Regime, vocabulary: PolicyVocabulary, findings: PolicyFindings) {
        self.regime = regime
        self.vocabulary = vocabulary
        self.findings = findings
    }

    /// The type of an expression, with a report of what does not fit in it.
    func infer(_ expression: Expression, _ context: Context) -> PolicyType {
        switch expression.kind {
        case .nilLiteral: return .nothing
        case .boolean: return .boolean
        case .number(let literal): return literal.type
        case .string(let literal):
            let place = context.place(expression.range)
            return .text(.literals([PolicyType.Literal(text: literal.text, place: place)]))
        case .varargs: return .any
        case .function(let body): return closure(body, named: nil, context)
        case .name(let name): return resolve(name, context)
        case .field(let base, let name):
            return inferField(of: base, name, in: expression, context)
        case .index(let base, let key): return inferIndex(of: base, key, context)
        case .call: return inferCall(expression, context).first ?? .nothing
        case .methodCall(let receiver, _, let arguments):
            _ = infer(receiver, context)
            arguments.forEach { _ = infer($0, context) }
            return .any
        case .unary(let sign, let operand, let range):
            return inferUnary(sign, operand, at: range, context)
        case .binary(let sign, let left, let right, let range):
            return inferBinary(sign, left, right, in: expression, at: range, context)
        case .table(let fields): return inferTable(fields, context)
        case .parenthesized(let inner): return infer(inner, context)
        }
    }

    /// Reports a fault at a range of the context's file.
    func report(
        _ finding: @autoclosure () -> PolicyFinding, at range: SourceRange, _ context: Context
    ) {
        findings.report(finding(), at: context.place(range))
    }

    /// The text of an expression.
    func text(_ expression: Expression, _ context: Context) -> String {
        findings.text(at: context.place(expression.range))
    }

    private func inferUnary(
        _ sign: UnaryOperator, _ operand: Expression, at range: SourceRange, _ context: Context
    ) -> PolicyType {
        let given = infer(operand, context)
        let type = given.known
        switch sign {
        case .not:
            requireCondition(given, of: operand, context)
            return .boolean
        case .negate, .bitNot:
            if case .number = type { return type }
            if !type.isUnknown { report(.wrongOperand(sign.rawValue, type), at: range, context) }
            return .any
        case .length:
            switch type {
            case .text, .list, .ownTables, .any, .nothing: break
            default: report(.wrongOperand(sign.rawValue, type), at: range, context)
            }
            return .number(.integer)
        }
    }

    private func inferBinary(
        _ sign: BinaryOperator, _ left: Expression, _ right: Expression, in whole: Expression,
        at range: SourceRange, _ context: Context
    ) -> PolicyType {
        switch sign {
        case .and: return inferAnd(whole, context)
        case .or: return inferOr(whole, context)
        case .add, .subtract: return inferSum(whole, context)
        case .concatenate: return inferConcatenation(whole, context)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            let denied = left.denied(comparedWith: right)
            let one = Operand(type: infer(denied ?? left, context), expression: left)
            let other = Operand(type: infer(right, context), expression: right)
            if denied != nil { return .boolean }
            compare(one, other, sign, at: range, context)
            return .boolean
        case .multiply, .divide, .floorDivide, .modulo, .power, .bitAnd, .bitOr, .bitXor,
            .shiftLeft, .shiftRight:
            let types = (infer(left, context).known, infer(right, context).known)
            return product(sign, types.0, types.1, at: range, context)
        }
    }
}

extension NumberLiteral {
    /// The type of the number.
    var type: PolicyType {
        switch value {
        case .integer: .number(.integer)
        case .float: .number(.float)
        }
    }
}
