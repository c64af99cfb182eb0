// What an expression stands for, as the subject or the object of a sentence.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// A value named in French.
package struct NounPhrase: Sendable {
    /// The name in a sentence: « population ».
    package var prose: Prose
    /// The name of a fact or a cell without guillemets, for texts that have their own; nil if none.
    var bare: Prose?
    /// What follows the name of a field of it: « de cet élément ».
    var suffix = Prose()
    /// What it may be, as the dossier schema says it; nil where that is not known.
    var type: FactType?
    /// Whether it comes from the dossier.
    var isFact = false
    /// The literal that it is, if it is one.
    var constant: Constant?
    /// Whether what follows it in a sentence could be taken for a part of it.
    var isCompound = false
    /// Whether it is a row of a table, whose columns have names and no titles.
    var isRow = false
    /// Whether it is a year, which is written without a space between its digits.
    var isYear = false
    /// The table that it is, if it is one.
    var table: DataTable?

    /// Names a value.
    init(_ prose: Prose, _ type: FactType? = nil) {
        self.prose = prose
        self.type = type
    }

    /// The name among others, in parentheses where it could be taken for a part of them.
    var operand: Prose { isCompound ? "(\(prose))" : prose }

    /// The same name, of which what follows could be taken for a part.
    var compound: NounPhrase {
        var compound = self
        compound.isCompound = true
        return compound
    }

    /// What its elements are called.
    var element: ElementNoun { table == nil ? .element : .row }

    /// « dans « experts mobilisables » », « dans le tableau « suspensions » ».
    var inside: Prose { "dans \(prose)" }

    /// The name after « de », contracted: « du tableau « suspensions » ».
    var afterDe: Prose { prose.contracted("de ", le: "du ", les: "des ") }

    /// The name after « à », contracted.
    var afterA: Prose { prose.contracted("à ", le: "au ", les: "aux ") }

    /// The type of its elements, if it is a list or a table.
    var elementType: FactType? { if case .list(let element)? = type { element } else { nil } }
}

/// The word for one thing of a list or of a table.
enum ElementNoun {
    case element, row

    var singular: String { self == .element ? "élément" : "ligne" }
    var plural: String { self == .element ? "éléments" : "lignes" }
    /// « cet élément ».
    var demonstrative: String { self == .element ? "cet élément" : "cette ligne" }
    /// « le premier élément ».
    var first: String { self == .element ? "le premier élément" : "la première ligne" }
    /// « au moins un élément ».
    var some: String { self == .element ? "au moins un élément" : "au moins une ligne" }
    /// « aucun élément ».
    var none: String { self == .element ? "aucun élément" : "aucune ligne" }
    /// « tel que », which agrees with what is before it.
    func such(_ count: GrammaticalNumber) -> String {
        switch (self, count) {
        case (.element, .one): "tel que"
        case (.row, .one): "telle que"
        case (.element, .several): "tels que"
        case (.row, .several): "telles que"
        }
    }
}

/// Singular or plural.
enum GrammaticalNumber {
    case one, several
}

extension Prose {
    /// The sentence after words whose last, « que », loses its vowel before another.
    func after(_ words: Prose) -> Prose {
        guard case .text(let text)? = inlines.first, words.plain.hasSuffix(" que"),
            ["il ", "on ", "un "].contains(where: text.hasPrefix)
        else { return "\(words) \(self)" }
        return words.droppingLast + "’" + self
    }

    /// The sentence without its last letter.
    private var droppingLast: Prose {
        guard case .text(let text)? = inlines.last else { return self }
        return inlines.dropLast().reduce(into: Prose()) { $0.append($1) }
            + Prose(String(text.dropLast()))
    }

    /// The sentence after a preposition, which melts into « le » and « les ».
    fileprivate func contracted(_ plain: String, le: String, les: String) -> Prose {
        guard case .text(let text)? = inlines.first else { return Prose(plain) + self }
        for (article, melted) in [("le ", le), ("les ", les)] where text.hasPrefix(article) {
            var result = Prose(melted + text.dropFirst(article.count))
            inlines.dropFirst().forEach { result.append($0) }
            return result
        }
        return Prose(text.hasPrefix("un ") && plain == "de " ? "d’" : plain) + self
    }
}
