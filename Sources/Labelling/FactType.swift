// What a fact may be: the types of which the schema is made.
// SPDX-License-Identifier: MIT

/// The texts that a fact may take, and how to say each in French.
public struct ClosedList: Hashable, Sendable {
    /// What the list tells, such as `nature`.
    public let name: String
    /// The texts admitted, in the order in which to show them.
    public let values: [String]
    /// The French wording of each text.
    public let labels: [String: String]

    /// Makes a list from texts and their French wording, in order.
    public init(name: String, _ entries: KeyValuePairs<String, String>) {
        self.name = name
        values = entries.map(\.key)
        labels = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    }

    /// Makes a list of texts that word themselves.
    public init(name: String, values: [String]) {
        self.name = name
        self.values = values
        labels = Dictionary(values.map { ($0, $0) }) { first, _ in first }
    }

    /// Of its name and size alone, which tell lists apart nearly always.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(values.count)
    }
}

/// The official codes that are checked when a dossier is read.
public enum IdentifierKind: String, Hashable, Sendable, CaseIterable {
    /// Nine digits with a key: a body.
    case siren
    /// Fourteen digits with a key: an establishment.
    case siret
    /// Five characters: a commune.
    case codeInsee = "code_insee"
    /// `W` and nine digits: an association.
    case rna
}

/// What a fact may be.
public indirect enum FactType: Hashable, Sendable {
    /// Any text.
    case text
    /// A text of a closed list.
    case closed(ClosedList)
    /// A country, as ISO 3166-1 alpha-2 or `XK`.
    case country
    /// An official code.
    case identifier(IdentifierKind)
    /// A whole number.
    case integer
    /// A number.
    case decimal
    /// True or false.
    case boolean
    /// A day, `yyyy-mm-dd`.
    case day
    /// A list whose elements are all of one type, and never absent.
    case list(FactType)
    /// Named facts.
    case record(RecordSchema)
}

extension FactType {
    /// The record that this is, or that its elements are; nil for a single value.
    package var record: RecordSchema? {
        switch self {
        case .record(let record): record
        case .list(let element): element.record
        case .text, .closed, .country, .identifier, .integer, .decimal, .boolean, .day: nil
        }
    }

    /// Whether this is a whole number, or its elements are.
    fileprivate var isWhole: Bool {
        if case .list(let element) = self { element.isWhole } else { self == .integer }
    }
}

/// One fact that a record may hold.
public struct FactField: Hashable, Sendable {
    /// The key, in ASCII.
    public let name: String
    /// The French description: lower-case first letter, no full stop.
    public let title: String
    /// What the fact may be.
    public let type: FactType
    /// Whether a dossier without it is refused.
    public let isRequired: Bool
    /// The least that a number may be; nil for no bound.
    public let minimum: Int64?
    /// The most that a number may be; nil for no bound.
    public let maximum: Int64?
    /// The unit of a number, in French; nil where the title tells it.
    public let unit: String?
    /// Whether a date-time with offset is read too, as its day in Europe/Paris.
    public let acceptsDateTime: Bool
    /// Whether the fact may tell about a person: no text of a policy, table or diagnostic quotes it.
    public let isPersonal: Bool
    /// Whether the applicant may still change what it says: a counterfactual then may.
    public let isModifiable: Bool
    /// Whether no diagnostic shows a value of it: it is personal, or stands beside what is.
    let isHidden: Bool

    /// The greatest whole number that a dossier may hold, 2^53 - 1, and less its sign the least.
    ///
    /// Beyond it, programs that read JSON do not agree on numbers (RFC 7493, 2.2), and what rules add
    /// to one could leave Lua's integers.
    static let greatestWhole: Int64 = 9_007_199_254_740_991

    /// The whole numbers that it may be, where it is one; infinite where a number has no bound.
    var bounds: ClosedRange<Double> {
        let widest = type.isWhole ? Double(FactField.greatestWhole) : Double.infinity
        return (minimum.map(Double.init) ?? -widest)...(maximum.map(Double.init) ?? widest)
    }

    /// Describes a fact; optional, without bounds, about no person and not to be changed unless told
    /// otherwise.
    public init(
        _ name: String, _ title: String, _ type: FactType, isRequired: Bool = false,
        minimum: Int64? = nil, maximum: Int64? = nil, unit: String? = nil,
        acceptsDateTime: Bool = false, isPersonal: Bool = false, isModifiable: Bool = false
    ) {
        self.init(
            name, title, type, isRequired: isRequired, minimum: minimum, maximum: maximum,
            unit: unit, acceptsDateTime: acceptsDateTime, isPersonal: isPersonal,
            isModifiable: isModifiable, isHidden: isPersonal)
    }

    init(
        _ name: String, _ title: String, _ type: FactType, isRequired: Bool = false,
        minimum: Int64? = nil, maximum: Int64? = nil, unit: String? = nil,
        acceptsDateTime: Bool = false, isPersonal: Bool = false, isModifiable: Bool = false,
        isHidden: Bool
    ) {
        self.name = name
        self.title = title
        self.type = type
        self.isRequired = isRequired
        self.minimum = minimum
        self.maximum = maximum
        self.unit = unit
        self.acceptsDateTime = acceptsDateTime
        self.isPersonal = isPersonal
        self.isModifiable = isModifiable
        self.isHidden = isHidden
    }
}

/// The facts that a record may hold, in the order in which to show them.
public struct RecordSchema: Hashable, Sendable {
    /// In order; names are unique.
    public let fields: [FactField]

    /// Makes a schema; of fields with the same name the last one counts.
    public init(_ fields: [FactField]) {
        let names = fields.map(\.name)
        self.fields = fields.indices.filter { !names[($0 + 1)...].contains(names[$0]) }
            .map { fields[$0] }
    }

    /// The field of that name; nil when there is none.
    public func field(named name: String) -> FactField? { fields.first { $0.name == name } }
}
