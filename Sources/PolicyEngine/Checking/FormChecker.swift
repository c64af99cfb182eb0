// Finds the forms of Lua that policies do not use, without regard to types.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

/// Walks the trees of one file.
final class FormChecker {
    /// How many expressions may stand inside one another; a chain of one operator counts as one.
    static let deepest = 60

    /// Whether an expression is nested too deeply for the checks that follow.
    private(set) var isTooDeep = false
    /// Where faults go.
    let findings: PolicyFindings
    private let file: Int
    private var depth = 0
    private var functionDepth = 0

    /// Makes a checker for the file of an index.
    init(file: Int, findings: PolicyFindings) {
        self.file = file
        self.findings = findings
    }

    /// Checks the plain Lua of a file, its constructs left out but for their numbers.
    func check(_ chunk: Chunk) {
        for statement in chunk.block.statements {
            if let construct = PolicyVocabulary.construct(of: statement) {
                checkNumbers(construct)
            } else if case .local(let names, _) = statement.kind, statement.request != nil {
                names.forEach { checkLocal($0) }
            } else if case .returnValues(let values) = statement.kind {
                checkReturn(values)
            } else {
                check(statement)
            }
        }
    }

    /// Checks one expression.
    func check(_ expression: Expression) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= FormChecker.deepest else {
            if !isTooDeep { report(.tooDeep(limit: FormChecker.deepest), at: expression.range) }
            isTooDeep = true
            return
        }
        checkForm(expression)
        checkParts(expression)
    }

    /// Reports a fault at a range of the file.
    func report(_ finding: @autoclosure () -> PolicyFinding, at range: SourceRange) {
        findings.report(finding(), at: PolicyPlace(file: file, range: range))
    }

    /// The text of an expression.
    func text(_ expression: Expression) -> String {
        findings.text(at: PolicyPlace(file: file, range: expression.range))
    }

    private func checkParts(_ expression: Expression) {
        switch expression.kind {
        case .nilLiteral, .boolean, .number, .string, .varargs, .name: break
        case .function(let body): check(body)
        case .field(let base, _): check(base)
        case .index(let base, let key):
            check(base)
            check(key)
        case .call(let callee, let arguments):
            check(callee)
            arguments.forEach { check($0) }
        case .methodCall(let receiver, _, let arguments):
            check(receiver)
            arguments.forEach { check($0) }
        case .unary(_, let operand, _): check(operand)
        case .binary(let sign, _, _, _):
            expression.chainOperands(of: sign).forEach { check($0) }
        case .table(let fields):
            for field in fields {
                if case .computed(let key) = field.key { check(key) }
                check(field.value)
            }
        case .parenthesized(let inner): check(inner)
        }
    }

    private func check(_ body: FunctionBody) {
        if let varargs = body.varargs { report(.varargs(), at: varargs) }
        body.parameters.forEach { checkName($0) }
        functionDepth += 1
        check(body.block)
        functionDepth -= 1
    }

    private func check(_ block: Block) { block.statements.forEach { check($0) } }

    private func check(_ statement: Statement) {
        switch statement.kind {
        case .assignment(let targets, let values):
            checkComma(values)
            (targets + values).forEach { check($0) }
        case .local(let names, let values):
            names.forEach { checkLocal($0) }
            checkComma(values)
            values.forEach { check($0) }
        case .call(let call): check(call)
        case .doBlock(let block): check(block)
        case .whileLoop(let condition, let body):
            check(condition)
            check(body)
        case .repeatLoop(let body, let condition):
            check(body)
            check(condition)
        case .conditional(let clauses, let otherwise):
            for clause in clauses {
                check(clause.condition)
                check(clause.body)
            }
            if let otherwise { check(otherwise) }
        case .numericFor(let variable, let start, let limit, let step, let body):
            checkName(variable)
            [start, limit].forEach { check($0) }
            if let step { check(step) }
            check(body)
        case .genericFor(let names, let values, let body):
            names.forEach { checkName($0) }
            values.forEach { check($0) }
            check(body)
        case .function(let path, let method, let body):
            path.forEach { checkName($0) }
            if let method { report(.methodCall(method.text), at: method.range) }
            check(body)
        case .localFunction(let name, let body):
            checkName(name)
            check(body)
        case .returnValues(let values):
            if functionDepth == 0 { report(.misplacedReturn(), at: statement.range) }
            checkReturn(values)
        case .breakLoop: break
        case .goto, .label: report(.jump(), at: statement.range)
        }
    }

    private func checkReturn(_ values: [Expression]) {
        checkComma(values)
        values.forEach { check($0) }
    }

    private func checkLocal(_ local: Statement.LocalName) {
        checkName(local.name)
        if let attribute = local.attribute, attribute.text == "close" {
            report(.closing(), at: attribute.range)
        }
    }
}

extension Expression {
    /// The expression without the parentheses around it.
    var bare: Expression {
        var inner = self
        while case .parenthesized(let next) = inner.kind { inner = next }
        return inner
    }

    /// The operands of a chain that becomes one call: `a + b - c` has three.
    func chainOperands(of sign: BinaryOperator) -> [Expression] {
        guard let family = sign.chainFamily else { return operands(of: sign) }
        var reversed: [Expression] = []
        var rest = self
        while case .binary(let next, let left, let right, _) = rest.kind,
            next.chainFamily == family
        {
            reversed.append(right)
            rest = left
        }
        return [rest] + reversed.reversed()
    }

    /// The operands of a chain of one operator; two where the operator makes no chain.
    func operands(of sign: BinaryOperator) -> [Expression] {
        guard case .binary(sign, let left, let right, _) = kind else { return [self] }
        switch sign {
        case .and, .or, .add:
            var reversed = [right]
            var rest = left
            while case .binary(sign, let next, let last, _) = rest.kind {
                reversed.append(last)
                rest = next
            }
            return [rest] + reversed.reversed()
        case .concatenate: return [left] + right.operands(of: sign)
        default: return [left, right]
        }
    }
}

extension BinaryOperator {
    /// The operators that stand in one chain whatever their order; nil for those that do not.
    fileprivate enum ChainFamily {
        case sums
        case products
    }

    fileprivate var chainFamily: ChainFamily? {
        switch self {
        case .add, .subtract: .sums
        case .multiply, .divide, .floorDivide, .modulo: .products
        default: nil
        }
    }
}
