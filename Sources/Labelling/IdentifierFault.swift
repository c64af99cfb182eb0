// What can be wrong with an official code.
// SPDX-License-Identifier: MIT

/// What is wrong with an official code.
public enum IdentifierFault: Error, Hashable, Sendable {
    /// It has too few or too many characters.
    case wrongLength(expected: Int, found: Int)
    /// It holds this character where a digit must stand.
    case notADigit(Character)
    /// Its key does not follow from its other digits: one of them is mistyped.
    case wrongKey
    /// Its first characters are no department's number.
    case unknownDepartment(String)
    /// It does not start with `W`.
    case wrongPrefix
    /// Its commune's number is zero.
    case noCommune
}

extension IdentifierFault {
    /// Checks that a text is made of a number of ASCII digits.
    static func checkDigits(_ text: String, count: Int) throws(IdentifierFault) {
        if let wrong = text.first(where: { !$0.isASCII || !$0.isNumber }) {
            throw .notADigit(wrong)
        }
        guard text.count == count else {
            throw .wrongLength(expected: count, found: text.count)
        }
    }

    /// The sum of Luhn's rule: each second digit from the right doubled, its digits added.
    static func luhnSum(_ digits: String) -> Int {
        digits.utf8.reversed().enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element - 0x30)
            let weighted = digit.offset % 2 == 0 ? value : value * 2
            return sum + weighted / 10 + weighted % 10
        }
    }
}
