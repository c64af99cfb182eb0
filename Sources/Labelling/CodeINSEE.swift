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
        let isCorsican = text.hasPrefix("2A") || text.hasPrefix("2B")
        try IdentifierFault.checkDigits(
            isCorsican ? String(text.dropFirst(2)) : text, count: isCorsican ? 3 : 5)
        let isOverseas = text.hasPrefix("97") || text.hasPrefix("98")
        let department = String(text.prefix(isOverseas ? 3 : 2))
        guard isCorsican || CodeINSEE.departments.contains(department) else {
            throw .unknownDepartment(department)
        }
        guard text.dropFirst(department.count).contains(where: { $0 != "0" }) else {
            throw .noCommune
        }
        code = text
    }

    private static let departments: Set<String> = {
        let mainland = (1...95).filter { $0 != 20 }.map { $0 < 10 ? "0\($0)" : "\($0)" }
        let overseas = (971...978).map { "\($0)" } + ["984", "986", "987", "988", "989"]
        return Set(mainland + overseas)
    }()
}

/// The number of an association in the national register: `W` and nine digits.
///
/// Corsican numbers start with `W2A` or `W2B`.
public struct RNA: Hashable, Sendable {
    /// The ten characters.
    public let code: String

    /// Takes ten characters; throws what is wrong with them.
    public init(_ text: String) throws(IdentifierFault) {
        guard text.first == "W" else { throw .wrongPrefix }
        guard text.count == 10 else { throw .wrongLength(expected: 10, found: text.count) }
        let isCorsican = text.hasPrefix("W2A") || text.hasPrefix("W2B")
        try IdentifierFault.checkDigits(
            String(text.dropFirst(isCorsican ? 3 : 1)), count: isCorsican ? 7 : 9)
        code = text
    }
}

extension IdentifierKind {
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
