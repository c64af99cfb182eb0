// Good dossiers, fact by fact.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

struct DossierTests {
    /// A dossier with the facts that none may lack, and some more at its top.
    private func text(_ more: String = "", deposeLe: String = "2020-07-08") -> String {
        #"{"schema": "sceau/dossier/1", "numero": "2020-017", "depose_le": "\#(deposeLe)", "#
            + #""collectivite": {"nom": "Ville", "nature": "commune"}\#(more)}"#
    }

    private func read(
        _ text: String, schema: DossierSchema = .standard
    ) throws(DiagnosticsError) -> Dossier {
        try Dossier.read(SourceText(path: "d.json", text: text), schema: schema)
    }

    private func codes(_ text: String, schema: DossierSchema = .standard) -> [String] {
        do throws(DiagnosticsError) {
            _ = try read(text, schema: schema)
            return []
        } catch {
            return error.diagnostics.map(\.code)
        }
    }

    @Test
    func `a dossier holds each fact with its type`() throws {
        let dossier = try read(
            text(
                #"""
                , "objectifs": ["promotion"],
                "expertises": [{"domaine": "dechets", "references": [],
                  "experts": [{"statut": "agent", "langues": ["fr", "en"], "jours_par_an": 10}]}],
                "demandes": [{"pays": "MN", "urgente": false, "recue_le": "2020-07-01"}]
                """#))

        let july = try #require(Day(iso: "2020-07-01"))
        let filed = try #require(Day(iso: "2020-07-08"))
        #expect(dossier.numero == "2020-017")
        #expect(dossier.deposeLe == filed)
        #expect(dossier.reasons == [:])
        #expect(
            dossier.facts
                == FactRecord([
                    "numero": .text("2020-017"), "depose_le": .day(filed),
                    "collectivite": .record(
                        FactRecord(["nom": .text("Ville"), "nature": .text("commune")])),
                    "objectifs": .list([.text("promotion")]),
                    "expertises": .list([
                        .record(
                            FactRecord([
                                "domaine": .text("dechets"), "references": .list([]),
                                "experts": .list([
                                    .record(
                                        FactRecord([
                                            "statut": .text("agent"),
                                            "langues": .list([.text("fr"), .text("en")]),
                                            "jours_par_an": .integer(10),
                                        ]))
                                ]),
                            ]))
                    ]),
                    "demandes": .list([
                        .record(
                            FactRecord([
                                "pays": .text("MN"), "urgente": .boolean(false),
                                "recue_le": .day(july),
                            ]))
                    ]),
                ]))
    }

    @Test
    func `null and absent are the same, an empty list is known`() throws {
        let dossier = try read(text(#", "labels": null, "pieces": []"#))

        #expect(dossier.facts["labels"] == nil)
        #expect(dossier.facts["obligations"] == nil)
        #expect(dossier.facts["pieces"] == .list([]))
    }

    @Test
    func `reasons of absence are kept by their paths`() throws {
        let dossier = try read(
            text(
                #"""
                , "labels": {"inconnu": "attendus"}, "obligations": {"atlas_a_jour": {"inconnu": "e\u0301"}},
                "expertises": [{}, {"experts": [{}, {"langues": {"inconnu": "à demander"}}]}]
                """#))

        #expect(
            dossier.reasons == [
                "labels": "attendus", "obligations.atlas_a_jour": "\u{E9}",
                "expertises[2].experts[2].langues": "à demander",
            ])
        #expect(dossier.facts["labels"] == nil)
        #expect(dossier.facts["obligations"] == .record(FactRecord()))
    }

    @Test
    func `the filing day of a date-time is the day in Paris`() throws {
        let late = try read(text(deposeLe: "2020-07-07T22:30:00Z"))

        #expect(late.deposeLe == Day(iso: "2020-07-08"))
        #expect(late.facts["depose_le"] == late.deposeLe.asFact)
    }

    @Test
    func `text is normalised to NFC`() throws {
        let dossier = try read(text(", \"labels\": [{\"domaine\": \"de\u{301}chets\"}]"))

        guard case .list(let labels)? = dossier.facts["labels"],
            case .record(let label)? = labels.first, case .text(let domaine)? = label["domaine"]
        else {
            Issue.record("no label was read")
            return
        }
        #expect(Array(domaine.utf8) == Array("d\u{E9}chets".utf8))
    }

    @Test
    func `the fingerprint is that of the bytes from brace to brace`() throws {
        // printf '%s' '{…}' | sha256sum
        let expected = "sha256:0cb876e39c09dc3624d7b1598c08dbf1c6a1fcb7a673d4e5688fee025bba1625"

        #expect(try read(text()).fingerprint == expected)
        #expect(try read("\u{FEFF} \n" + text() + "\r\n").fingerprint == expected)
        #expect(try read(text(" ")).fingerprint != expected)
    }

    @Test
    func `all the faults of a file come at once, by place`() {
        #expect(
            codes(
                #"{"schema": 1, "numero": "", "depose_le": "x", "autre": 1, "#
                    + #""collectivite": {"nom": 2}}"#)
                == [
                    "dossier.schema", "dossier.texte-vide", "dossier.date", "dossier.champ-inconnu",
                    "dossier.champ-manquant", "dossier.type",
                ])
    }

    @Test
    func `a fault of syntax hides no fault of content, and makes no false one`() {
        #expect(
            codes(text(#", "labels": 3, "pieces": vrai"#)) == ["dossier.type", "json.mot-inconnu"])
        #expect(codes(#"{"schema": "sceau/dossier/1", "numero": }"#) == ["json.valeur-manquante"])
    }

    @Test
    func `a complement is read as the policy declares it`() throws {
        let schema = DossierSchema.standard.adding(complements: [
            FactField("budget", "budget", .decimal, minimum: 0, unit: "euros"),
            FactField("visite_le", "jour de la visite", .day),
        ])
        let good = text(#", "complements": {"budget": 3, "visite_le": "2021-01-02"}"#)

        let visit = try #require(Day(iso: "2021-01-02"))
        #expect(
            try read(good, schema: schema).facts["complements"]
                == .record(FactRecord(["budget": .decimal(3), "visite_le": .day(visit)])))
        #expect(codes(good) == ["dossier.champ-inconnu", "dossier.champ-inconnu"])
        #expect(
            codes(text(#", "complements": {"budget": -0.5}"#), schema: schema)
                == ["dossier.nombre-hors-limites"])
        #expect(
            codes(text(#", "complements": {"budget": "3,5"}"#), schema: schema)
                == ["dossier.type"])
    }

    @Test
    func `bounds are admitted themselves`() {
        #expect(codes(text(#", "partenariats": [{"depuis": 1900}, {"depuis": 2100}]"#)) == [])
        #expect(
            codes(text(#", "partenariats": [{"depuis": 1899}, {"depuis": 2101}]"#))
                == ["dossier.nombre-hors-limites", "dossier.nombre-hors-limites"])
    }

    @Test
    func `free text may be blank, hold tabs and line breaks, and nothing stranger`() {
        #expect(
            codes(text(#", "expertises": [{"savoir_faire": " ", "conditions": "a\tb\r\nc"}]"#))
                == [])
        #expect(
            codes(text(#", "expertises": [{"savoir_faire": "\u0007"}]"#))
                == ["dossier.caractere-de-controle"])
        #expect(
            codes(text(#", "labels": {"inconnu": "\u009b"}"#))
                == ["dossier.caractere-de-controle"])
    }

    @Test func `a reason is a text like any other, of 64 Kio at most`() throws {
        let longest = String(repeating: "é", count: 32_768)

        #expect(
            try read(text(#", "labels": {"inconnu": "\#(longest)"}"#)).reasons
                == ["labels": longest])
        #expect(
            codes(text(#", "labels": {"inconnu": "\#(longest)."}"#)) == ["dossier.texte-trop-long"])
    }

    @Test(arguments: [
        ("01/03/2021", "2021-03-01"), ("1/3/2021", "2021-03-01"), ("31.12.2021", "2021-12-31"),
        ("2021/3/1", "2021-03-01"), ("20210301", "2021-03-01"), ("1er août 2021", "2021-08-01"),
        ("8 Juillet 2021", "2021-07-08"), ("8 juillet 2021", "2021-07-08"),
        ("30/02/2021", nil), ("12/2021", nil), ("01/03/21", nil), ("mars", nil),
    ])
    func `a date in another form is refused with the day that it tells`(
        date: String, proposal: String?
    ) throws {
        let error = try #require(throws: DiagnosticsError.self) {
            try read(text(deposeLe: date))
        }

        #expect(error.diagnostics.map(\.code) == ["dossier.date"])
        #expect(error.diagnostics.first?.fix?.replacement == proposal.map { "\"\($0)\"" })
    }
}

extension Day {
    fileprivate var asFact: Fact { .day(self) }
}
