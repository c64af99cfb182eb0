// The names under which regimes may read facts.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

/// Every name that stands as a key in the files of regimes: no rule reads a fact of another name.
struct ReadNames {
    /// The names; nil when a key is computed, so that any fact may be read.
    private var names: Set<String>?

    /// Collects the names of the regimes' files and of their rules' texts; each file counts once.
    ///
    /// - Parameters:
    ///   - regimes: the regimes.
    ///   - isFilled: whether the text of a rule is filled, in the regime at a place; one that is not
    ///     reads nothing.
    init(_ regimes: [Regime], filling isFilled: (Rule, Int) -> Bool = { _, _ in true }) {
        let tables = regimes.flatMap(\.declarations.tables)
        let keyed = Set(tables.filter { $0.key != nil }.map(\.name.value))
            .subtracting(tables.filter { $0.key == nil }.map(\.name.value))
        // The engine reads these for itself.
        var found: Set<String> = ["expertises", "demandes", "collectivite"]
        var isOpen = false
        func note(_ expression: Expression) {
            switch expression.kind {
            case .field(_, let name): found.insert(name.text)
            case .string(let literal) where literal.isName: found.insert(literal.text)
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
        var seen: Set<String> = []
        for (place, regime) in regimes.enumerated() {
            for file in regime.files where seen.insert(file.source.path).inserted {
                file.chunk.block.forEachExpression(note)
            }
            for rule in regime.declarations.rules where isFilled(rule, place) {
                rule.template?.placeholders.forEach { $0.forEachExpression(note) }
            }
        }
        names = isOpen ? nil : found
    }

    /// Whether facts of a name may be read.
    func contains(_ name: String) -> Bool { names?.contains(name) ?? true }
}

extension StringLiteral {
    /// Whether it could name a fact; sentences cannot, and are not made texts.
    fileprivate var isName: Bool {
        bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
