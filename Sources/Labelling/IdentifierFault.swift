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

    /// Whether all bytes are ASCII digits.
    static func areDigits(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] &- 0x30 > 9 { return false }
        return true
    }

    /// The sum of Luhn's rule: each second digit from the right doubled, its digits added.
    static func luhnSum(_ digits: Span<UInt8>) -> Int {
        var sum = 0
        for index in digits.indices {
            let value = Int(digits[index] - 0x30)
            let isDoubled = (digits.count - index) % 2 == 0
            // The digits of a doubled digit beyond 9 add up to 9 less.
            sum += isDoubled ? (value < 5 ? value * 2 : value * 2 - 9) : value
        }
        return sum
    }
}
