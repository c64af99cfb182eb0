// The codes of communes and of associations.
// SPDX-License-Identifier: MIT

/// The code of a commune: its department's number, then its own, five characters in all.
///
/// Departments are 01 to 95 (2A and 2B for Corsica, no 20), 971 to 978, and 984 to 989 but 985.
public struct CodeINSEE: Hashable, Sendable {
    /// The five characters.
    public let code: String

    /// Takes five characters; throws what is wrong with them.
    public init(_ text: String) throws(IdentifierFault) {
        guard CodeINSEE.admits(Array(text.utf8).span) else {
            let isCorsican = text.hasPrefix("2A") || text.hasPrefix("2B")
            try IdentifierFault.checkDigits(
                isCorsican ? String(text.dropFirst(2)) : text, count: isCorsican ? 3 : 5)
            let isOverseas = text.hasPrefix("97") || text.hasPrefix("98")
            let department = String(text.prefix(isOverseas ? 3 : 2))
            guard isCorsican || Int(department).map(CodeINSEE.isDepartment) == true else {
                throw .unknownDepartment(department)
            }
            throw .noCommune
        }
        code = text
    }

    /// Whether bytes are such a code.
    static func admits(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count == 5 else { return false }
        let letter = bytes[1]
        if bytes[0] == UInt8(ascii: "2"), letter == UInt8(ascii: "A") || letter == UInt8(ascii: "B")
        {
            return Day.number(bytes.extracting(2..<5)).map { $0 > 0 } ?? false
        }
        guard let number = Day.number(bytes) else { return false }
        let isOverseas = number >= 97_000
        return isDepartment(number / (isOverseas ? 100 : 1000))
            && number % (isOverseas ? 100 : 1000) > 0
    }

    private static func isDepartment(_ number: Int) -> Bool {
        switch number {
        case 20, 985: false
        case 1...95, 971...978, 984...989: true
        default: false
        }
    }
}

/// The number of an association in the national register: `W` and nine digits.
///
/// Corsican numbers start with `W2A` or `W2B`.
public struct RNA: Hashable, Sendable {
    /// The ten characters.
    public let code: String

    /// Takes ten characters; throws what is wrong with them.
    public init(_ text: String) throws(IdentifierFault) {
        guard RNA.admits(Array(text.utf8).span) else {
            guard text.first == "W", text.count == 10 else {
                throw text.first == "W"
                    ? .wrongLength(expected: 10, found: text.count) : .wrongPrefix
            }
            let isCorsican = text.hasPrefix("W2A") || text.hasPrefix("W2B")
            try IdentifierFault.checkDigits(
                String(text.dropFirst(isCorsican ? 3 : 1)), count: isCorsican ? 7 : 9)
            throw .wrongPrefix
        }
        code = text
    }

    /// Whether bytes are such a number.
    static func admits(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count == 10, bytes[0] == UInt8(ascii: "W") else { return false }
        let letter = bytes[2]
        let isCorsican =
            bytes[1] == UInt8(ascii: "2")
            && (letter == UInt8(ascii: "A") || letter == UInt8(ascii: "B"))
        return IdentifierFault.areDigits(bytes.extracting((isCorsican ? 3 : 1)..<10))
    }
}

extension IdentifierKind {
    /// Whether bytes are such a code: what `check` lets pass.
    func admits(_ bytes: Span<UInt8>) -> Bool {
        switch self {
        case .siren: SIREN.admits(bytes)
        case .siret: SIRET.admits(bytes)
        case .codeInsee: CodeINSEE.admits(bytes)
        case .rna: RNA.admits(bytes)
        }
    }

    /// How many bytes each such code has.
    var length: Int {
        switch self {
        case .siren: 9
        case .siret: 14
        case .codeInsee: 5
        case .rna: 10
        }
    }

    /// Checks a text; throws what is wrong with it.
    public func check(_ text: String) throws(IdentifierFault) {
        switch self {
        case .siren: _ = try SIREN(text)
        case .siret: _ = try SIRET(text)
        case .codeInsee: _ = try CodeINSEE(text)
        case .rna: _ = try RNA(text)
        }
    }
}
