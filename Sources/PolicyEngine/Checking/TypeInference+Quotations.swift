// Where values go into texts, keys and messages, and the personal facts that may not go with them.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// Infers what goes into a text: a placeholder, the value of a calcul, a key that a verdict
    /// names, an argument that a message or an assumption shows.
    func inferringQuoted<Result>(_ body: () -> Result) -> Result {
        inferring(quoted: true, body)
    }

    private func inferring<Result>(quoted: Bool, _ body: () -> Result) -> Result {
        let outside = isQuoted
        defer { isQuoted = outside }
        isQuoted = quoted
        return body()
    }

    /// Infers the arguments of a call, of which some may go into a text.
    func operands(
        _ arguments: [Expression], of function: PolicyType, _ context: Context
    ) -> [Operand] {
        let outside = isQuoted
        defer { isQuoted = outside }
        var operands: [Operand] = []
        for (index, argument) in arguments.enumerated() {
            var isText: Bool?
            if case .function(.builtin(let name)) = function {
                isText = PolicyVocabulary.quotesArgument(index, of: name)
            }
            isQuoted = isText ?? outside
            let type = infer(argument, context)
            if isText == true { noteQuotation(of: type) }
            operands.append(Operand(type: type, expression: argument))
        }
        return operands
    }

    /// Infers a key that a verdict names or a message shows.
    func inferKey(_ key: Expression, _ context: Context) -> PolicyType {
        let type = inferringQuoted { infer(key, context) }
        noteQuotation(of: type)
        return type
    }

    /// What a call gives, which goes into a text or not; when a function that it runs puts values
    /// into a text, those that the call hands to it are looked at as texts are.
    func followed(
        _ call: Expression, isQuoted: Bool, _ context: Context, _ body: () -> [PolicyType]
    ) -> [PolicyType] {
        let before = quotations
        let types = inferring(quoted: isQuoted, body)
        // What is looked at again was followed the first time: twice at each depth would be for ever.
        guard quotations > before, !isQuoted, !isFollowing,
            case .call(let callee, let arguments) = call.kind
        else { return types }
        isFollowing = true
        defer { isFollowing = false }
        inferringQuoted {
            _ = infer(callee, context)
            for argument in arguments { _ = infer(argument, context) }
        }
        return types
    }

    /// Notes that a value goes into a text, unless the policy writes it out.
    func noteQuotation(of type: PolicyType) {
        if case .text(.literals) = type.known { return }
        noteQuotation()
    }

    /// Notes that the function being inferred, if any, puts a value into a text.
    func noteQuotation() {
        quotations += 1
        if !quoting.isEmpty { quoting[quoting.count - 1] = true }
    }

    /// Refuses a personal fact in a text, or what may be one: a field whose name only the run knows.
    func refuseQuoted(_ finding: @autoclosure () -> PolicyFinding, at place: PolicyPlace) {
        if isQuoted, !isUncalled { findings.report(finding(), at: place) }
    }
}

extension Expression {
    /// Whether it is a value that the policy writes out.
    var isLiteral: Bool {
        switch bare.kind {
        case .string, .number, .boolean, .nilLiteral: true
        default: false
        }
    }
}

extension PolicyType {
    /// Whether a fact that may tell about a person stands in it, however deep.
    var holdsPersonalFact: Bool {
        switch self {
        case .record(let record):
            record.fields.contains { $0.isPersonal || $0.type.holdsPersonalFact }
        case .list(let element, _): element.holdsPersonalFact
        case .maybe(let type): type.holdsPersonalFact
        case .any, .nothing, .boolean, .number, .text, .day, .duration, .keyedTable, .ownTables,
            .function, .library, .walk:
            false
        }
    }
}
