// The files of a regime in order, then its rules with what each field must be.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// Infers the plain Lua of every file, and notes what each construct sees.
    func inferFiles() {
        for (index, file) in regime.files.enumerated() where !skippedFiles.contains(index) {
            loading = index
            let frame = Frame(file: index, kind: .file, seesFacts: false)
            var context = Context(frame: frame, scope: nil, rule: nil)
            for statement in file.chunk.block.statements {
                if PolicyVocabulary.construct(of: statement) == nil {
                    check(statement, &context)
                } else {
                    constructScopes[index, default: []].append((statement.range, context.scope))
                }
            }
            if file.isModule { modules[file.chunk.moduleName] = table(handedOver: frame.returns) }
        }
        loading = nil
    }

    /// The type of a module's table; reports what is none.
    private func table(handedOver returns: [Return]) -> PolicyType {
        guard let last = returns.last else { return .any }
        if last.types.count == 1, let type = last.types.first {
            switch type.known {
            case .ownTables, .any: return type
            default: break
            }
        }
        findings.report(.moduleWithoutTable(), at: last.place)
        return .any
    }

    /// Infers the fields and texts of every rule.
    func inferRules() {
        for (index, rule) in regime.declarations.rules.enumerated()
        where !skippedFiles.contains(rule.file) {
            for field in rule.fields { check(field, of: rule, at: index) }
            let context = context(of: rule)
            for placeholder in rule.template?.placeholders ?? [] {
                checkPrintable(inferQuoted(placeholder, context), of: placeholder, context)
            }
        }
    }

    /// The type of a calcul's value; `any` for one that reads itself.
    func calculType(_ index: Int) -> PolicyType {
        if let type = calculTypes[index] { return type }
        calculTypes[index] = .any
        let rule = regime.declarations.rules[index]
        guard let field = rule.field("valeur"), !skippedFiles.contains(rule.file) else {
            return .any
        }
        let type = inferQuoted(field.expression, context(of: rule))
        calculTypes[index] = type
        return type
    }

    /// The type of what is printed: a placeholder, or the value of a calcul, which verdicts show
    /// and texts quote by its name.
    private func inferQuoted(_ expression: Expression, _ context: Context) -> PolicyType {
        inferringQuoted { infer(expression, context) }
    }

    /// Reports the locals that nothing reads.
    func reportUnusedLocals() {
        let unused = locals.keys.filter { !readLocals.contains($0) }.sorted {
            ($0.file, $0.range.lowerBound) < ($1.file, $1.range.lowerBound)
        }
        for place in unused {
            findings.report(.unusedLocal(locals[place] ?? ""), at: place)
        }
    }

    private func check(_ field: DeferredField, of rule: Rule, at index: Int) {
        let name = field.name.text
        let context = context(of: rule, extras: name == "fin" ? ["debut": .day] : [:])
        let place = context.place(field.expression.range)
        let type = name == "valeur" ? calculType(index) : infer(field.expression, context)
        switch name {
        case "si", "exige":
            requireTruth(type, of: field.expression, context)
            require(type, .boolean, what: "« \(name) »", at: place)
        case "points": require(type, .number(.either), what: "« points »", at: place)
        case "debut", "fin": require(type, .day, what: "« \(name) »", at: place)
        default: break
        }
    }

    /// What the expressions of a rule see.
    func context(of rule: Rule, extras: [String: PolicyType] = [:]) -> Context {
        let scope = constructScopes[rule.file]?.first { $0.range.contains(rule.range.lowerBound) }
        let frame = Frame(file: rule.file, kind: .rule, seesFacts: true, extras: extras)
        return Context(frame: frame, scope: scope?.scope, rule: RunningRule(rule))
    }

    private func checkPrintable(
        _ type: PolicyType, of expression: Expression, _ context: Context
    ) {
        switch type.known {
        case .record, .keyedTable, .function, .library, .walk:
            let finding = PolicyFinding.wrongType(
                "ce qui est entre accolades", expected: "un texte, un nombre ou un jour",
                found: type)
            report(finding, at: expression.range, context)
        case .any, .nothing, .boolean, .number, .text, .day, .duration, .list, .ownTables, .maybe:
            break
        }
    }
}
