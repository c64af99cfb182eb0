// Random dossiers that fit a schema and a regime, the same for the same seed on every machine.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling
public import PolicyEngine

/// The SplitMix64 generator (Steele, Lea and Flood, 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts from a seed.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A drawn dossier with its decision day.
public struct GeneratedDossier: Sendable {
    /// The dossier.
    public let json: JSONValue
    /// The decision day, on the filing day or up to a year after it.
    public let decisionDay: Day
}

/// Draws dossiers whose facts fit a schema, some of them absent, filed under one regime.
public struct DossierGenerator: Sendable {
    private var generator: SplitMix64
    private let schema: DossierSchema
    private let filing: ClosedRange<Int>
    /// Whether every fact of the dossier being drawn is there, and every list holds something.
    private var isComplete = false

    /// Published vectors, so that identifiers are right (La Poste, INSEE's examples).
    private static let identifiers: [IdentifierKind: [String]] = [
        .siren: ["404833048", "552008443", "732829320"], .siret: ["73282932000074"],
        .codeInsee: ["59183", "2A004", "67449"], .rna: ["W123456789"],
    ]

    /// Starts from a seed; dossiers are filed between the regime's bounds, ten years at most.
    public init(seed: UInt64, schema: DossierSchema, regime: RegimeDeclaration) {
        generator = SplitMix64(seed: seed)
        self.schema = schema
        let first = regime.period.du?.ordinal ?? (regime.period.jusquAu?.ordinal ?? 737_791) - 3652
        let last = min(regime.period.jusquAu?.ordinal ?? first + 3652, first + 3652)
        filing = first...max(first, last)
    }

    /// The next dossier.
    public mutating func dossier(numero: String) -> GeneratedDossier {
        isComplete = Bool.random(using: &generator)
        let filed = Int.random(in: filing, using: &generator)
        let delay = Bool.random(using: &generator) ? 0 : Int.random(in: 0...365, using: &generator)
        var json = record(schema.root, depth: 0)
        json["schema"] = .string(DossierSchema.identifier)
        json["numero"] = .string(numero)
        json["depose_le"] = day(filed)
        json["collectivite"]?["siret"] = nil
        return GeneratedDossier(
            json: json, decisionDay: Day(clamping: filed + delay))
    }

    private mutating func record(_ schema: RecordSchema, depth: Int) -> JSONValue {
        var members: [JSONValue.Member] = []
        for field in schema.fields {
            let isThere =
                field.isRequired || isComplete || Int.random(in: 0..<6, using: &generator) > 0
            if isThere { members.append(.init(field.name, fact(field, field.type, depth))) }
        }
        if members.isEmpty, let field = schema.fields.first {
            members.append(.init(field.name, fact(field, field.type, depth)))
        }
        return .object(members)
    }

    private mutating func fact(_ field: FactField, _ type: FactType, _ depth: Int) -> JSONValue {
        switch type {
        case .text: return .string(pick(["eau", "déchets", "mobilité", "culture"]))
        case .closed(let list): return .string(pick(list.values))
        case .country: return .string(pick(Country.codes))
        case .identifier(let kind): return .string(pick(DossierGenerator.identifiers[kind] ?? []))
        case .integer, .decimal: return .integer(number(field))
        case .boolean: return .boolean(Bool.random(using: &generator))
        case .day:
            return day(filing.lowerBound + Int.random(in: -1500...1500, using: &generator))
        case .list(let element):
            let count = Int.random(in: (isComplete ? 1 : 0)...2, using: &generator)
            return .array((0..<count).map { _ in fact(field, element, depth + 1) })
        case .record(let schema): return record(schema, depth: depth + 1)
        }
    }

    private mutating func number(_ field: FactField) -> Int64 {
        let least = field.minimum ?? 0
        let most = field.maximum ?? least + (Bool.random(using: &generator) ? 20 : 100_000)
        return Int64.random(in: least...max(least, most), using: &generator)
    }

    private mutating func pick(_ texts: [String]) -> String {
        texts.randomElement(using: &generator) ?? ""
    }

    private func day(_ ordinal: Int) -> JSONValue {
        .string(Day(clamping: ordinal).iso)
    }
}
