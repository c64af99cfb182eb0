// Reads what one policy file declares.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

/// A reader of the constructs of one file.
struct ConstructReader {
    /// The file.
    let chunk: Chunk
    /// The folder that holds it, and the tables that it names.
    let policy: PolicySource
    /// The file's findings.
    let findings: FileFindings

    /// Every construct of the file, in source order.
    func declarations() -> Declarations {
        var result = Declarations()
        var locals: Set<String> = []
        for statement in chunk.block.statements {
            locals.formUnion(statement.declaredNames)
            guard let call = ConstructCall(statement, locals: locals, findings: findings)
            else { continue }
            read(call, into: &result)
        }
        return result
    }

    private func read(_ call: ConstructCall, into result: inout Declarations) {
        switch call.kind {
        case .regime: result.regimes.append(regime(call))
        case .parametre: result.parameters.append(parameter(call))
        case .donnees: if let table = dataTable(call) { result.tables.append(table) }
        case .champ: if let fact = declaredFact(call) { result.facts.append(fact) }
        case .niveaux: result.levels.append(levels(call))
        case .critere: result.rules.append(rule(call, .critere))
        case .priorite: result.rules.append(rule(call, .priorite))
        case .validite: result.rules.append(rule(call, .validite))
        case .signalement: result.rules.append(rule(call, .signalement))
        case .calcul: result.rules.append(rule(call, .calcul))
        case .cas, .tableau, .propriete, .survivant:
            findings.report(.testInPolicy(call.kind), at: call.head)
        }
    }
}

extension Statement {
    /// The names that it declares for the rest of its block.
    var declaredNames: [String] {
        switch kind {
        case .local(let names, _): names.map(\.name.text)
        case .localFunction(let name, _): [name.text]
        default: []
        }
    }
}
