// Sentences made of texts that officers typed.
// SPDX-License-Identifier: MIT

extension String {
    /// The text with its first letter in upper case.
    var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }

    /// The text ended by a full stop, unless it ends a sentence already.
    var sentence: String {
        guard let last, !".!?…".contains(last) else { return self }
        return self + "."
    }
}
