// Calls of the file's functions, inferred with the types of their arguments.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// How many calls may be inferred inside one another.
    private static let deepestCall = 40

    /// The function that a body makes where it stands.
    func closure(_ body: FunctionBody, named name: String?, _ context: Context) -> PolicyType {
        closures.append(
            Closure(
                body: body, name: name, frame: context.frame, scope: context.scope,
                rule: context.frame.seesFacts ? context.rule : nil))
        return .function(.closure(closures.count - 1))
    }

    /// The types that a call gives.
    func inferCall(_ expression: Expression, _ context: Context) -> [PolicyType] {
        guard case .call(let callee, let arguments) = expression.kind else { return [.any] }
        if let name = expression.calledName, PolicyVocabulary.constructs.contains(name.text) {
            return [.any]
        }
        if let request = expression.request { return [modules[request.value] ?? .any] }
        let function = infer(callee, context).known
        let operands = operands(arguments, of: function, context)
        switch function {
        case .any, .nothing, .maybe:
            // A function of which nothing is known may put its arguments anywhere.
            return followed(expression, isQuoted: isQuoted, context) {
                for operand in operands where !operand.expression.isLiteral {
                    noteQuotation(of: operand.type)
                }
                return [.any]
            }
        case .function(.builtin(let name)):
            let asks = PolicyVocabulary.questions.contains(name)
            return followed(expression, isQuoted: isQuoted && !asks, context) {
                inferBuiltin(name, operands, callee: callee, context)
            }
        case .function(.closure(let number)):
            checkCount(operands, of: number, callee: callee, context)
            return followed(expression, isQuoted: isQuoted, context) {
                call(number, operands.map(\.type), context.rule).types
            }
        case .boolean, .number, .text, .day, .duration, .list, .record, .keyedTable, .ownTables,
            .library, .walk:
            report(.notFunction(function), at: callee.range, context)
            return [.any]
        }
    }

    private func checkCount(
        _ operands: [Operand], of number: Int, callee: Expression, _ context: Context
    ) {
        let expected = closures[number].body.parameters.count
        guard closures[number].body.varargs == nil, operands.count != expected else { return }
        if operands.count < expected, let last = operands.last?.expression.kind,
            case .call(let inner, _) = last, case .function(.closure) = infer(inner, context).known
        {
            return
        }
        reportCount(text(callee, context), expected, operands.count, at: callee.range, context)
    }

    private func reportCount(
        _ name: String, _ expected: Int, _ found: Int, at range: SourceRange, _ context: Context
    ) {
        let plural = expected > 1 ? "s" : ""
        let words = "\(expected) argument\(plural) attendu\(plural)"
        report(
            .wrongCount(name, expected: words, found: found, usage: nil), at: range, context)
    }

    /// What a function gives for arguments of some types.
    func call(_ number: Int, _ arguments: [PolicyType], _ rule: RunningRule?) -> Outcome {
        let closure = closures[number]
        let rule = closure.rule ?? rule
        let key = CallKey(
            closure: number, arguments: arguments,
            unroundedRule: rule.flatMap { $0.isRounded ? nil : $0.id },
            isSilent: findings.silence > 0, isQuoted: isQuoted)
        let outcome = outcomes[key] ?? first(key, closure, rule)
        if outcome.quotes {
            noteQuotation()
            // What the function itself reads goes into that text too.
            if !isQuoted { _ = inferringQuoted { call(number, arguments, rule) } }
        }
        return outcome
    }

    private func first(_ key: CallKey, _ closure: Closure, _ rule: RunningRule?) -> Outcome {
        guard !running.contains(key.closure) else {
            recursive.insert(key.closure)
            return .unknown
        }
        guard running.count < TypeInference.deepestCall, remainingCalls > 0 else {
            return .notInferred
        }
        remainingCalls -= 1
        let known = inferredCalls.count
        running.append(key.closure)
        quoting.append(false)
        var outcome = run(closure, key.arguments, rule)
        running.removeLast()
        outcome.quotes = quoting.removeLast()
        if recursive.remove(key.closure) != nil, outcome.quotes {
            // Functions that called this one back did not know that it quotes.
            for call in inferredCalls[known...] { outcomes[call] = nil }
            inferredCalls.removeSubrange(known...)
        }
        outcomes[key] = outcome
        inferredCalls.append(key)
        return outcome
    }

    private func run(
        _ closure: Closure, _ arguments: [PolicyType], _ rule: RunningRule?
    ) -> Outcome {
        if findings.silence == 0 { inferredBodies.insert(closure.place) }
        let frame = Frame(
            file: closure.frame.file, kind: .function(name: closure.name),
            seesFacts: closure.frame.seesFacts, extras: closure.frame.extras)
        var context = Context(frame: frame, scope: closure.scope, rule: rule)
        for (index, parameter) in closure.body.parameters.enumerated() {
            declare(parameter, index < arguments.count ? arguments[index] : .any, in: &context)
        }
        check(closure.body.block, context)
        return Outcome(types: joined(frame.returns), returns: frame.returns)
    }

    private func joined(_ returns: [Return]) -> [PolicyType] {
        let count = returns.map { $0.types.count }.max() ?? 0
        return (0..<count).map { position in
            let types = returns.map { position < $0.types.count ? $0.types[position] : .nothing }
            return types.dropFirst().reduce(types[0]) { $0.joined(with: $1) }
        }
    }

    /// Infers the functions that nothing called, with arguments of which nothing is known.
    func inferUncalled() {
        isUncalled = true
        defer { isUncalled = false }
        var number = 0
        while number < closures.count {
            let closure = closures[number]
            if !inferredBodies.contains(closure.place) {
                _ = call(number, closure.body.parameters.map { _ in .any }, nil)
            }
            number += 1
        }
    }
}
