// The French names of everything that the rules of a regime may name.
// SPDX-License-Identifier: MIT

package import Labelling
package import PolicyEngine

/// Whom a page is written for.
package enum Audience: String, Sendable, CaseIterable {
    /// Those who apply: nothing internal, nothing that must not be told.
    case `public`
    /// Those who examine: everything.
    case instructeur
}

/// Names facts, parameters, tables and calculs in French.
package struct NameBook: Sendable {
    /// Whom the names are for.
    package let audience: Audience
    private let roots: [String: NounPhrase]
    private let parameters: [String: Parameter]
    private let tables: [String: DataTable]
    private let calculs: [String: Rule]
    private let locals: [FileLocals]

    /// Gathers the names of a regime.
    package init(_ regime: Regime, schema: DossierSchema, audience: Audience) {
        self.audience = audience
        let declarations = regime.declarations
        parameters = Dictionary(
            declarations.parameters.map { ($0.name.value, $0) }
        ) { first, _ in first }
        tables = Dictionary(declarations.tables.map { ($0.name.value, $0) }) { first, _ in first }
        calculs = Dictionary(
            declarations.rules.compactMap { rule in rule.nom.map { ($0.value, rule) } }
        ) { first, _ in first }
        roots = NameBook.roots(schema)
        locals = regime.files.map(FileLocals.init)
    }

    /// What a name stands for; nil for a name of none of these kinds.
    func noun(of name: String) -> NounPhrase? {
        roots[name] ?? parameters[name].map(noun) ?? tables[name].map(noun)
            ?? calculs[name].map(noun)
    }

    /// The locals of a file of the regime.
    package func locals(ofFile index: Int) -> FileLocals { locals[index] }

    /// Whether an expression names a calcul that must not be told to this audience.
    func namesSecret(_ names: Set<String>) -> Bool {
        audience == .public && names.contains { calculs[$0]?.isCommunicable == false }
    }

    // MARK: - Nouns

    private func noun(_ parameter: Parameter) -> NounPhrase {
        let type = parameter.values.first?.value.value.factType
        let values = NameBook.values(of: parameter)
        var noun = NounPhrase("\(French.quoted(parameter.titre)) (\(values))", type)
        noun.bare = "\(parameter.titre) (\(values))"
        return noun
    }

    private func noun(_ table: DataTable) -> NounPhrase {
        let fields = table.columns.map { FactField($0.name, $0.name, $0.type.factType) }
        var noun = NounPhrase("le \(table.words)", .list(.record(RecordSchema(fields))))
        noun.table = table
        return noun
    }

    private func noun(_ calcul: Rule) -> NounPhrase {
        guard audience == .instructeur || calcul.isCommunicable else {
            return NounPhrase("un calcul propre au service")
        }
        let id = audience == .instructeur ? " (\(calcul.id.value))" : ""
        return NounPhrase("\(French.quoted(calcul.titre))\(id)")
    }

    /// « 10 coopérations », « 1 », « 10 jusqu’au 31 décembre 2021, puis 15 ».
    private static func values(of parameter: Parameter) -> String {
        parameter.values.map { value in
            let end = value.period.jusquAu.map { " jusqu’au \(French.day($0))" } ?? ""
            return amount(value.value.value, unit: parameter.unite) + end
        }.joined(separator: ", puis ")
    }

    /// A value with its unit, which policies write in the plural and so goes with no 0 nor 1.
    package static func amount(_ value: Constant, unit: String?) -> String {
        let isPlural = ![.integer(-1), .integer(0), .integer(1)].contains(value)
        return value.french(as: nil) + (unit.flatMap { isPlural ? " \($0)" : nil } ?? "")
    }

    private static func roots(_ schema: DossierSchema) -> [String: NounPhrase] {
        var roots: [String: NounPhrase] = [
            "dossier": fact("le dossier", .record(schema.root)),
            "decision": fact(
                "la décision",
                .record(RecordSchema([FactField("date", "jour de la décision", .day)]))),
        ]
        if let field = schema.root.field(named: "collectivite") {
            roots["collectivite"] = fact(Prose(French.quoted(field.title)), field.type)
        }
        for (name, list, words) in [
            ("expertise", "expertises", "l’expertise"), ("demande", "demandes", "la demande"),
        ] {
            guard case .list(let type)? = schema.root.field(named: list)?.type else { continue }
            roots[name] = fact(Prose(words), type)
        }
        return roots
    }

    private static func fact(_ prose: Prose, _ type: FactType) -> NounPhrase {
        var noun = NounPhrase(prose, type)
        noun.isFact = true
        return noun
    }
}

extension FactField {
    /// Whether its bounds are those of a year.
    var isYear: Bool { type == .integer && minimum == 1900 && maximum == 2100 }
}

extension DataTable {
    /// « tableau `presence` ».
    var words: Prose { "tableau \(code: name.value)" }
}
