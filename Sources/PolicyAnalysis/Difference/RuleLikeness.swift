// How much two rules of two versions resemble each other, by title and text.
// SPDX-License-Identifier: MIT

import LuaSyntax
import PolicyEngine

extension RegimeMeaning {
    /// How much a rule resembles one of another version: 1 where all but numbers is the same, 0 where
    /// the kind or what it runs on differs, or where little of its conditions is left.
    func likeness(of rule: Int, to other: Int, in version: RegimeMeaning) -> Double {
        let (mine, its) = (rules[rule], version.rules[other])
        guard mine.rule.kind == its.rule.kind, mine.scope == its.scope else { return 0 }
        let conditions = words(of: rule).likeness(to: version.words(of: other))
        guard conditions >= RegimeMeaning.leastOfConditions else { return 0 }
        let titles = mine.rule.titre.words.likeness(to: its.rule.titre.words)
        let texts = mine.rule.template.words.likeness(to: its.rule.template.words)
        return 0.4 * conditions + 0.4 * titles + 0.2 * texts
    }

    private static let leastOfConditions = 0.6

    /// The words of a rule's expressions, every number one and the same.
    private func words(of rule: Int) -> [String] {
        expressions(of: rule).split(whereSeparator: \.isWhitespace).map { word in
            word.first?.isNumber == true ? "0" : String(word)
        }
    }
}

extension Template? {
    /// The words of its texts; none for no template.
    fileprivate var words: [String] {
        guard let template = self else { return [] }
        return template.pieces.flatMap { piece -> [String] in
            if case .text(let text) = piece { text.words } else { [] }
        }
    }
}

extension String {
    /// Its words without case, every number one and the same.
    fileprivate var words: [String] {
        lowercased().split { !($0.isLetter || $0.isNumber) }.map { word in
            word.first?.isNumber == true ? "0" : String(word)
        }
    }
}

extension [String] {
    /// The part of the words of both that both have, from 0 to 1; 1 where neither has any.
    fileprivate func likeness(to others: [String]) -> Double {
        guard !isEmpty || !others.isEmpty else { return 1 }
        var rest = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
        let shared = count { word in
            guard let left = rest[word], left > 0 else { return false }
            rest[word] = left - 1
            return true
        }
        return Double(2 * shared) / Double(count + others.count)
    }
}
