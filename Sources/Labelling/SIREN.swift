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
        try IdentifierFault.checkDigits(text, count: 9)
        guard IdentifierFault.luhnSum(text) % 10 == 0 else { throw .wrongKey }
        digits = text
    }

    /// La Poste, whose establishments outnumber what Luhn's key allows.
    static let laPoste = "356000000"
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
        try IdentifierFault.checkDigits(text, count: 14)
        let isLuhn = IdentifierFault.luhnSum(text) % 10 == 0
        let sum = text.utf8.reduce(0) { $0 + Int($1 - 0x30) }
        guard isLuhn || (text.hasPrefix(SIREN.laPoste) && sum % 5 == 0) else { throw .wrongKey }
        digits = text
    }

    /// The first nine digits: the body's number.
    public var sirenDigits: String { String(digits.prefix(9)) }
}
