// The values that a dossier holds.
// SPDX-License-Identifier: MIT

/// One value of a dossier.
///
/// There is no case for an absent fact: it has no entry in its record.
public indirect enum Fact: Hashable, Sendable {
    /// A text in NFC: free, or of a closed list, a country or an identifier.
    case text(String)
    /// A whole number.
    case integer(Int64)
    /// A number with decimals.
    case decimal(Double)
    /// True or false.
    case boolean(Bool)
    /// A day.
    case day(Day)
    /// A list in the order of the file; its elements are always there.
    case list([Fact])
    /// Named facts.
    case record(FactRecord)
}

/// Facts by their names; an absent fact has no entry.
public struct FactRecord: Hashable, Sendable {
    /// The facts that are there, without order.
    public var fields: [String: Fact]

    /// Makes a record of the facts that are there.
    public init(_ fields: [String: Fact] = [:]) { self.fields = fields }

    /// The fact of that name; nil when it is absent.
    public subscript(name: String) -> Fact? {
        get { fields[name] }
        set { fields[name] = newValue }
    }
}
