// Random dossiers that fit a schema, from a seed that failures print.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation

@testable import Labelling

/// The SplitMix64 generator (Steele, Lea and Flood, 2014): same seed, same numbers everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Draws the facts of dossiers.
struct RandomDossier {
    var generator: SplitMix64
    let schema: DossierSchema

    /// Texts that the shipped rules tell apart, by field; other texts are plain words.
    private static let telling: [String: [String]] = [
        "domaine": ["dechets", "Dechets", "eau", " "],
        "regime": ["pact-3", "pact-2", "expe-ct"],
        "categorie_juridique": ["7210", "7343", "7344", "9220", "0000"],
        "pays": ["ML", "NE", "BF", "MN", "MD", "DE", "TV", "FR"],
        "siren": ["245900428", "200046977", "404833048"],
        "siret": ["73282932000074"],
        "code_insee": ["59183", "2A004"],
        "rna": ["W000000001"],
    ]

    init(seed: UInt64, schema: DossierSchema) {
        generator = SplitMix64(seed: seed)
        self.schema = schema
    }

    /// A dossier in which every fact of the schema is present.
    mutating func complete(numero: String) -> Dossier {
        var facts = record(schema.root)
        facts["numero"] = .text(numero)
        return Dossier.made(numero: numero, facts: facts)
    }

    /// The same dossier without some of its optional facts, elements of lists kept.
    mutating func withHoles(_ dossier: Dossier, chance: Double) -> Dossier {
        let facts = withHoles(dossier.facts, schema.root, chance: chance)
        return Dossier.made(numero: dossier.numero, facts: facts)
    }

    /// The dossier with random values in place of what is absent.
    mutating func completed(_ dossier: Dossier) -> Dossier {
        Dossier.made(
            numero: dossier.numero, facts: completed(dossier.facts, schema.root))
    }

    private mutating func record(_ schema: RecordSchema) -> FactRecord {
        var facts = FactRecord()
        for field in schema.fields { facts[field.name] = fact(field) }
        return facts
    }

    private mutating func fact(_ field: FactField) -> Fact { fact(field.type, named: field.name) }

    private mutating func fact(_ type: FactType, named name: String) -> Fact {
        if let texts = RandomDossier.telling[name],
            let text = texts.randomElement(using: &generator)
        {
            return .text(text)
        }
        switch type {
        case .text, .country, .identifier:
            return .text(["mots", "autres mots", "Évêché"].randomElement(using: &generator) ?? "")
        case .closed(let list): return .text(list.values.randomElement(using: &generator) ?? "")
        case .integer, .decimal: return .integer(Int64.random(in: 0...2100, using: &generator))
        case .boolean: return .boolean(Bool.random(using: &generator))
        case .day: return .day(day())
        case .list(let element):
            let count = Int.random(in: 0...3, using: &generator)
            return .list((0..<count).map { _ in fact(element, named: "") })
        case .record(let schema): return .record(record(schema))
        }
    }

    /// Days over the years that the shipped rules name, month ends and leap days among them.
    private mutating func day() -> Day {
        let telling = ["2020-07-08", "2022-01-15", "2022-01-16", "2024-02-29", "2023-01-31"]
        if Int.random(in: 0..<5, using: &generator) == 0,
            let day = Day(iso: telling.randomElement(using: &generator) ?? "")
        {
            return day
        }
        return Day(ordinal: Int.random(in: 737_614...739_500, using: &generator)) ?? Day.reference
    }

    private mutating func withHoles(
        _ facts: FactRecord, _ schema: RecordSchema, chance: Double
    ) -> FactRecord {
        var result = facts
        for field in schema.fields {
            guard let fact = facts[field.name] else { continue }
            if !field.isRequired, Double.random(in: 0..<1, using: &generator) < chance {
                result[field.name] = nil
            } else {
                result[field.name] = withHoles(fact, field.type, chance: chance)
            }
        }
        return result
    }

    private mutating func withHoles(_ fact: Fact, _ type: FactType, chance: Double) -> Fact {
        switch (fact, type) {
        case (.record(let record), .record(let schema)):
            return .record(withHoles(record, schema, chance: chance))
        case (.list(let elements), .list(let type)):
            return .list(elements.map { withHoles($0, type, chance: chance) })
        default: return fact
        }
    }

    private mutating func completed(_ facts: FactRecord, _ schema: RecordSchema) -> FactRecord {
        var result = facts
        for field in schema.fields {
            guard let known = facts[field.name] else {
                result[field.name] = fact(field)
                continue
            }
            result[field.name] = completed(known, field.type)
        }
        return result
    }

    private mutating func completed(_ fact: Fact, _ type: FactType) -> Fact {
        switch (fact, type) {
        case (.record(let record), .record(let schema)): .record(completed(record, schema))
        case (.list(let elements), .list(let type)): .list(elements.map { completed($0, type) })
        default: fact
        }
    }
}

extension Day {
    /// 1 January 2021.
    static let reference = Day(ordinal: 737_791) ?? { preconditionFailure("a day of 2021") }()
}

extension Dossier {
    /// A dossier made of facts, without a file.
    static func made(numero: String, facts: FactRecord) -> Dossier {
        guard case .day(let filed) = facts["depose_le"] else {
            preconditionFailure("a dossier has a filing day")
        }
        return Dossier(
            numero: numero, deposeLe: filed, facts: facts, reasons: [:], fingerprint: "sha256:0")
    }
}
