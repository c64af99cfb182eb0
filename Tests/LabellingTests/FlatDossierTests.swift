// What the flat reader accepts, and that it accepts nothing else than the full one.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import Testing

struct FlatDossierTests {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func files(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: repository.appending(path: folder).path())
        return (names ?? []).filter { $0.hasSuffix(".json") && !$0.hasSuffix(".avis.json") }
            .sorted().map { folder + "/" + $0 }
    }

    private static func bytes(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: repository.appending(path: file)))
    }

    /// A policy's own facts, of every kind that it can declare.
    static let schema = DossierSchema.standard.adding(complements: [
        FactField("taux", "taux", .decimal, minimum: 0, maximum: 100),
        FactField("ecart", "écart", .decimal),
        FactField("solde", "solde", .integer),
        FactField(
            "avis", "avis", .closed(ClosedList(name: "avis", values: ["oui", "à voir", " "]))),
        FactField("mesures", "mesures", .list(.list(.decimal))),
        FactField("un_nom_de_trente_deux_caracteres", "nom long", .boolean),
        FactField("siret", "numéro SIRET", .text),
        FactField("inconnu", "fait au nom trompeur", .text),
    ])

    static func flat(keeping: (String) -> Bool = { _ in true }) -> FlatDossier {
        FlatDossier(FlatSchema(schema, keeping: keeping))
    }

    /// A dossier with some members more, and members of its body more.
    static func dossier(_ members: String = "", body: String = "") -> [UInt8] {
        let start = #"{"schema":"sceau/dossier/1","numero":"N-1","depose_le":"2020-07-08","#
        let nature = #""collectivite":{"nom":"Lyon","nature":"commune""#
        return Array((start + nature + body + "}" + members + "}").utf8)
    }

    @Test(arguments: files(in: "Tests/LabellingTests/Malformed"))
    func `a spoilt dossier is left to the full reader`(file: String) throws {
        let bytes = try FlatDossierTests.bytes(file)
        var flat = FlatDossierTests.flat()

        let isRead = flat.read(bytes)

        #expect(!isRead)
    }

    @Test(arguments: files(in: "examples") + files(in: "policies/tests/dossiers"))
    func `examples are read to the facts of the full reader`(file: String) throws {
        let bytes = try FlatDossierTests.bytes(file)
        var flat = FlatDossierTests.flat()

        let isRead = flat.read(bytes)

        let isUnusual = [
            "examples/mauvais-siren.json", "examples/saint-denis-sans-insee.json",
        ].contains(file)
        #expect(isRead != isUnusual)
        guard isRead else { return }
        let source = SourceText(path: file, bytes: bytes)
        let dossier = try Dossier.read(source, schema: FlatDossierTests.schema)
        #expect(flat.facts == dossier.facts)
        #expect(String(decoding: flat.bytes[flat.numero], as: UTF8.self) == dossier.numero)
        #expect(flat.deposeLe == dossier.deposeLe)
        #expect(dossier.reasons.isEmpty)
        #expect(Fingerprint.of(bytes[flat.object]) == dossier.fingerprint)
    }
}

// MARK: - The whole

extension FlatDossierTests {
    struct Text: CustomTestStringConvertible {
        let testDescription: String
        let json: String
        let isRead: Bool
    }

    static let texts = [
        Text(
            testDescription: "another order",
            json: """
                {"collectivite":{"nature":"gip","nom":"G"},"depose_le":"2020-07-08","numero":"1",\
                "schema":"sceau\\/dossier\\/1","demandes":null}
                """,
            isRead: true),
        Text(
            testDescription: "blanks",
            json: """
                \r\n\t { "schema" : "sceau/dossier/1" , "numero":"1",
                "depose_le":"2020-07-08","collectivite":{"nature":"gip","nom":"G"} ,
                "demandes":[ {} , {"pays":"ML" ,"objet" :null } ] } \n
                """,
            isRead: true),
        Text(
            testDescription: "a field twice",
            json: """
                {"collectivite":{"nature":"gip","nom":"G","nom":"G"},"depose_le":"2020-07-08",\
                "numero":"1","schema":"sceau/dossier/1"}
                """,
            isRead: false),
        Text(
            testDescription: "a required null",
            json: """
                {"collectivite":{"nature":"gip","nom":null},"depose_le":"2020-07-08",\
                "numero":"1","schema":"sceau/dossier/1"}
                """,
            isRead: false),
        Text(
            testDescription: "a blank number",
            json: """
                {"collectivite":{"nature":"gip","nom":"G"},"depose_le":"2020-07-08",\
                "numero":" \u{A0}","schema":"sceau/dossier/1"}
                """,
            isRead: false),
    ]

    @Test(arguments: texts)
    func `fields stand in any order, with blanks or null between, once each`(text: Text) {
        var flat = FlatDossierTests.flat()

        let isRead = flat.read(Array(text.json.utf8))

        #expect(isRead == text.isRead)
    }

    @Test func `an element without a known fact is left to the full reader`() {
        let bytes = FlatDossierTests.dossier(#","demandes":[{"pays":null}]"#)
        var flat = FlatDossierTests.flat()

        let isRead = flat.read(bytes)

        #expect(!isRead)
    }

    @Test func `an establishment of another body is left to the full reader`() {
        let agreed = FlatDossierTests.dossier(
            body: #","siret":"73282932000074","siren":"732829320""#)
        let other = FlatDossierTests.dossier(
            body: #","siren":"404833048","siret":"73282932000074""#)
        var flat = FlatDossierTests.flat()

        let isRead = [flat.read(agreed), flat.read(other)]

        #expect(isRead == [true, false])
    }

    @Test func `a text may have 65536 bytes and no more, escaped or not`() {
        var flat = FlatDossierTests.flat()
        let accepted = [65_536, 65_537].flatMap { count in
            ["a", "\\u0061"].map { first in
                let text = first + String(repeating: "a", count: count - 1)
                let bytes = FlatDossierTests.dossier(body: ",\"region\":\"\(text)\"")
                return flat.read(bytes)
            }
        }

        #expect(accepted == [true, true, false, false])
    }

    @Test func `the filing time counts as its day in Paris`() {
        let text = """
            {"schema":"sceau/dossier/1","numero":"\\u0031","depose_le":"2020-07-07T23:30Z",\
            "collectivite":{"nom":"Lyon","nature":"commune"}}
            """
        let bytes = Array(("\n" + text + "\n").utf8)
        var flat = FlatDossierTests.flat()

        let isRead = flat.read(bytes)

        #expect(isRead)
        #expect(flat.deposeLe.ordinal == 737_614)
        #expect(String(decoding: flat.bytes[flat.numero], as: UTF8.self) == "1")
        #expect(flat.object == 1..<bytes.count - 1)
    }

    @Test func `only facts that are kept have nodes, and the others are checked`() {
        let good = FlatDossierTests.dossier(
            #","expertises":[{"domaine":"eau","conditions":"…"}],"demandes":[{"pays":"ML"}]"#)
        let bad = FlatDossierTests.dossier(#","demandes":[{"pays":"M"}]"#)
        var flat = FlatDossierTests.flat(keeping: { $0 == "nature" })

        let isRead = [flat.read(bad), flat.read(good)]

        #expect(isRead == [false, true])
        let body = FactRecord(["nom": .text("Lyon"), "nature": .text("commune")])
        let expertise = FactRecord(["domaine": .text("eau")])
        #expect(
            flat.facts
                == FactRecord([
                    "numero": .text("N-1"), "depose_le": .day(Day(clamping: 737_614)),
                    "collectivite": .record(body), "expertises": .list([.record(expertise)]),
                ]))
    }

    @Test func `a record of more than 64 fields is left to the full reader, unless empty`() {
        let fields = (1...65).map { FactField("fait_\($0)", "fait", .boolean) }
        let schema = DossierSchema.standard.adding(complements: fields)
        var flat = FlatDossier(FlatSchema(schema, keeping: { _ in true }))

        let isRead = [
            flat.read(FlatDossierTests.dossier(#","complements":{}"#)),
            flat.read(FlatDossierTests.dossier(#","complements":{"fait_65":true}"#)),
        ]

        #expect(isRead == [true, false])
    }

    @Test func `a reader forgets the dossier before`() {
        let first = FlatDossierTests.dossier(#","demandes":[{"objet":"a\u00e9"}]"#)
        let second = FlatDossierTests.dossier()
        var fresh = FlatDossierTests.flat()
        var used = FlatDossierTests.flat()

        let isRead = [
            fresh.read(second), used.read(first), used.read(first.dropLast()), used.read(second),
        ]

        #expect(isRead == [true, true, false, true])
        #expect(used.nodes == fresh.nodes)
        #expect(used.bytes == fresh.bytes)
    }
}

extension FlatDossier {
    mutating func read(_ bytes: [UInt8]) -> Bool { read(bytes, in: bytes.indices) }
}
