// What the files of tests may name: the policy's own words.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The names of a policy, its optional folders included, that test files refer to.
struct TestVocabulary {
    /// What dossiers may hold.
    let schema: DossierSchema
    /// Every regime's identifier.
    let regimes: [String]
    /// Every rule's identifier, each once, sorted.
    let rules: [String]
    /// Every flag's identifier.
    let flags: [String]
    /// Every validity's identifier.
    let validities: [String]
    /// Every `nom` of a calcul.
    let calculs: [String]
    /// The names of priority levels.
    let levels: [String]
    /// The parameters, each with a value that it has.
    let parameters: [String: Constant]
    /// The tables, by name.
    let tables: [String: DataTable]
    /// The folders that an option may name: optional ones, and those that are included anyway.
    let options: [String]

    /// Collects the names of a policy in which every optional folder is turned on.
    init(_ policy: Policy, options: [String]) {
        let declarations = policy.regimes.map(\.declarations)
        let all = declarations.flatMap(\.rules)
        func ids(_ kind: RuleKind) -> [String] {
            Set(all.filter { $0.kind == kind }.map(\.id.value)).sorted()
        }
        schema = policy.schema
        regimes = policy.regimes.map(\.id)
        rules = Set(all.map(\.id.value)).sorted()
        flags = ids(.signalement)
        validities = ids(.validite)
        calculs = Set(all.compactMap(\.nom?.value)).sorted()
        levels = Set(declarations.flatMap(\.levels).flatMap(\.value.levels).map(\.name)).sorted()
        parameters = Dictionary(
            declarations.flatMap(\.parameters).compactMap { parameter in
                parameter.values.first.map { (parameter.name.value, $0.value.value) }
            }, uniquingKeysWith: { first, _ in first })
        tables = Dictionary(
            declarations.flatMap(\.tables).map { ($0.name.value, $0) },
            uniquingKeysWith: { first, _ in first })
        let included = policy.regimes.flatMap(\.declaration.includes).map(\.value)
        self.options = Set(options + included).sorted()
    }
}
