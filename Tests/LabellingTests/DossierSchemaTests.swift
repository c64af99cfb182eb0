// What follows from the schema: the JSON Schema and the empty dossier.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

struct DossierSchemaTests {
    private func member(_ path: [String], of value: JSONValue) -> JSONValue? {
        path.reduce(value) { value, key in
            guard case .object(let members)? = value else { return nil }
            return members.first { $0.key == key }?.value
        }
    }

    @Test
    func `the JSON Schema names its draft and closes every object`() {
        let schema = DossierSchema.standard.jsonSchema()

        #expect(
            member(["$schema"], of: schema) == "https://json-schema.org/draft/2020-12/schema")
        #expect(member(["additionalProperties"], of: schema) == false)
        #expect(
            member(["required"], of: schema) == ["schema", "numero", "depose_le", "collectivite"])
        #expect(
            member(["properties", "collectivite", "required"], of: schema) == ["nom", "nature"])
        #expect(member(["properties", "schema", "const"], of: schema) == "sceau/dossier/1")
        let text = schema.encoded()
        let objects = text.split(separator: #""type":"object""#).count - 1
        let closed = text.split(separator: #""additionalProperties":false"#).count - 1
        #expect(objects == 12 && closed == 12)
    }

    @Test
    func `a personal fact is marked by the comment of JSON Schema`() {
        let schema = DossierSchema.standard.jsonSchema()

        let text = member(["properties", "demandes"], of: schema)?.encoded() ?? ""
        #expect(
            text.contains(
                #""objet":{"description":"objet de la demande","$comment":"fait personnel","#))
        #expect(!text.contains(#""organisme demandeur","$comment""#))
    }

    @Test
    func `an optional fact may be a value, null, or unknown with a reason`() {
        let schema = DossierSchema.standard.jsonSchema()

        #expect(
            member(["properties", "collectivite", "properties", "population"], of: schema) == [
                "description": "population (habitants)",
                "anyOf": [
                    ["type": "integer", "minimum": 0, "maximum": 9_007_199_254_740_991],
                    ["type": "null"], ["$ref": "#/$defs/inconnu"],
                ],
            ])
        #expect(
            member(["properties", "nature_demande", "anyOf"], of: schema) == [
                ["type": "string", "enum": ["premiere", "renouvellement", "extension"]],
                ["type": "null"], ["$ref": "#/$defs/inconnu"],
            ])
        #expect(
            member(["properties", "numero"], of: schema) == [
                "description": "numéro du dossier", "type": "string", "pattern": "\\S",
            ])
    }

    @Test
    func `a policy's complements are in the schema, the last declaration of a name counting`() {
        let schema = DossierSchema.standard
            .adding(complements: [FactField("a", "un", .boolean)])
            .adding(complements: [FactField("b", "deux", .integer), FactField("a", "trois", .text)])

        guard case .record(let complements)? = schema.root.field(named: "complements")?.type else {
            Issue.record("complements are no record")
            return
        }
        #expect(complements.fields.map(\.name) == ["b", "a"])
        #expect(complements.field(named: "a")?.title == "trois")
        #expect(
            member(["properties", "complements"], of: schema.jsonSchema()) != nil)
    }

    @Test
    func `the empty dossier has every key in order`() {
        let dossier = DossierSchema.standard.emptyDossier()

        guard case .object(let members) = dossier else {
            Issue.record("no object")
            return
        }
        #expect(
            members.map(\.key) == [
                "schema", "numero", "depose_le", "nature_demande", "objectifs", "collectivite",
                "expertises", "demandes", "partenariats", "labels", "pieces", "obligations",
                "complements",
            ])
        #expect(member(["partenariats"], of: dossier) == .null)
        #expect(member(["objectifs"], of: dossier) == .null)
        #expect(member(["obligations", "atlas_a_jour"], of: dossier) == .null)
    }

    @Test
    func `the empty dossier lacks only what is required`() throws {
        let text = DossierSchema.standard.emptyDossier().encoded(style: .pretty)

        let error = try #require(throws: DiagnosticsError.self) {
            try Dossier.read(SourceText(path: "d", text: text), schema: .standard)
        }

        #expect(error.diagnostics.map(\.code) == Array(repeating: "dossier.texte-vide", count: 4))
    }

    @Test
    func `closed lists word each of their values`() {
        let lists: [ClosedList] = [
            .natures, .requestKinds, .objectives, .referenceKinds, .expertStatuses, .requestOrigins,
        ]

        #expect(lists.map(\.values.count) == [24, 3, 3, 5, 3, 8])
        #expect(lists.allSatisfy { list in list.values.allSatisfy { list.labels[$0] != nil } })
        #expect(ClosedList.natures.labels["departement"] == "département")
        #expect(ClosedList(name: "x", values: ["a"]).labels == ["a": "a"])
    }
}
