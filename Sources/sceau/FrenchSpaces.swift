// French spacing of sentences that officers type with plain spaces.
// SPDX-License-Identifier: MIT

import Labelling

extension String {
    /// The text with no-break spaces where French typography wants them.
    ///
    /// Only plain spaces change: inside guillemets and before `; ! ? :`.
    var withFrenchSpaces: String {
        var result = ""
        var previous: Character = "\n"
        for (character, next) in zip(self, dropFirst() + "\n") {
            result +=
                character == " " ? String.space(between: previous, and: next) : String(character)
            previous = character
        }
        return result
    }

    private static func space(between previous: Character, and next: Character) -> String {
        switch (previous, next) {
        case ("«", _), (_, "»"), (_, ";"), (_, "!"), (_, "?"): French.narrowNoBreakSpace
        case (_, ":"): "\u{A0}"
        default: " "
        }
    }

    /// The text with its first letter in upper case.
    var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }

    /// The text ended by a full stop, unless it ends a sentence already.
    var sentence: String {
        guard let last, !".!?…".contains(last) else { return self }
        return self + "."
    }
}
