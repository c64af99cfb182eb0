// A condition in French: statements that must all hold, or of which one must.
// SPDX-License-Identifier: MIT

/// A condition as a tree of statements.
package indirect enum Condition: Hashable, Sendable {
    /// A statement such as « nature de l’organisme » est « commune ».
    case statement(Prose)
    /// All of them.
    case all([Condition])
    /// At least one of them.
    case any([Condition])
    /// Something of which a condition holds, such as « il y a … au moins un élément tel que ».
    case such(Prose, Condition)

    /// The condition within a sentence; a choice inside a list of conditions is in parentheses.
    package var inline: Prose {
        switch self {
        case .statement(let prose): prose
        case .all(let parts): Prose.joined(parts.map(\.enclosed), " et ")
        case .any(let parts): Prose.joined(parts.map(\.enclosed), " ou ")
        case .such(let lead, let part): part.inline.after(lead)
        }
    }

    private var enclosed: Prose {
        switch self {
        case .statement(let prose): prose
        case .such(_, .statement): inline
        case .all, .any, .such: "(\(inline))"
        }
    }

    /// The condition as a point that begins with a label, its parts as points below it.
    package func item(_ label: Prose) -> ListItem { item(label, ending: ".") }

    private func item(_ label: Prose, ending: String) -> ListItem {
        let (words, parts): (Prose, [Condition])
        switch self {
        case .statement(let prose): return ListItem(label + prose + Prose(ending))
        case .all(let all): (words, parts) = ("toutes ces conditions :", all)
        case .any(let any): (words, parts) = ("l’une au moins de ces conditions :", any)
        case .such(let lead, .all(let all)): (words, parts) = (lead + ", à la fois :", all)
        case .such(let lead, .any(let any)): (words, parts) = (lead + ", au choix :", any)
        case .such: return ListItem(label + inline + Prose(ending))
        }
        let children = parts.enumerated().map { index, part in
            part.item("", ending: index == parts.count - 1 ? ending : " ;")
        }
        return ListItem(label + words, children: children)
    }

    /// Both conditions, without a list inside a list of the same kind.
    static func all(_ left: Condition, _ right: Condition) -> Condition {
        .all(left.conjuncts + right.conjuncts)
    }

    /// Either condition, without a list inside a list of the same kind.
    static func any(_ left: Condition, _ right: Condition) -> Condition {
        .any(left.disjuncts + right.disjuncts)
    }

    private var conjuncts: [Condition] { if case .all(let parts) = self { parts } else { [self] } }

    private var disjuncts: [Condition] { if case .any(let parts) = self { parts } else { [self] } }
}
