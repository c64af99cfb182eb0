// What is asked of the elements of a list or of the rows of a table.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax
import PolicyEngine

extension ExpressionProse {
    /// `existe(list, selector)`.
    func some(_ list: Expression, _ selector: Expression, _ isNegated: Bool) -> Condition {
        let owner = noun(list)
        let count = isNegated ? owner.element.none : owner.element.some
        let verb = isNegated ? "il n’y a" : "il y a"
        return .such(
            "\(verb) \(owner.inside) \(count) \(relative(owner, selector, .one))",
            suitable(owner, selector, isNegated: false))
    }

    /// `tous(list, selector)`; its contrary is one element that does not suit.
    func every(_ list: Expression, _ selector: Expression, _ isNegated: Bool) -> Condition {
        let owner = noun(list)
        let such = suitable(owner, selector, isNegated: isNegated)
        guard isNegated else {
            let each: Prose = "chaque \(owner.element.singular) \(owner.afterDe)"
            return .such("\(each) est \(owner.element.such(.one))", such)
        }
        let lead: Prose = "il y a \(owner.inside) \(owner.element.some)"
        return .such("\(lead) \(owner.element.such(.one))", such)
    }

    /// `nombre(list)` and `compte(list, selector)`.
    func count(_ list: Expression, _ selector: Expression? = nil) -> NounPhrase {
        let owner = noun(list)
        let elements = owner.element == .row ? "de lignes" : "d’éléments"
        let which: Prose = selector.map { " \(those(owner, $0, .several))" } ?? ""
        let noun = NounPhrase("le nombre \(elements) \(owner.afterDe)\(which)", .integer)
        return selector == nil ? noun : noun.compound
    }

    /// `somme(list, selector)`.
    func total(_ list: Expression, _ selector: Expression) -> NounPhrase {
        let owner = noun(list)
        let end: Prose = "pour tous les \(owner.element.plural) \(owner.afterDe)"
        guard let (inner, value) = entering(owner, selector, isNamed: false) else {
            return NounPhrase("le total de ce que donne \(noun(selector).prose) \(end)", .decimal)
        }
        return NounPhrase("le total \(inner.noun(value).afterDe) \(end)", .decimal)
    }

    /// `premier(list, selector, otherwise)`.
    func first(
        _ list: Expression, _ selector: Expression, _ otherwise: Expression?
    ) -> NounPhrase {
        let owner = noun(list)
        var prose: Prose =
            "\(owner.element.first) \(owner.afterDe) \(those(owner, selector, .one))"
        if let otherwise { prose.append(" (à défaut : \(noun(otherwise).prose))") }
        var result = NounPhrase(prose, owner.elementType)
        result.isFact = owner.isFact
        result.isRow = owner.table != nil
        result.suffix = " \(result.afterDe)"
        return result
    }

    // MARK: - Selectors

    /// « dont » before the fields of a record, « tel que » before anything else.
    private func relative(
        _ owner: NounPhrase, _ selector: Expression, _ number: GrammaticalNumber
    ) -> Prose {
        if case .table = selector.unwrapped.kind { return "dont" }
        return Prose(owner.element.such(number))
    }

    /// « dont « statut de l’expert » est « élu » », « tel que … ».
    private func those(
        _ owner: NounPhrase, _ selector: Expression, _ number: GrammaticalNumber
    ) -> Prose {
        suitable(owner, selector, isNegated: false).inline.after(relative(owner, selector, number))
    }

    /// What a selector asks of an element.
    private func suitable(
        _ owner: NounPhrase, _ selector: Expression, isNegated: Bool
    ) -> Condition {
        if case .table(let fields) = selector.unwrapped.kind {
            return matching(owner, fields, isNegated: isNegated)
        }
        if let (inner, value) = entering(owner, selector) {
            return inner.condition(value, isNegated: isNegated)
        }
        let answer = isNegated ? "non" : "oui"
        let function: Prose =
            if case .function = selector.unwrapped.kind {
                "la fonction \(code(selector).prose)"
            } else {
                noun(selector).prose
            }
        return .statement("\(function) répond \(answer) pour \(owner.element.demonstrative)")
    }

    /// The values that a record of an element must have.
    private func matching(
        _ owner: NounPhrase, _ fields: [TableField], isNegated: Bool
    ) -> Condition {
        let record: RecordSchema? =
            if case .record(let record)? = owner.elementType { record } else { nil }
        let parts = fields.map { field -> Condition in
            guard case .named(let name) = field.key else {
                return .statement(noun(field.value).prose)
            }
            let known = record?.field(named: name.text)
            let title =
                owner.table == nil
                ? Prose(French.quoted(known?.title ?? name.text)) : Prose(code: name.text)
            var subject = NounPhrase(title, known?.type)
            subject.isFact = owner.isFact
            subject.isYear = known?.isYear ?? false
            return .statement(comparison(subject, .equal, field.value, isNegated: isNegated))
        }
        if parts.count == 1 { return parts[0] }
        return isNegated ? .any(parts) : .all(parts)
    }

    /// The value of a function of one `return`, where its parameter stands for an element.
    ///
    /// Where the sentence names the element itself, its fields need not say whose they are.
    private func entering(
        _ owner: NounPhrase, _ selector: Expression, isNamed: Bool = true
    ) -> (ExpressionProse, Expression)? {
        guard let parameter = parameter(of: selector) else { return nil }
        var words = Prose(owner.element.demonstrative)
        // Inside another function « cet élément » would be said of two things.
        if depth > 0 { words.append(" (\(code: parameter))") }
        var element = NounPhrase(words, owner.elementType)
        if isNamed { element.suffix = " \(element.afterDe)" }
        element.isFact = owner.isFact
        element.isRow = owner.table != nil
        guard let (opened, value) = opened(selector, for: element) else { return nil }
        var inner = opened
        inner.depth += 1
        return (inner, value)
    }

    /// The name of what a selector is given.
    private func parameter(of selector: Expression) -> String? {
        switch selector.unwrapped.kind {
        case .function(let body): body.parameters.first?.text
        case .name(let name): locals.definition(name.text)?.formula?.parameters.first
        default: nil
        }
    }

    /// What a selector of one `return` gives for an element.
    private func opened(
        _ selector: Expression, for element: NounPhrase
    ) -> (ExpressionProse, Expression)? {
        switch selector.unwrapped.kind {
        case .name(let name): return formula(of: name.text, [element])
        case .function(let body):
            guard let parameter = body.parameters.first, body.block.statements.count == 1,
                case .returnValues(let values) = body.block.statements[0].kind, values.count == 1
            else { return nil }
            return (binding(parameter.text, to: element), values[0])
        default: return nil
        }
    }
}
