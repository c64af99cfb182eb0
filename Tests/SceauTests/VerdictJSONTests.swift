// Tests of a verdict as JSON and of its schema.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct VerdictJSONTests {
    @Test func `an incomplete dossier has every key in the order of the format`() throws {
        let json = Sample.incomplete.encoded(style: .pretty) + "\n"

        try expectRecorded(json, as: "modele-incomplet.json")
    }

    @Test func `keys stand in the documented order`() {
        #expect(
            keys(Sample.favorable.jsonValue) == [
                "schema", "dossier", "politique", "moteur", "date_decision", "avis", "motifs",
                "regles", "expertises", "priorite", "signalements", "calculs", "hypotheses",
                "manquants", "inconnus",
            ])
    }

    @Test func `a dossier without a regime has a null policy`() {
        let json = Sample.verdict(avis: .defavorable, hasRegime: false).jsonValue

        #expect(json["politique"] == .null)
        #expect(json["expertises"] == [])
    }

    @Test func `a failed priority has null points`() {
        let priority = Sample.failed.jsonValue["priorite"]

        #expect(priority?["points"] == .null)
        #expect(priority?["points_max"] == .null)
        #expect(priority?["niveau"] == .null)
    }

    @Test func `points keep their decimals and lose none`() {
        let verdict = Sample.verdict(
            avis: .favorable,
            priorite: Priority(
                points: 12.5, pointsMax: 40, niveau: nil, niveauMax: nil, regles: []))

        #expect(verdict.jsonValue["priorite"]?["points"] == .number(12.5))
        #expect(verdict.jsonValue["priorite"]?["points_max"] == .integer(40))
    }

    @Test func `the regime's transition is the first flag`() {
        let verdict = Sample.verdict(
            avis: .favorable,
            signalements: [Sample.rule(.signalement, "SIG-01", "Autre", .satisfaite)],
            transition: "Le régime a pris fin.")

        let flags = verdict.jsonValue["signalements"]?.elements ?? []

        #expect(flags.map { $0["id"] } == ["TRANSITION", "SIG-01"])
        #expect(flags.first?["motif"] == "Le régime a pris fin.")
        #expect(flags.first?["resultat"] == "satisfaite")
    }

    @Test func `days and durations are written in ISO 8601`() {
        let values: [ShownValue] = [.day(Sample.filed), .months(36), .days(15), .list(count: 4)]
        let verdict = Sample.verdict(
            avis: .favorable,
            calculs: values.map {
                Sample.rule(.calcul, "CAL-01", "Valeur", .satisfaite, valeur: $0, nom: "v")
            })

        let found = verdict.jsonValue["calculs"]?.elements.map { $0["valeur"] }

        #expect(found == ["2021-03-01", "P36M", "P15D", 4])
    }

    struct Written: CustomTestStringConvertible {
        let verdict: Verdict
        var testDescription: String { verdict.avis.rawValue }
    }

    @Test(arguments: [
        Written(verdict: Sample.incomplete), Written(verdict: Sample.favorable),
        Written(verdict: Sample.failed),
    ])
    func `the schema names exactly the keys that are written`(written: Written) {
        let root = VerdictSchema.json

        #expect(mismatches(written.verdict.jsonValue, root, in: root) == [])
    }

    /// The objects whose keys are not those that the schema requires, in its order.
    private func mismatches(_ value: JSONValue, _ schema: JSONValue, in root: JSONValue) -> [String]
    {
        if case .string(let reference)? = schema["$ref"] {
            let name = String(reference.dropFirst("#/$defs/".count))
            return mismatches(value, root["$defs"]?[name] ?? .null, in: root)
        }
        if let choices = schema["anyOf"]?.elements, value != .null {
            return mismatches(value, choices[0], in: root)
        }
        switch value {
        case .array(let elements):
            return elements.flatMap { mismatches($0, schema["items"] ?? .null, in: root) }
        case .object(let members):
            guard let properties = schema["properties"] else { return [] }
            let required = schema["required"]?.elements ?? []
            let names = members.map { JSONValue.string($0.key) }
            let here = names == required ? [] : ["\(names)"]
            return here
                + members.flatMap { mismatches($0.value, properties[$0.key] ?? .null, in: root) }
        default: return []
        }
    }

    private func keys(_ value: JSONValue) -> [String] {
        guard case .object(let members) = value else { return [] }
        return members.map(\.key)
    }
}

extension Verdict {
    /// The verdict as its JSON reads.
    fileprivate var jsonValue: JSONValue {
        let text = SourceText(path: "avis", text: encoded())
        return JSONReader.read(text).root.flatMap { JSONValue($0) } ?? .null
    }
}

extension JSONValue {
    fileprivate subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    fileprivate var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }
}
