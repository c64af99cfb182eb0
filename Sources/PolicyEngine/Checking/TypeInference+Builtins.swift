// Calls of the functions of the policy language.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

extension TypeInference {
    /// A call of a builtin.
    struct BuiltinCall {
        /// The builtin's name.
        let name: String
        /// The arguments.
        let operands: [Operand]
        /// Where it is called.
        let context: Context

        /// The type of an argument, from 0; `any` when it is not given.
        func type(_ index: Int) -> PolicyType {
            index < operands.count ? operands[index].type : .any
        }

        /// The place of an argument that is given.
        func place(_ index: Int) -> PolicyPlace {
            context.place(operands[index].expression.range)
        }

        /// How messages call an argument.
        func what(_ index: Int) -> String {
            let isOnly = operands.count == 1
            return isOnly ? "l’argument de « \(name) »" : "l’argument \(index + 1) de « \(name) »"
        }
    }

    /// The types that a builtin gives, with a report of arguments that do not fit.
    func inferBuiltin(
        _ name: String, _ operands: [Operand], callee: Expression, _ context: Context
    ) -> [PolicyType] {
        guard let builtin = Builtin.named(name) else { return [.any] }
        guard builtin.arity.contains(operands.count) else {
            if operands.count < builtin.arity.lowerBound, isOpen(operands, context) {
                return [.any]
            }
            let finding = PolicyFinding.wrongCount(
                name, expected: builtin.arity.words, found: operands.count, usage: builtin.usage)
            report(finding, at: callee.range, context)
            return [.any]
        }
        let call = BuiltinCall(name: name, operands: operands, context: context)
        if let signature = Signature.of[name] { return [infer(call, signature)] }
        return inferOnText(call) ?? [inferOnList(call) ?? inferOther(call)]
    }

    /// Whether the last argument may stand for several: a call that may give more than one value.
    func isOpen(_ operands: [Operand], _ context: Context) -> Bool {
        guard case .call(let callee, _)? = operands.last?.expression.kind else { return false }
        switch infer(callee, context).known {
        case .function(.closure): return true
        case .function(.builtin(let name)): return PolicyVocabulary.givingSeveral.contains(name)
        default: return false
        }
    }

    private func infer(_ call: BuiltinCall, _ signature: Signature) -> PolicyType {
        for (index, operand) in call.operands.enumerated() {
            let position = min(index, signature.arguments.count - 1)
            let expected = signature.arguments[position]
            require(operand.type, expected, what: call.what(index), at: call.place(index))
        }
        return signature.result
    }

    private func inferOther(_ call: BuiltinCall) -> PolicyType {
        switch call.name {
        case "jour": return inferDay(call)
        case "ans", "mois", "jours": return inferDuration(call)
        case "entre": return inferBetween(call)
        case "connu", "renseigne": return .boolean
        case "defaut":
            let type = call.type(0)
            if let family = type.family, family != .other, let other = call.type(1).family,
                family != other
            {
                require(call.type(1), type, what: call.what(1), at: call.place(1))
            }
            return type.known.joined(with: call.type(1))
        case "si_sinon":
            requireCondition(call.type(0), of: call.operands[0].expression, call.context)
            return call.type(1).joined(with: call.type(2))
        case "math.abs", "math.max", "math.min": return inferNumbers(call)
        case "tostring": return .text(.free)
        case "tonumber": return .maybe(.number(.either))
        case "assert": return call.type(0).known
        default: return .any
        }
    }

    private func inferDay(_ call: BuiltinCall) -> PolicyType {
        require(call.type(0), .text(.free), what: call.what(0), at: call.place(0))
        if case .text(.literals(let texts)) = call.type(0).known {
            for text in texts where Day(iso: text.text) == nil {
                findings.report(.impossibleDay(text.text), at: text.place)
            }
        }
        return .day
    }

    private func inferDuration(_ call: BuiltinCall) -> PolicyType {
        if case .number(let literal) = call.operands[0].expression.bare.kind,
            case .float = literal.value
        {
            findings.report(.fractionalDuration(call.name, literal.text), at: call.place(0))
        }
        require(call.type(0), .number(.either), what: call.what(0), at: call.place(0))
        return .duration(call.name == "jours" ? .days : .months)
    }

    private func inferBetween(_ call: BuiltinCall) -> PolicyType {
        for index in 1...2 { requireLike(call.type(index), call.type(0), at: call.place(index)) }
        if call.type(0).isUnknown {
            requireLike(call.type(2), call.type(1), at: call.place(2))
        } else if call.type(0).family == .boolean || call.type(0).family == .other {
            let found = call.type(0)
            findings.report(
                .wrongType(call.what(0), expected: "un nombre ou un jour", found: found),
                at: call.place(0))
        }
        return .boolean
    }

    private func inferNumbers(_ call: BuiltinCall) -> PolicyType {
        for index in call.operands.indices {
            require(
                call.type(index), .number(.either), what: call.what(index), at: call.place(index))
        }
        let types = call.operands.map(\.type.known).filter { $0.family == .number }
        guard types.count == call.operands.count, let first = types.first else {
            return .number(.either)
        }
        return types.dropFirst().reduce(first) { $0.joined(with: $1) }
    }

    /// The builtins whose arguments each have one type, whatever the others are.
    struct Signature {
        /// The arguments; the last one counts for those that follow.
        let arguments: [PolicyType]
        /// What it gives.
        let result: PolicyType

        /// The signatures by name.
        static let of: [String: Signature] = [
            "ans_revolus": Signature(arguments: [.day], result: .number(.integer)),
            "mois_revolus": Signature(arguments: [.day], result: .number(.integer)),
            "nom_pays": Signature(arguments: [.text(.country)], result: .text(.free)),
            "minuscules": Signature(arguments: [.text(.free)], result: .text(.free)),
            "majuscules": Signature(arguments: [.text(.free)], result: .text(.free)),
            "contient": Signature(arguments: [.text(.free)], result: .boolean),
            "commence_par": Signature(arguments: [.text(.free)], result: .boolean),
            "math.floor": Signature(arguments: [.number(.either)], result: .number(.integer)),
            "math.ceil": Signature(arguments: [.number(.either)], result: .number(.integer)),
            "math.sqrt": Signature(arguments: [.number(.either)], result: .number(.float)),
            "math.fmod": Signature(arguments: [.number(.either)], result: .number(.either)),
            "math.tointeger": Signature(
                arguments: [.number(.either)], result: .maybe(.number(.integer))),
            "error": Signature(arguments: [.any], result: .any),
            "string.sub": Signature(
                arguments: [.text(.free), .number(.either)], result: .text(.free)),
            "string.len": Signature(arguments: [.text(.free)], result: .number(.integer)),
            "string.rep": Signature(
                arguments: [.text(.free), .number(.either), .text(.free)], result: .text(.free)),
            "extrait": Signature(
                arguments: [.text(.free), .number(.either)], result: .text(.free)),
            "utf8.len": Signature(
                arguments: [.text(.free), .number(.either)], result: .number(.integer)),
            "utf8.char": Signature(arguments: [.number(.either)], result: .text(.free)),
            "utf8.codepoint": Signature(
                arguments: [.text(.free), .number(.either)], result: .number(.integer)),
        ]
    }
}

extension ClosedRange<Int> {
    /// « 2 arguments attendus », « 2 ou 3 arguments attendus ».
    fileprivate var words: String {
        let plural = upperBound > 1 ? "s" : ""
        let count: String
        if lowerBound == upperBound {
            count = "\(lowerBound)"
        } else if upperBound == lowerBound + 1 {
            count = "\(lowerBound) ou \(upperBound)"
        } else {
            count = "de \(lowerBound) à \(upperBound)"
        }
        return "\(count) argument\(plural) attendu\(plural)"
    }
}
