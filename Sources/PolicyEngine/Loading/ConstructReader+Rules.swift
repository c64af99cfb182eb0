// Reads the five kinds of rules.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

extension ConstructReader {
    /// Reads `critere "ID" { … }` and its like.
    func rule(_ call: ConstructCall, _ kind: RuleKind) -> Rule {
        let table = call.table(findings)
        reportID(call)
        let consequence = consequence(table, kind)
        let isCommunicable = table.boolean("communicable")
        reportSecret(table, isCommunicable: isCommunicable)
        let fields = deferredFields(table, kind)
        return Rule(
            kind: kind, id: call.id, titre: table.text("titre"), source: table.text("source"),
            note: table.optionalText("note"), period: table.period(),
            rounding: table.choice("arrondi", among: DayRounding.self),
            isCommunicable: isCommunicable ?? true, motifSecret: table.optionalText("motif_secret"),
            fields: fields, effect: consequence.effect, template: consequence.template,
            nom: kind == .calcul ? table.locatedText("nom") : nil, range: call.range,
            decidingNames: FreeNames(of: Rule.expressions(of: fields)),
            names: FreeNames(of: Rule.expressions(of: fields, consequence.template)), file: 0)
    }

    private func reportID(_ call: ConstructCall) {
        let id = call.id.value
        let isWrong = id.unicodeScalars.contains { scalar in
            scalar.properties.isWhitespace
                || [.control, .format].contains(scalar.properties.generalCategory)
        }
        if id.isEmpty { findings.report(.emptyID(), at: call.id.range) }
        if isWrong { findings.report(.wrongID(id), at: call.id.range) }
    }

    /// A secret reason stands exactly where the reason is not to be told.
    private func reportSecret(_ table: ConstructTable, isCommunicable: Bool?) {
        if isCommunicable ?? (table["communicable"] == nil), let secret = table["motif_secret"] {
            findings.report(.secretOfPublicRule(), at: secret.name.range)
        }
        if isCommunicable == false, table["motif_secret"] == nil, let field = table["communicable"]
        {
            findings.report(.ruleWithoutSecret(in: table.owner), at: field.name.range)
        }
    }

    private func deferredFields(_ table: ConstructTable, _ kind: RuleKind) -> [DeferredField] {
        kind.deferredFields.compactMap { table[$0] }
            .sorted { $0.name.range.lowerBound < $1.name.range.lowerBound }
            .map { DeferredField(name: $0.name, expression: $0.value) }
    }

    private func consequence(
        _ table: ConstructTable, _ kind: RuleKind
    ) -> (effect: Effect?, template: Template?) {
        guard let name = kind.textField, let field = table[name] else { return (nil, nil) }
        guard kind == .critere else { return (nil, template(field.value, of: name)) }
        guard case .call(let callee, let arguments) = field.value.kind,
            case .name(let word) = callee.kind, arguments.count == 1
        else {
            findings.report(.wrongConsequence(field.value), at: field.value.range)
            return (nil, nil)
        }
        let effect = Effect(rawValue: word.text)
        if effect == nil { findings.report(.unknownEffect(word.text), at: word.range) }
        return (effect, template(arguments[0], of: name))
    }

    private func template(_ expression: Expression, of field: String) -> Template? {
        guard case .string(let literal) = expression.kind else {
            findings.report(.computedText(of: field, found: expression), at: expression.range)
            return nil
        }
        guard Literals(findings: findings).text(expression, of: field) != nil else { return nil }
        return TemplateReader.read(literal, range: expression.range, findings: findings)
    }
}
