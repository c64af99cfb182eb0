// The types that the checker infers for the expressions of a policy.
// SPDX-License-Identifier: MIT

package import Labelling

/// What an expression of a policy gives.
package indirect enum PolicyType: Hashable, Sendable {
    /// Not known to the checker, which then stays silent.
    case any
    /// Lua's `nil`.
    case nothing
    case boolean
    case number(NumberKind)
    case text(TextKind)
    case day
    case duration(DurationKind)
    /// A list that the dossier or the policy's declarations hold.
    case list(PolicyType, ListOrigin)
    /// Named facts, or a row of a table.
    case record(Record)
    /// A `donnees` with a key.
    case keyedTable(KeyedTable)
    /// A table built by a file, by its number; several when it is one of them, in order.
    case ownTables([Int])
    case function(FunctionReference)
    /// A library of functions, such as `math`.
    case library(String)
    /// What a `for` walks: what `ipairs` and `pairs` give.
    case walk(key: PolicyType, value: PolicyType)
    /// The type, or `nil`: what a look-up in a table of the file gives.
    case maybe(PolicyType)

    /// The kinds of Lua numbers.
    package enum NumberKind: Hashable, Sendable {
        case integer
        case float
        /// One or the other.
        case either
    }

    /// What is known of a text.
    package enum TextKind: Hashable, Sendable {
        case free
        case closed(ClosedList)
        /// A country code.
        case country
        /// One of the texts written in the policy.
        case literals([Literal])
    }

    /// A text written in the policy.
    package struct Literal: Hashable, Sendable {
        /// The text.
        package let text: String
        /// Where it stands.
        package let place: PolicyPlace
    }

    /// Months and days never compare, nor add.
    package enum DurationKind: Hashable, Sendable {
        case months, days
    }

    /// Where a list comes from.
    package enum ListOrigin: Hashable, Sendable {
        /// The dossier, or a `donnees` without key: it is walked, never indexed.
        case walked
        /// A parameter or a result.
        case plain
    }

    /// Which function.
    package enum FunctionReference: Hashable, Sendable {
        case builtin(String)
        /// A function of a file, by its number.
        case closure(Int)
    }

    /// A `donnees` with a key: a row by the value of its key column.
    package struct KeyedTable: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// The type of the key column.
        package let key: PolicyType
        /// What a row holds.
        package let row: Record
    }
}

extension PolicyType {
    /// The type's French name, for messages.
    package var name: String {
        switch self {
        case .any: "valeur"
        case .nothing: "nil"
        case .boolean: "booléen"
        case .number: "nombre"
        case .text: "texte"
        case .day: "jour"
        case .duration(.months): "durée en mois"
        case .duration(.days): "durée en jours"
        case .list: "liste"
        case .record: "fiche"
        case .keyedTable: "table de données"
        case .ownTables: "table"
        case .function, .walk: "fonction"
        case .library: "bibliothèque"
        case .maybe(let type): type.name
        }
    }

    /// The type without `nil`.
    package var known: PolicyType {
        if case .maybe(let type) = self { type.known } else { self }
    }

    /// Whether nothing is known of it.
    package var isUnknown: Bool {
        switch known {
        case .any, .nothing: true
        default: false
        }
    }
}
