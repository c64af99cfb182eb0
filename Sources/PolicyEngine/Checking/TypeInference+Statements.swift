// Statements: what they declare, what their conditions are, what they give back.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// Infers the statements of a block, whose locals end with it.
    func check(_ block: Block, _ context: Context) {
        var context = context
        for statement in block.statements { check(statement, &context) }
    }

    /// Infers one statement; what it declares is seen by those that follow.
    func check(_ statement: Statement, _ context: inout Context) {
        switch statement.kind {
        case .assignment(let targets, let values): assign(values, to: targets, context)
        case .local(let names, let values): declare(names, values, &context)
        case .call(let call): checkCall(call, context)
        case .doBlock(let block): check(block, context)
        case .whileLoop, .repeatLoop, .numericFor, .genericFor: checkLoop(statement, context)
        case .conditional(let clauses, let otherwise):
            for clause in clauses {
                requireCondition(
                    infer(clause.condition, context), of: clause.condition, context)
                check(clause.body, context)
            }
            if let otherwise { check(otherwise, context) }
        case .function(let path, let method, let body):
            define(path + (method.map { [$0] } ?? []), body, context)
        case .localFunction(let name, let body):
            declare(name, .any, in: &context)
            expectUse(of: name, context)
            context.scope?.variable.type = closure(body, named: name.text, context)
        case .returnValues(let values):
            let types = inferValues(values, context)
            let place = context.place(values.first?.range ?? statement.range)
            context.frame.returns.append(Return(types: types, place: place))
        case .breakLoop, .goto, .label: break
        }
    }

    /// The types of a list of expressions, of which a last call may give several.
    func inferValues(_ expressions: [Expression], _ context: Context) -> [PolicyType] {
        var types = expressions.dropLast().map { infer($0, context) }
        guard let last = expressions.last else { return types }
        if case .call = last.kind {
            let given = inferCall(last, context)
            types += given.isEmpty ? [.nothing] : given
        } else {
            types.append(infer(last, context))
        }
        return types
    }

    private func declare(
        _ names: [Statement.LocalName], _ values: [Expression], _ context: inout Context
    ) {
        var types: [PolicyType]
        if names.count == 1, values.count == 1, case .function(let body) = values[0].kind {
            types = [closure(body, named: names[0].name.text, context)]
        } else {
            types = inferValues(values, context)
        }
        let isOpen = values.last.map { if case .call = $0.kind { true } else { false } } ?? false
        while types.count < names.count { types.append(isOpen ? .any : .nothing) }
        for (local, type) in zip(names, types) {
            declare(local.name, type, in: &context)
            expectUse(of: local.name, context)
        }
    }

    /// A call that stands alone; an unknown one may be a misspelt construct.
    private func checkCall(_ call: Expression, _ context: Context) {
        if context.frame.isFile, let name = call.calledName, isUnknown(name.text, context) {
            reportUnknown(name, among: PolicyVocabulary.constructs.sorted(), context)
        } else {
            _ = infer(call, context)
        }
    }

    private func isUnknown(_ name: String, _ context: Context) -> Bool {
        !isLocal(name, context) && Builtin.named(name) == nil
            && vocabulary.meanings[name] == nil && !PolicyVocabulary.libraries.contains(name)
            && !PolicyVocabulary.constructs.contains(name) && name != PolicyVocabulary.require
    }

    /// Infers a loop twice: first in silence, for what its body writes is read by its next turn.
    private func checkLoop(_ statement: Statement, _ context: Context) {
        if findings.silence == 0 {
            findings.silence += 1
            let returns = context.frame.returns
            checkLoopOnce(statement, context)
            context.frame.returns = returns
            findings.silence -= 1
        }
        checkLoopOnce(statement, context)
    }

    private func checkLoopOnce(_ statement: Statement, _ outer: Context) {
        var context = outer
        switch statement.kind {
        case .whileLoop(let condition, let body):
            requireCondition(infer(condition, context), of: condition, context)
            check(body, context)
        case .repeatLoop(let body, let condition):
            for inner in body.statements { check(inner, &context) }
            requireCondition(infer(condition, context), of: condition, context)
        case .numericFor(let variable, let start, let limit, let step, let body):
            let bounds = [start, limit] + (step.map { [$0] } ?? [])
            let types = bounds.map { requireNumber($0, context) }
            let isWhole = types.allSatisfy { $0 == .number(.integer) }
            declare(variable, .number(isWhole ? .integer : .either), in: &context)
            check(body, context)
        case .genericFor(let names, let values, let body):
            let types = inferWalk(values, context)
            for (index, name) in names.enumerated() {
                declare(name, index < types.count ? types[index] : .any, in: &context)
            }
            check(body, context)
        default: break
        }
    }

    private func requireNumber(_ expression: Expression, _ context: Context) -> PolicyType {
        let type = infer(expression, context)
        require(
            type, .number(.either), what: "une borne de boucle",
            at: context.place(expression.range))
        return type.known
    }

    private func inferWalk(_ values: [Expression], _ context: Context) -> [PolicyType] {
        let types = inferValues(values, context)
        guard let first = types.first, let expression = values.first else { return [] }
        switch first.known {
        case .walk(let key, let value): return [key, value]
        case .any, .nothing, .function, .maybe: return []
        default:
            let finding = PolicyFinding.wrongType(
                "ce que « for » parcourt", expected: "« ipairs(liste) »", found: first)
            report(finding, at: expression.range, context)
            return []
        }
    }
}
