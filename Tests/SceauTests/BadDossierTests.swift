// Dossiers that came to harm on their way, through the reader and through the built tool.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import Testing

struct BadDossierTests {
    /// A sound dossier, whose lines and columns the cases count on.
    private static let sound = """
        {
          "schema": "sceau/dossier/1",
          "numero": "2020-017",
          "depose_le": "2020-07-08",
          "collectivite": {
            "nom": "Communauté de Dunkerque",
            "nature": "communaute_urbaine",
            "population": 190000
          }
        }

        """

    /// The bytes of a dossier and what the reader says of them.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        /// As `line:column code`, in order.
        let expected: [String]

        init(_ name: String, _ bytes: [UInt8], _ expected: String...) {
            testDescription = name
            self.bytes = bytes
            self.expected = expected
        }

        init(_ name: String, _ text: String, _ expected: String...) {
            testDescription = name
            bytes = Array(text.utf8)
            self.expected = expected
        }

        /// The sound dossier with another text in the place of one that it holds.
        static func replacing(
            _ old: String, _ new: [UInt8], _ expected: String..., name: String
        ) -> Case {
            let parts = BadDossierTests.sound.components(separatedBy: old)
            let bytes = Array(parts[0].utf8) + new + Array(parts[1].utf8)
            return Case(name, bytes, list: expected)
        }

        /// The sound dossier with another population.
        static func population(_ text: String, _ expected: String...) -> Case {
            let text = BadDossierTests.sound.replacing("190000", with: text)
            return Case("population \(text.prefix(40))", Array(text.utf8), list: expected)
        }

        /// The sound dossier with another filing day.
        static func day(_ day: String, _ code: String) -> Case {
            let text = BadDossierTests.sound.replacing("2020-07-08", with: day)
            return Case("day \(day)", Array(text.utf8), list: ["4:16 \(code)"])
        }

        private init(_ name: String, _ bytes: [UInt8], list expected: [String]) {
            testDescription = name
            self.bytes = bytes
            self.expected = expected
        }
    }

    private static func encoded(_ encoding: String.Encoding) -> [UInt8] {
        Array(sound.data(using: encoding) ?? Data())
    }

    private static let encodings: [Case] = [
        Case("UTF-16 LE", encoded(.utf16LittleEndian), "1:1 json.encodage"),
        Case("UTF-16 BE", encoded(.utf16BigEndian), "1:1 json.encodage"),
        Case("UTF-16 LE, BOM", [0xFF, 0xFE] + encoded(.utf16LittleEndian), "1:1 json.encodage"),
        Case("UTF-16 BE, BOM", [0xFE, 0xFF] + encoded(.utf16BigEndian), "1:1 json.encodage"),
        Case("UTF-32 LE", encoded(.utf32LittleEndian), "1:1 json.encodage"),
        Case("UTF-32 BE", encoded(.utf32BigEndian), "1:1 json.encodage"),
        Case("Windows-1252", encoded(.windowsCP1252), "6:22 json.encodage"),
        .replacing("é", [0xC0, 0xAF], "6:22 json.encodage", name: "overlong slash"),
        .replacing("é", [0xE0, 0x83, 0xA9], "6:22 json.encodage", name: "overlong é"),
        .replacing("é", [0xED, 0xA0, 0x80], "6:22 json.encodage", name: "surrogate in UTF-8"),
        .replacing("é", [0xF4, 0x90, 0x80, 0x80], "6:22 json.encodage", name: "beyond U+10FFFF"),
        .replacing("é", [0], "6:22 json.caractere-de-controle", name: "NUL in a text"),
        .replacing(
            "é", [0, 0, 0], "6:22 json.caractere-de-controle", name: "three NUL in a text"),
        Case("NUL after the end", Array(sound.utf8) + [0], "11:1 json.texte-apres"),
        Case("NUL before all", [0] + Array(sound.utf8), "1:1 json.caractere-inattendu"),
        .replacing("é", Array(#"\ud800"#.utf8), "6:22 json.demi-caractere", name: "high half"),
        .replacing("é", Array(#"\udc00"#.utf8), "6:22 json.demi-caractere", name: "low half"),
        .replacing(
            "é", Array(#"\ud800\ud800"#.utf8), "6:22 json.demi-caractere",
            "6:28 json.demi-caractere", name: "two high halves"),
    ]

    private static let shapes: [Case] = [
        Case("nothing", "", "1:1 json.vide"), Case("a BOM", "\u{FEFF}", "1:1 json.vide"),
        Case("blanks", " \t\r\n\n", "1:1 json.vide"),
        Case("two dossiers", sound + sound, "11:1 json.texte-apres"),
        Case("list of dossiers", "[" + sound + "]", "1:1 dossier.racine"),
        .replacing("190000\n", Array("190000,\n".utf8), "8:25 json.virgule-en-trop", name: "comma"),
        .replacing(
            "\"numero\"", Array("\"numero\": \"1\", \"numero\"".utf8), "3:18 json.cle-en-double",
            name: "key twice"),
        .replacing(
            "\"numero\"", Array(#""\u006eumero": "1", "numero""#.utf8),
            "3:23 json.cle-en-double", name: "key twice, once escaped"),
        .replacing(
            "\"numero\"", Array("\"nume\u{301}ro\"".utf8), "1:1 dossier.champ-manquant",
            "3:3 dossier.champ-inconnu", name: "key in NFD"),
        Case("10 000 lists", String(repeating: "[", count: 10_000), "1:513 json.profondeur"),
        Case("10 000 objects", deep("{\"a\":", "}"), "1:2561 json.profondeur"),
        .replacing(
            "190000", Array(deep("{\"inconnu\":", "}").utf8), "8:5629 json.profondeur",
            name: "10 000 times unknown"),
    ]

    private static func deep(_ opening: String, _ closing: String) -> String {
        String(repeating: opening, count: 10_000) + "1" + String(repeating: closing, count: 10_000)
    }

    private static let numbers: [Case] = [
        .population("1e400", "8:19 json.nombre-trop-grand"),
        .population("12345678901234567890", "8:19 json.nombre-trop-grand"),
        .population(String(repeating: "9", count: 400), "8:19 json.nombre-trop-grand"),
        .population("NaN", "8:19 json.mot-inconnu"),
        .population("Infinity", "8:19 json.mot-inconnu"),
        .population("-Infinity", "8:19 json.nombre"),
        .population("+5", "8:19 json.nombre"), .population("007", "8:19 json.nombre"),
        .population("0x10", "8:19 json.nombre"),
        .population("\"190000\"", "8:19 dossier.type"),
        .population("1e5", "8:19 dossier.nombre-entier"),
        .population("1.5", "8:19 dossier.nombre-entier"),
        .population("-0.0", "8:19 dossier.nombre-entier"),
        .population("-1", "8:19 dossier.nombre-hors-limites"),
    ]

    private static let days: [Case] = [
        .day("2021-02-29", "dossier.date-inexistante"),
        .day("2020-13-01", "dossier.date-inexistante"),
        .day("2020-00-10", "dossier.date-inexistante"),
        .day("2020-01-00", "dossier.date-inexistante"),
        .day("0000-01-01", "dossier.date-inexistante"), .day("31/12/2020", "dossier.date"),
        .day("10000-01-01", "dossier.date"), .day("２０２０-07-08", "dossier.date"),
        .day("2020-7-8", "dossier.date"), .day("2020-07-08T10:00", "dossier.date-heure"),
        .day("2020-07-08T24:00:00Z", "dossier.date-heure"),
        .day("2020-07-08T10:00+99:00", "dossier.date-heure"),
    ]

    @Test(arguments: encodings + shapes + numbers + days)
    func `a bad dossier is refused at its place by the reader and the tool`(bad: Case) throws {
        let folder = try Scratch()
        let file = folder.url.appending(path: "d.json")
        try Data(bad.bytes).write(to: file)

        let diagnostics = faults(of: bad.bytes, path: file.path)
        let run = try Tool.run(["evaluate", file.path])

        #expect(diagnostics.map { $0.placeAndCode } == bad.expected)
        #expect(run.status == 65)
        #expect(run.output == "")
        #expect(run.errors == DiagnosticRenderer(style: .plain).render(diagnostics))
    }

    @Test(arguments: [
        ("BOM", "\u{FEFF}" + sound), ("CRLF", sound.replacing("\n", with: "\r\n")),
        ("CR", sound.replacing("\n", with: "\r")),
        ("NFD", sound.decomposedStringWithCanonicalMapping),
        ("escaped", sound.replacing("é", with: #"e\u0301"#)),
    ])
    func `a sound dossier written otherwise has the same verdict`(
        name: String, text: String
    ) throws {
        let folder = try Scratch()
        let plain = try folder.write(BadDossierTests.sound, to: "a.json")
        let other = try folder.write(text, to: "b.json")

        let runs = try [plain, other].map { try Tool.run(["evaluate", "--le", "2022-12-05", $0]) }

        #expect(Array(text.utf8) != Array(BadDossierTests.sound.utf8))
        #expect(runs[0].output.contains("Communauté de Dunkerque"))
        #expect(Array(runs[1].output.utf8) == Array(runs[0].output.utf8))
        #expect(runs.map(\.status) == [0, 0])
    }

    @Test func `minus zero is zero`() throws {
        let text = BadDossierTests.sound.replacing("190000", with: "-0")

        let dossier = try Dossier.read(SourceText(path: "a", text: text), schema: .standard)

        guard case .record(let body)? = dossier.facts["collectivite"] else {
            Issue.record("no body")
            return
        }
        #expect(body["population"] == .integer(0))
    }

    // MARK: - Cut and large

    @Test func `an example cut at any byte is refused at a place, and never a crash`() throws {
        let example = Repository.root.appending(path: "examples/dunkerque-dechets.json")
        let whole = Array(try Data(contentsOf: example))
        let end = (whole.lastIndex(of: UInt8(ascii: "}")) ?? 0)
        let folder = try Scratch()

        for length in 0...end {
            let bytes = Array(whole[..<length])
            let found = faults(of: bytes, path: "d.json")
            #expect(!found.isEmpty, "\(length)")
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
            #expect(found.allSatisfy { (1...lines).contains($0.location.start.line) })
            try Data(bytes).write(to: folder.url.appending(path: "\(length).json"))
        }
        let run = try Tool.runQuietly(["evaluate", "--format", "json", folder.url.path])

        #expect(run.status == 65)
        #expect(run.output == "[]\n")
        let refused = Set(run.errors.matches(of: #/(?m)^\S*\/(\d+)\.json:? ?[\d:]*/#).map(\.1))
        #expect(refused.count == end + 1)
    }

    @Test func `100 MB are refused at once, and what has no end as well`() throws {
        let folder = try Scratch()
        let large = try folder.write("{", to: "grand.json")
        #expect(truncate(large, 100 << 20) == 0)

        for path in [large, "/dev/zero"] {
            let run = try Tool.run(["evaluate", path])

            #expect(run.status == 74)
            #expect(run.errors.hasPrefix("erreur\u{A0}: \(path)\u{A0}: le fichier dépasse 8 Mio"))
        }
    }

    private func faults(of bytes: [UInt8], path: String) -> [Diagnostic] {
        do throws(DiagnosticsError) {
            _ = try Dossier.read(SourceText(path: path, bytes: bytes), schema: .standard)
            return []
        } catch {
            return error.diagnostics
        }
    }
}

extension Tool {
    /// Runs the tool with its errors in a file, for they are more than a pipe holds.
    fileprivate static func runQuietly(_ arguments: [String]) throws -> ToolRun {
        let folder = try Scratch()
        let errors = folder.url.appending(path: "erreurs").path
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            ["-c", "exec \"$0\" \"$@\" 2> \"$ERREURS\"", Repository.binaries.path + "/sceau"]
            + arguments
        process.currentDirectoryURL = Repository.root
        process.environment = ["ERREURS": errors]
        let stdout = Pipe()
        process.standardOutput = stdout
        try process.run()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return ToolRun(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: try folder.read("erreurs"))
    }
}

extension Diagnostic {
    fileprivate var placeAndCode: String {
        "\(location.start.line):\(location.start.column) \(code)"
    }
}
