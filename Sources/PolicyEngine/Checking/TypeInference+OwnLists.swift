// The builtins that change a list of the file, or give its elements one by one.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// A list that is filled or emptied.
    func inferChange(_ call: BuiltinCall) -> PolicyType {
        checkOwner(of: call.operands[0].expression, call.type(0), call.context)
        guard case .ownTables(let numbers) = call.type(0).known else { return .any }
        let element = elements(call)
        guard call.name == "table.insert" else { return .maybe(element ?? .any) }
        if call.operands.count == 2, isOpen(call.operands, call.context) { checkSingle(call) }
        for number in numbers { ownTables[number].add(call.type(call.operands.count - 1)) }
        return .nothing
    }

    /// `table.insert(l, string.gsub(…))` has three arguments: the second is then a place.
    private func checkSingle(_ call: BuiltinCall) {
        guard case .call(let callee, _) = call.operands[1].expression.kind,
            case .function(.builtin(let inner)) = infer(callee, call.context).known,
            ["string.find", "string.gsub"].contains(inner)
        else { return }
        findings.report(
            .severalValues(of: inner, text(call.operands[1].expression, call.context)),
            at: call.place(1))
    }

    /// A list that is sorted, perhaps by a function that says which of two elements comes first.
    func inferSort(_ call: BuiltinCall) -> PolicyType {
        checkOwner(of: call.operands[0].expression, call.type(0), call.context)
        let element = elements(call) ?? .any
        guard call.operands.count > 1 else {
            if element.family == .boolean || element.family == .other {
                let finding = PolicyFinding.wrongType(
                    "un élément de la liste que « table.sort » trie",
                    expected: "un nombre, un texte ou un jour", found: element,
                    help: "dites l’ordre : table.sort(liste, function(a, b) return a.x < b.x end)")
                findings.report(finding, at: call.place(0))
            }
            return .nothing
        }
        switch call.type(1).known {
        case .any, .function(.builtin): break
        case .function(.closure(let number)):
            matchFunction(number, [element, element], expected: .boolean, call)
        case let found:
            findings.report(
                .wrongType(call.what(1), expected: "une fonction", found: found), at: call.place(1))
        }
        return .nothing
    }

    /// A list whose elements are given one by one.
    func inferUnpacked(_ call: BuiltinCall) -> PolicyType {
        if case .list(_, .walked) = call.type(0).known {
            findings.report(.indexedList(), at: call.place(0))
        }
        for index in call.operands.indices.dropFirst() {
            require(
                call.type(index), .number(.either), what: call.what(index), at: call.place(index))
        }
        return elements(call) ?? .any
    }
}
