// The names that a policy adds to the language, and where each may stand.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// The parameters, tables and calculs of all regimes, each name once.
struct PolicyNames: Sendable {
    /// The dossier's schema with the facts that the policy declares.
    let schema: DossierSchema
    /// By name; of a parameter that several regimes declare, the first.
    let parameters: [Parameter]
    /// By name.
    let tables: [DataTable]
    /// By name, each with its type where that is known.
    let calculs: [(nom: String, rule: Rule, type: FactType?)]
    /// For each folder, the names that rules there may read, sorted.
    let namesByFolder: [(folder: String, names: [String])]

    /// Gathers the names of a policy.
    init(_ policy: Policy) {
        schema = policy.schema
        let declarations = policy.regimes.map(\.declarations)
        parameters = declarations.flatMap(\.parameters).firstOfEach { $0.name.value }
        tables = declarations.flatMap(\.tables).firstOfEach { $0.name.value }
        calculs = policy.regimes.flatMap { regime in
            let book = NameBook(regime, schema: policy.schema, audience: .instructeur)
            return regime.declarations.rules.compactMap { rule in
                rule.nom.map { nom in
                    let prose = ExpressionProse(book, file: rule.file)
                    let type = rule.field("valeur").flatMap { prose.noun($0.expression).type }
                    return (nom: nom.value, rule: rule, type: type)
                }
            }
        }.firstOfEach { $0.nom }
        namesByFolder = PolicyNames.namesByFolder(policy)
    }

    /// Every name that a policy file may read without declaring it, sorted by bytes.
    var globals: [String] {
        let functions = Builtin.all.map { String($0.name.prefix { $0 != "." }) }
        let words =
            ConstructKind.allCases.filter { !$0.isTest }.map(\.rawValue)
            + Effect.allCases.map(\.rawValue)
        let own = namesByFolder.flatMap(\.names)
        let all =
            functions + words + own + PolicyNames.facts + TestStubs.names
            + ["debut", "require"]
        return Set(all).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The names under which rules read facts.
    static let facts = ["dossier", "collectivite", "expertise", "demande", "decision"]

    /// The record of each of `facts`, in their order.
    static func records(_ schema: DossierSchema) -> [(name: String, record: RecordSchema)] {
        let decision = RecordSchema([FactField("date", "jour de la décision", .day)])
        return facts.compactMap { name in
            switch name {
            case "dossier": (name, schema.root)
            case "decision": (name, decision)
            case "collectivite": schema.root.field(named: name)?.type.record.map { (name, $0) }
            default: schema.root.field(named: name + "s")?.type.record.map { (name, $0) }
            }
        }
    }

    /// A folder that several regimes take sees the names of each of them; modules see none.
    private static func namesByFolder(_ policy: Policy) -> [(folder: String, names: [String])] {
        var names: [String: Set<String>] = [:]
        for regime in policy.regimes {
            let declarations = regime.declarations
            let own =
                declarations.parameters.map(\.name.value) + declarations.tables.map(\.name.value)
                + declarations.rules.compactMap(\.nom?.value)
            for file in regime.files where !file.isModule {
                let folder = String(file.source.path.prefix { $0 != "/" })
                names[folder, default: []].formUnion(own)
            }
        }
        return names.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { folder in
            let own = names[folder, default: []]
            return (folder, own.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
    }
}

extension Array {
    /// The first element of each name, sorted by bytes of name.
    fileprivate func firstOfEach(_ name: (Element) -> String) -> [Element] {
        var seen: Set<String> = []
        return filter { seen.insert(name($0)).inserted }
            .sorted { name($0).utf8.lexicographicallyPrecedes(name($1).utf8) }
    }
}
