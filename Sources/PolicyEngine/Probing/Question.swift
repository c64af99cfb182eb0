// What a rule asks of a fact that it does not know.
// SPDX-License-Identifier: MIT

import LuaRuntime

/// One comparison, search or look-up that met an unknown fact.
package struct Question: Hashable, Sendable {
    /// What is done with the fact, as a Lua operator with the fact on its left.
    package enum Kind: String, Sendable {
        case equal = "=="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        /// The number of a list's elements, or of a text's bytes, is compared.
        case countEqual = "#=="
        case countLess = "#<"
        case countLessOrEqual = "#<="
        case countGreater = "#>"
        case countGreaterOrEqual = "#>="
        /// It is a key of the table whose name is the value.
        case key = "cle"
        /// A list is searched for the value, if there is one.
        case contains = "contient"
        /// A list's elements are walked; those that fit are counted where the value is true.
        case walk = "liste"
        /// A list is looked at for each element of another one, or of itself: a result may turn on
        /// several elements together.
        case crossed = "croise"
        /// It is read, whatever is done with it.
        case read = "lu"
        /// It is looked at whether it is there.
        case known = "connu"
        /// It is looked at whether it is filled in.
        case filled = "renseigne"
        /// It is compared with another unknown fact, and with what that turns out to be once it is known.
        case pair = "paire"
        /// A condition of a helper function depends on it: what follows is not asked yet.
        case condition = "si"
        /// Something that comes of it is compared, with the value if there is one.
        case opaque = "?"
    }

    /// What is done.
    package let kind: Kind
    /// The fact's path, or the absent object that holds it; a table's row `presence[TV]` too.
    package let path: String
    /// The other side; days stand as days, or as their ordinals where days were added.
    package let value: ShownValue
    /// Whether it is the fact itself that is compared, or a sum of it, not what a function made of it.
    package let isExact: Bool
    /// Whether a sum of the fact is compared: of a number with decimals it is rounded.
    package let isSum: Bool

    /// Makes a question.
    package init(
        kind: Kind, path: String, value: ShownValue, isExact: Bool, isSum: Bool = false
    ) {
        self.kind = kind
        self.path = path
        self.value = value
        self.isExact = isExact
        self.isSum = isSum
    }
}

extension Question {
    /// Reads what a probing machine noted: four values each.
    static func all(in items: [LuaValue]) -> [Question] {
        stride(from: 0, to: items.count - 3, by: 4).compactMap { index in
            guard let word = items[index].text, let kind = Kind(rawValue: word),
                let path = items[index + 1].text
            else { return nil }
            return Question(
                kind: kind, path: path, value: items[index + 2].shown ?? .opaque,
                isExact: items[index + 3] == .boolean(true) || items[index + 3].text == "somme",
                isSum: items[index + 3].text == "somme")
        }
    }
}
