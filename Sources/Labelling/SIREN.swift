// The numbers of bodies and of their establishments.
// SPDX-License-Identifier: MIT

/// The number of a body in INSEE's register: nine digits, the last one a Luhn key.
///
/// ```swift
/// let dunkerque = try SIREN("245900428")
/// ```
public struct SIREN: Hashable, Sendable {
    /// The nine digits.
    public let digits: String

    /// Takes nine digits; throws what is wrong with them.
    public init(_ text: String) throws(IdentifierFault) {
        guard SIREN.admits(Array(text.utf8).span) else {
            try IdentifierFault.checkDigits(text, count: 9)
            throw .wrongKey
        }
        digits = text
    }

    /// Whether bytes are such a number.
    static func admits(_ bytes: Span<UInt8>) -> Bool {
        bytes.count == 9 && IdentifierFault.areDigits(bytes)
            && IdentifierFault.luhnSum(bytes) % 10 == 0
    }

    /// La Poste, whose establishments outnumber what Luhn's key allows.
    static let laPoste = 356_000_000
}

/// The number of an establishment: the body's SIREN and five digits, the last one a key.
///
/// The key is Luhn's; for La Poste, the sum of the fourteen digits may be a multiple of 5 instead.
/// Source: INSEE's documentation of the Sirene register.
public struct SIRET: Hashable, Sendable {
    /// The fourteen digits.
    public let digits: String

    /// Takes fourteen digits; throws what is wrong with them.
    public init(_ text: String) throws(IdentifierFault) {
        guard SIRET.admits(Array(text.utf8).span) else {
            try IdentifierFault.checkDigits(text, count: 14)
            throw .wrongKey
        }
        digits = text
    }

    /// Whether bytes are such a number.
    static func admits(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count == 14, IdentifierFault.areDigits(bytes) else { return false }
        if IdentifierFault.luhnSum(bytes) % 10 == 0 { return true }
        guard Day.number(bytes.extracting(0..<9)) == SIREN.laPoste else { return false }
        var sum = 0
        for index in bytes.indices { sum += Int(bytes[index] - 0x30) }
        return sum % 5 == 0
    }

    /// The first nine digits: the body's number.
    public var sirenDigits: String { String(digits.prefix(9)) }
}
