// Assignments, to locals and to the tables of the file.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// Infers an assignment.
    func assign(_ values: [Expression], to targets: [Expression], _ context: Context) {
        let types = inferValues(values, context)
        for (index, target) in targets.enumerated() {
            let value = values.isEmpty ? target : values[min(index, values.count - 1)]
            let type = index < types.count ? types[index] : .any
            assign(Operand(type: type, expression: value), to: target, context)
        }
    }

    private func assign(_ value: Operand, to target: Expression, _ context: Context) {
        let place = context.place(value.expression.range)
        switch target.kind {
        case .name(let name): assign(value.type, to: name, context)
        case .field(let base, let name):
            let type = infer(base, context)
            checkOwner(of: base, type, context)
            guard case .ownTables(let numbers) = type.known else { return }
            let key = context.place(name.range)
            for number in numbers {
                ownTables[number].set(name.text, value.type, at: key, value: place)
            }
        case .index(let base, let key):
            let type = infer(base, context)
            let keyType = infer(key, context)
            checkOwner(of: base, type, context)
            guard case .ownTables(let numbers) = type.known else { return }
            for number in numbers {
                write(
                    value.type, under: keyType, to: ownTables[number],
                    at: context.place(key.range), value: place)
            }
        default: _ = infer(target, context)
        }
    }

    private func assign(_ type: PolicyType, to name: Name, _ context: Context) {
        guard let variable = context.scope?.find(name.text) else {
            report(globalAssignment(to: name.text, context), at: name.range, context)
            return
        }
        checkOwner(variable, at: name.range, context)
        variable.type = variable.type.joined(with: type)
    }

    private func globalAssignment(to name: String, _ context: Context) -> PolicyFinding {
        let nearest = Spelling.nearest(to: name, among: context.scope?.names ?? [])
        return .globalAssignment(name, nearest: nearest)
    }

    /// `function a.b()`, or `function f()` without `local`.
    func define(_ path: [Name], _ body: FunctionBody, _ context: Context) {
        guard let first = path.first, let last = path.last else { return }
        let type = closure(body, named: last.text, context)
        guard let variable = context.scope?.find(first.text) else {
            report(.globalFunction(first.text), at: first.range, context)
            return
        }
        checkOwner(variable, at: first.range, context)
        if path.count == 1 {
            variable.type = variable.type.joined(with: type)
            return
        }
        readLocals.insert(variable.place)
        let owner = path.dropFirst().dropLast().reduce(variable.type) {
            field($1.text, of: $0, at: context.place($1.range))
        }
        guard case .ownTables(let numbers) = owner.known else { return }
        checkModule(of: numbers, at: first.range, context)
        let place = context.place(last.range)
        for number in numbers { ownTables[number].set(last.text, type, at: place, value: place) }
    }

    /// Checks that a table may be changed here: it is the function's own, and the file's.
    func checkOwner(of base: Expression, _ type: PolicyType, _ context: Context) {
        var root = base.bare
        while true {
            switch root.kind {
            case .field(let next, _), .index(let next, _): root = next.bare
            case .name(let name):
                if let variable = context.scope?.find(name.text) {
                    checkOwner(variable, at: base.range, context)
                }
                return checkWritable(type, at: base.range, context)
            default: return checkWritable(type, at: base.range, context)
            }
        }
    }

    private func checkOwner(_ variable: Variable, at range: SourceRange, _ context: Context) {
        guard case .function = context.frame.kind, variable.frame !== context.frame else { return }
        report(.outerAssignment(variable.name), at: range, context)
    }

    private func checkWritable(_ type: PolicyType, at range: SourceRange, _ context: Context) {
        switch type.known {
        case .list, .record, .keyedTable: report(.factAssignment(), at: range, context)
        case .text, .number, .boolean, .day, .duration, .function, .walk, .library:
            report(.notIndexable(type), at: range, context)
        case .ownTables(let numbers): checkModule(of: numbers, at: range, context)
        case .any, .nothing, .maybe: break
        }
    }

    /// Checks that tables, written to while a file loads, are not those of a module loaded before.
    private func checkModule(of numbers: [Int], at range: SourceRange, _ context: Context) {
        guard let loading else { return }
        let files = numbers.compactMap { ownTables[$0].file }
        if files.contains(where: { $0 != loading }) {
            report(.moduleAssignment(), at: range, context)
        }
    }
}
