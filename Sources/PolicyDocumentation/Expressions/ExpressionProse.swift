// An expression of a rule as French that an officer reads aloud.
// SPDX-License-Identifier: MIT

package import Labelling
package import LuaSyntax
import PolicyEngine

/// Says the expressions of one file of a regime.
///
/// Nothing agrees in gender with the name of a fact, whose gender no one knows: values « valent »,
/// « dépassent » or « viennent avant ». What has no words is given as code.
package struct ExpressionProse: Sendable {
    let book: NameBook
    let locals: FileLocals
    /// What the parameters of the functions around stand for.
    var bindings: [String: NounPhrase] = [:]
    /// Whether the element meant is clear, so that its fields need not say whose they are.
    var depth = 0

    /// Says the expressions of a file, given by its index in the regime.
    package init(_ book: NameBook, file: Int) {
        self.book = book
        locals = book.locals(ofFile: file)
    }

    /// The same where names stand for what `debut` and the like do.
    func binding(_ name: String, to noun: NounPhrase) -> ExpressionProse {
        var inner = self
        inner.bindings[name] = noun
        return inner
    }

    /// What a function of the file returns, and how that is said for the arguments of a call.
    func formula(
        of name: String, _ arguments: [Expression]
    ) -> (prose: ExpressionProse, value: Expression)? {
        formula(of: name, arguments.map { noun($0) })
    }

    /// The same for arguments that have names already.
    ///
    /// Nil for a function that is called by its name: one that a comment describes, or that does
    /// more than return a value.
    func formula(
        of name: String, _ arguments: [NounPhrase]
    ) -> (prose: ExpressionProse, value: Expression)? {
        guard bindings[name] == nil, let formula = locals.definition(name)?.formula,
            formula.parameters.count == arguments.count
        else { return nil }
        var inner = self
        inner.bindings = Dictionary(
            zip(formula.parameters, arguments)
        ) { _, last in last }
        return (inner, formula.value)
    }

    /// The same for the `fin` of a validity, which sees `debut`.
    package var seeingStart: ExpressionProse {
        binding("debut", to: NounPhrase("le premier jour du label", .day))
    }

    // MARK: - Values

    /// The value that an expression gives, literals in the words of what it is compared with.
    package func noun(_ expression: Expression, as type: FactType? = nil) -> NounPhrase {
        if let constant = literal(expression) {
            var noun = NounPhrase(Prose(quoted(constant, as: type)), type ?? constant.factType)
            noun.constant = constant
            return noun
        }
        switch expression.kind {
        case .nilLiteral: return NounPhrase("rien")
        case .name(let name): return named(name.text) ?? code(expression)
        case .field(let base, let name): return field(name.text, of: base) ?? code(expression)
        case .index(let base, let key): return indexed(base, key)
        case .call(let callee, let arguments):
            return called(callee, arguments, as: type) ?? truth(of: expression)
        case .unary(let operation, let operand, _): return unary(operation, operand, expression)
        case .binary(let operation, let left, let right, _):
            return binary(operation, left, right) ?? truth(of: expression)
        case .table(let fields): return record(fields) ?? code(expression)
        case .parenthesized(let inner): return enclosed(inner, as: type)
        case .boolean, .number, .string, .varargs, .function, .methodCall:
            return code(expression)
        }
    }

    /// The literal that an expression is, or that a local of the file always holds.
    func literal(_ expression: Expression) -> Constant? {
        if case .name(let name) = expression.kind {
            guard let bound = bindings[name.text] else {
                return locals.literals[name.text]?.constant
            }
            return bound.constant
        }
        return expression.constant
    }

    /// An expression as it is written, or nothing of it where it names what must not be told.
    func code(_ expression: Expression) -> NounPhrase {
        guard !book.namesSecret(expression.mentionedNames) else {
            return NounPhrase("un calcul propre au service")
        }
        return NounPhrase(Prose(code: expression.lua))
    }

    /// A literal in a sentence: texts and labels in guillemets, days with their article.
    func quoted(_ constant: Constant, as type: FactType?) -> String {
        switch constant {
        case .text(""): return "un texte vide"
        case .text: return French.quoted(constant.french(as: type))
        case .day(let day): return "le " + French.day(day)
        case .list(let elements):
            let element: FactType? = if case .list(let type)? = type { type } else { type }
            return elements.isEmpty
                ? "une liste vide" : French.list(elements.map { quoted($0, as: element) })
        case .integer, .decimal, .boolean: return constant.french(as: type)
        }
    }

    private func enclosed(_ inner: Expression, as type: FactType?) -> NounPhrase {
        var noun = noun(inner, as: type)
        if inner.isArithmetic { noun.prose = "(\(noun.prose))" }
        return noun
    }

    // MARK: - Names

    private func named(_ name: String) -> NounPhrase? {
        if let bound = bindings[name] { return bound }
        if let noun = book.noun(of: name) { return noun }
        guard let definition = locals.definition(name) else { return nil }
        let words: Prose = definition.isFunction ? "la fonction " : "la valeur préparée "
        return NounPhrase(words + Prose(code: name))
    }

    /// « population », « dernier jour de validité » de cet élément.
    private func field(_ name: String, of base: Expression) -> NounPhrase? {
        let owner = noun(base)
        guard case .record(let record)? = owner.type, let field = record.field(named: name) else {
            return nil
        }
        let title = owner.isRow ? Prose(code: name) : Prose(French.quoted(field.title))
        var result = NounPhrase(title + owner.suffix, field.type)
        result.bare = (owner.isRow ? title : Prose(field.title)) + owner.suffix
        result.suffix = owner.suffix
        result.isFact = owner.isFact
        result.isYear = field.isYear
        if base.rootName == "decision" { result.prose = "le jour de la décision" }
        return result
    }

    /// The row of a table for a key, the element of a list at a place.
    private func indexed(_ base: Expression, _ key: Expression) -> NounPhrase {
        let owner = noun(base)
        if let table = owner.table {
            let keyType = table.columns.first { $0.name == table.key }?.type.factType
            let key = noun(key, as: keyType).prose
            var row = NounPhrase("la ligne \(key) du \(table.words)", owner.elementType)
            row.suffix = " (\(table.words), ligne \(key))"
            row.isRow = true
            return row
        }
        if let name = key.constant.flatMap(\.text), let field = field(name, of: base) {
            return field
        }
        let place = noun(key).prose
        var element = NounPhrase("l’élément \(place) \(owner.afterDe)", owner.elementType)
        element.suffix = " \(element.afterDe)"
        return element
    }

    /// A record that is written out: « type : mission ; année : 2019 ».
    private func record(_ fields: [TableField]) -> NounPhrase? {
        var parts: [Prose] = []
        for field in fields {
            let value = noun(field.value).prose
            switch field.key {
            case .positional: parts.append(value)
            case .named(let name): parts.append("\(code: name.text) : \(value)")
            case .computed: return nil
            }
        }
        return NounPhrase(parts.isEmpty ? "une liste vide" : Prose.joined(parts, " ; "))
    }
}
