// The names that the rules of a regime may use, with their types.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax

/// What the expressions of one regime see, beside locals and functions.
struct PolicyVocabulary {
    /// What a name that only rules see stands for.
    enum Meaning {
        case fact(PolicyType)
        case parameter(PolicyType)
        case table(PolicyType)
        /// The index of the rule in `Declarations.rules`.
        case calcul(rule: Int)

        /// The kind of thing, with its article elided to follow « d’ ».
        var what: String {
            switch self {
            case .fact: "un fait"
            case .parameter: "un paramètre"
            case .table: "une table"
            case .calcul: "un calcul"
            }
        }
    }

    /// Each name that only rules see.
    let meanings: [String: Meaning]
    /// For each field of the roots, how it is written: `nature` is `collectivite.nature`.
    let paths: [String: String]
    /// The fields that may tell about a person in every record that has them.
    let personal: Set<String>

    /// Gathers the names of a regime.
    init(_ regime: Regime, schema: DossierSchema) {
        let roots = PolicyVocabulary.roots(schema)
        var meanings: [String: Meaning] = [:]
        for (index, rule) in regime.declarations.rules.enumerated() {
            if let nom = rule.nom { meanings[nom.value] = .calcul(rule: index) }
        }
        for table in regime.declarations.tables {
            meanings[table.name.value] = .table(PolicyVocabulary.type(of: table))
        }
        for parameter in regime.declarations.parameters {
            let type = PolicyVocabulary.type(of: parameter, in: regime)
            meanings[parameter.name.value] = .parameter(type)
        }
        for (name, type) in roots { meanings[name] = .fact(type) }
        self.meanings = meanings
        paths = PolicyVocabulary.paths(of: roots)
        personal = PolicyVocabulary.personal(schema.root)
    }

    /// The names that always stand for a personal fact, under a record.
    private static func personal(_ root: RecordSchema) -> Set<String> {
        var names: (personal: Set<String>, others: Set<String>) = ([], [])
        var rest = [root]
        while let record = rest.popLast() {
            for field in record.fields {
                if field.isPersonal {
                    names.personal.insert(field.name)
                } else {
                    names.others.insert(field.name)
                }
                if let inner = field.type.record { rest.append(inner) }
            }
        }
        return names.personal.subtracting(names.others)
    }

    private static func roots(_ schema: DossierSchema) -> [(name: String, type: PolicyType)] {
        let dossier = PolicyType.Record(schema.root, named: "dossier")
        let decision = PolicyType.Record(
            title: "decision", isRow: false,
            fields: [PolicyType.Field(name: "date", type: .day)])
        var roots: [(name: String, type: PolicyType)] = [
            ("dossier", .record(dossier)), ("decision", .record(decision)),
            ("collectivite", dossier.type(of: "collectivite") ?? .any),
        ]
        for (name, list) in [("expertise", "expertises"), ("demande", "demandes")] {
            guard let field = schema.root.field(named: list), case .list(let element) = field.type
            else { continue }
            roots.append((name, PolicyType(element, named: name)))
        }
        return roots
    }

    private static func paths(of roots: [(name: String, type: PolicyType)]) -> [String: String] {
        var paths: [String: String] = [:]
        for (name, type) in roots {
            guard case .record(let record) = type else { continue }
            for field in record.fields { paths[field.name] = "\(name).\(field.name)" }
        }
        return paths
    }

    private static func type(of table: DataTable) -> PolicyType {
        let row = PolicyType.Record(rowOf: table)
        guard let key = table.key else { return .list(.record(row), .walked) }
        return .keyedTable(
            PolicyType.KeyedTable(
                name: table.name.value, key: row.type(of: key) ?? .any, row: row))
    }

    private static func type(of parameter: Parameter, in regime: Regime) -> PolicyType {
        let file = regime.files.firstIndex { file in
            file.declarations.parameters.contains { $0.name == parameter.name }
        }
        let types = parameter.values.map {
            PolicyType(
                $0.value.value, at: PolicyPlace(file: file ?? 0, range: $0.value.range))
        }
        return types.dropFirst().reduce(types.first ?? .any) { $0.joined(with: $1) }
    }
}
