// The names under which a regime may read facts.
// SPDX-License-Identifier: MIT

import LuaSyntax

/// Every name that stands as a key in the files of a regime: no rule reads a fact of another name.
struct ReadNames {
    /// The names; nil when a key is computed, so that any fact may be read.
    private var names: Set<String>?

    /// Collects the names of a regime's files and of its rules' texts.
    init(_ regime: Regime) {
        let keyed = Set(
            regime.declarations.tables.filter { $0.key != nil }.map(\.name.value))
        // The engine reads these for itself.
        var found: Set<String> = ["expertises", "demandes", "collectivite"]
        var isOpen = false
        func note(_ expression: Expression) {
            switch expression.kind {
            case .field(_, let name): found.insert(name.text)
            case .string(let literal): found.insert(literal.text)
            case .table(let fields):
                for field in fields {
                    if case .named(let name) = field.key { found.insert(name.text) }
                }
            case .index(let base, let key):
                if case .string = key.kind { return }
                if case .name(let name) = base.kind, keyed.contains(name.text) { return }
                isOpen = true
            default: return
            }
        }
        for file in regime.files {
            file.chunk.block.forEachStatement { statement in
                statement.expressions.forEach { $0.forEachExpression(note) }
            }
        }
        for rule in regime.declarations.rules {
            rule.template?.placeholders.forEach { $0.forEachExpression(note) }
        }
        names = isOpen ? nil : found
    }

    /// Whether facts of a name may be read.
    func contains(_ name: String) -> Bool { names?.contains(name) ?? true }
}
