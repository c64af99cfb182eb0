// Policies folders that came to harm, through the built tool: what it says, and with what status.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct BadPolicyTests {
    private static let rules = """
        critere "C-01" {
          titre  = "Critère",
          source = "Communiqué",
          exige  = collectivite.nom == "Communauté de Dunkerque",
          sinon  = refus "Non.",
        }

        """
    private static let regime = """
        regime "essai" {
          titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
        }
        donnees "presence" { fichier = "donnees/presence.csv", cle = "pays" }

        """
    private static let table = "pays,nombre,source\nMG,454,Communiqué\n"

    /// A sound policy in `p`.
    private func policy(_ files: [String: String] = [:]) throws -> Scratch {
        let folder = try Scratch()
        let sound = [
            "essai/regime.lua": BadPolicyTests.regime, "essai/regles.lua": BadPolicyTests.rules,
            "donnees/presence.csv": BadPolicyTests.table,
        ]
        for (path, text) in sound.merging(files, uniquingKeysWith: { $1 }) {
            try folder.write(text, to: "p/" + path)
        }
        return folder
    }

    private func check(_ folder: Scratch) throws -> ToolRun {
        try Tool.run(["check", "--policies", "p"], in: folder.url)
    }

    // MARK: - Encodings

    /// A file of the policy in an encoding that is refused.
    struct Spoilt: CustomTestStringConvertible, Sendable {
        let encoding: String
        let path: String
        let bytes: [UInt8]
        /// The place and the start of the message.
        let words: String
        var testDescription: String { "\(encoding) \(path)" }
    }

    private static let spoilt: [Spoilt] = ["essai/regles.lua", "donnees/presence.csv"].flatMap {
        path -> [Spoilt] in
        let text = path.hasSuffix("lua") ? rules : table
        func bytes(_ encoding: String.Encoding) -> [UInt8] {
            Array(text.data(using: encoding) ?? Data())
        }
        func broken(_ wrong: [UInt8]) -> [UInt8] {
            let parts = text.components(separatedBy: "Communiqué")
            return Array(parts[0].utf8) + wrong + Array(parts[1].utf8)
        }
        let place = path.hasSuffix("lua") ? "3:13" : "2:8"
        let utf16 = "\(path): erreur\u{A0}: fichier enregistré en UTF-16"
        let office = "\(path): erreur\u{A0}: ce fichier est un classeur ou un document"
        return [
            Spoilt(
                encoding: "UTF-16 LE", path: path, bytes: bytes(.utf16LittleEndian), words: utf16),
            Spoilt(encoding: "UTF-16 BE", path: path, bytes: bytes(.utf16BigEndian), words: utf16),
            Spoilt(
                encoding: "UTF-16 LE, BOM", path: path,
                bytes: [0xFF, 0xFE] + bytes(.utf16LittleEndian), words: utf16),
            Spoilt(
                encoding: "UTF-16 BE, BOM", path: path,
                bytes: [0xFE, 0xFF] + bytes(.utf16BigEndian), words: utf16),
            Spoilt(
                encoding: "Windows-1252", path: path, bytes: bytes(.windowsCP1252),
                words: "\(path):2:17: erreur\u{A0}: octet 0xE"),
            Spoilt(
                encoding: "overlong", path: path, bytes: broken([0xC0, 0xAF]),
                words: "\(path):\(place): erreur\u{A0}: octet 0xC0"),
            Spoilt(
                encoding: "surrogate", path: path, bytes: broken([0xED, 0xA0, 0x80]),
                words: "\(path):\(place): erreur\u{A0}: octet 0xED"),
            Spoilt(
                encoding: "NUL", path: path, bytes: broken([0]),
                words: "\(path):\(place): erreur\u{A0}: octet nul"),
            Spoilt(
                encoding: "workbook", path: path, bytes: [0x50, 0x4B, 3, 4, 0x14, 0],
                words: office),
            Spoilt(
                encoding: "old workbook", path: path,
                bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], words: office),
        ]
    }

    @Test(arguments: spoilt)
    func `a file in another encoding is named with its remedy`(file: Spoilt) throws {
        let folder = try policy()
        try Data(file.bytes).write(to: folder.url.appending(path: "p/" + file.path))

        let run = try check(folder)

        #expect(run.status == 1)
        #expect(run.output.hasPrefix(file.words), "\(run.output)")
        #expect(run.output.contains("[politique.encodage]"))
        #expect(run.output.contains("aide\u{A0}: "))
        #expect(run.output.hasSuffix("\n1 erreur\n"))
    }

    /// A way to write the same text.
    enum Form: String, CaseIterable {
        case mark = "BOM"
        case crlf = "CRLF"
        case cr = "CR"
        case accentsApart = "NFD"

        func written(_ text: String) -> String {
            switch self {
            case .mark: "\u{FEFF}" + text
            case .crlf: text.replacing("\n", with: "\r\n")
            case .cr: text.replacing("\n", with: "\r")
            case .accentsApart: text.decomposedStringWithCanonicalMapping
            }
        }
    }

    @Test(arguments: Form.allCases)
    func `a policy written otherwise gives the same opinion`(form: Form) throws {
        let folder = try policy()
        let other = try policy([
            "essai/regime.lua": form.written(BadPolicyTests.regime),
            "essai/regles.lua": form.written(BadPolicyTests.rules),
            "donnees/presence.csv": form.written(BadPolicyTests.table),
        ])
        let dossier = try folder.write(
            """
            {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "2020-07-08", "expertises": [],
             "collectivite": {"nom": "Communauté de Dunkerque", "nature": "communaute_urbaine"}}
            """, to: "d.json")

        let runs = try [folder, other].map { folder in
            try Tool.run(
                ["explain", "--policies", "p", "--le", "2022-12-05", dossier], in: folder.url)
        }

        #expect(runs.map(\.status) == [0, 0])
        #expect(runs[0].output.contains("✓ satisfaite"))
        let known = runs.map { $0.output.split(separator: "\n").filter { !$0.contains("sha256") } }
        #expect(known[1] == known[0])
    }

    // MARK: - Folders

    @Test func `an empty folder and one without a regime end with 78`() throws {
        let folder = try Scratch()
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "p"), withIntermediateDirectories: true)
        let empty = try check(folder)
        try folder.write(BadPolicyTests.rules, to: "p/essai/regles.lua")

        for run in [empty, try check(folder)] {
            #expect(run.status == 78)
            #expect(run.output == "")
            #expect(run.errors.contains("aucun régime dans le répertoire des politiques"))
            #expect(run.errors.contains("aide\u{A0}: chaque régime est un répertoire"))
        }
    }

    @Test func `two regimes of one name are told, with the folder of the other`() throws {
        let folder = try policy(["suivant/regime.lua": BadPolicyTests.regime])

        let run = try check(folder)

        #expect(run.status == 1)
        #expect(run.output.hasPrefix("suivant/regime.lua:1:8: erreur\u{A0}: le régime"))
        #expect(run.output.contains("note\u{A0}: un autre dossier porte déjà le nom"))
        #expect(run.output.hasSuffix("\n1 erreur\n"))
    }

    /// Something in the folder that is no file to read, and what is said of it.
    struct Trap: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let set: @Sendable (URL) throws -> Void
        let path: String
        let words: String
    }

    private static func link(_ path: String, to target: String) -> @Sendable (URL) throws -> Void {
        { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: path).path, withDestinationPath: target)
        }
    }

    private static let traps = [
        Trap(
            testDescription: "link out", set: link("essai/x.lua", to: "/etc/passwd"),
            path: "p/essai/x.lua", words: "qui sort du répertoire des politiques"),
        Trap(
            testDescription: "folder link out", set: link("x", to: "/etc"), path: "p/x",
            words: "qui sort du répertoire des politiques"),
        Trap(
            testDescription: "link to itself", set: link("essai/x.lua", to: "x.lua"),
            path: "p/essai/x.lua", words: "qui ne mène à aucun fichier"),
        Trap(
            testDescription: "dead link", set: link("essai/x.lua", to: "rien.lua"),
            path: "p/essai/x.lua", words: "qui ne mène à aucun fichier"),
        Trap(
            testDescription: "folder in itself", set: link("essai/x", to: ".."),
            path: "p/essai/x", words: "vers un répertoire qui le contient"),
        Trap(
            testDescription: "pipe",
            set: { #expect(mkfifo($0.appending(path: "essai/x.lua").path, 0o600) == 0) },
            path: "p/essai/x.lua", words: "ce n’est pas un fichier ordinaire"),
        Trap(
            testDescription: "rules of more than 1 MiB",
            set: {
                #expect(truncate($0.appending(path: "essai/regles.lua").path, 1 << 20 + 1) == 0)
            },
            path: "p/essai/regles.lua", words: "le fichier dépasse 1 Mio\u{A0}: partagez-le"),
        Trap(
            testDescription: "table of 100 MB",
            set: {
                #expect(truncate($0.appending(path: "donnees/presence.csv").path, 100 << 20) == 0)
            },
            path: "p/donnees/presence.csv", words: "le fichier dépasse 16 Mio\u{A0}: gardez-y"),
        Trap(
            testDescription: "tables of 33 MiB together",
            set: { folder in
                for name in ["a", "b", "c"] {
                    let path = folder.appending(path: "donnees/\(name).csv").path
                    #expect(FileManager.default.createFile(atPath: path, contents: nil))
                    #expect(truncate(path, 11 << 20) == 0)
                }
            },
            path: "p", words: "les fichiers dépassent ensemble 32 Mio\u{A0}: retirez-en"),
        Trap(
            testDescription: "2,000 tables",
            set: { folder in
                for number in 1...2000 {
                    let path = folder.appending(path: "donnees/\(number).csv").path
                    #expect(FileManager.default.createFile(atPath: path, contents: nil))
                }
            },
            path: "p", words: "plus de 2\u{202F}000 fichiers et répertoires\u{A0}: retirez ceux"),
        Trap(
            testDescription: "folders that lead to one another twice",
            set: { folder in
                for number in 1...20 {
                    let inner = folder.appending(path: "z/\(number)")
                    try FileManager.default.createDirectory(
                        at: inner, withIntermediateDirectories: true)
                    for name in ["a", "b"] where number > 1 {
                        try FileManager.default.createSymbolicLink(
                            atPath: inner.appending(path: name).path,
                            withDestinationPath: "../\(number - 1)")
                    }
                }
            },
            path: "p", words: "plus de 2\u{202F}000 fichiers et répertoires"),
        Trap(
            testDescription: "200 regimes more",
            set: { folder in
                for number in 1...200 {
                    let inner = folder.appending(path: "r\(number)")
                    try FileManager.default.createDirectory(
                        at: inner, withIntermediateDirectories: false)
                    try Data().write(to: inner.appending(path: "regime.lua"))
                }
            },
            path: "p", words: "plus de 200 régimes\u{A0}: retirez ceux"),
        Trap(
            testDescription: "name in Windows-1252",
            set: { folder in
                let shell = Process()
                shell.executableURL = URL(filePath: "/bin/sh")
                shell.arguments = ["-c", #": > "$(printf 'essai/r\351.lua')""#]
                shell.currentDirectoryURL = folder
                try shell.run()
                shell.waitUntilExit()
            },
            path: "p/essai/r\u{FFFD}.lua", words: "ce nom n’est pas écrit en UTF-8"),
    ]

    @Test(arguments: traps)
    func `what cannot be read stops the tool with its path and a remedy`(trap: Trap) throws {
        let folder = try policy()
        try trap.set(folder.url.appending(path: "p"))

        let run = try check(folder)

        #expect(run.status == 78)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("erreur\u{A0}: \(trap.path)\u{A0}: "), "\(run.errors)")
        #expect(run.errors.contains(trap.words), "\(run.errors)")
    }

    @Test(arguments: ["p", "p/essai", "p/essai/regles.lua", "p/donnees/presence.csv"])
    func `what no one may read is told`(path: String) throws {
        let folder = try policy()
        let place = folder.url.appending(path: path).path
        #expect(chmod(place, 0) == 0)
        defer { chmod(place, 0o700) }
        let process = Process()
        // Root reads what no one may, unless it gives its powers up.
        let tool = Repository.binaries.appending(path: "sceau").path
        let arguments = ["check", "--policies", "p"]
        process.executableURL = URL(filePath: geteuid() == 0 ? "/usr/bin/setpriv" : tool)
        process.arguments =
            geteuid() == 0
            ? ["--bounding-set=-all", "--inh-caps=-all", tool] + arguments : arguments
        process.currentDirectoryURL = folder.url
        let errors = Pipe()
        process.standardError = errors

        try process.run()
        let text = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()

        #expect(process.terminationStatus == 78)
        #expect(
            String(decoding: text, as: UTF8.self)
                == "erreur\u{A0}: \(path)\u{A0}: lecture impossible ou non permise\u{A0}: "
                + "vérifiez vos droits d’accès\n")
    }

    @Test(arguments: [
        "l'été.lua", "e\u{301}te\u{301}.lua", "a b.lua", "$(rm x).lua", "a\nb\u{1B}[31m.lua",
        "\u{202E}aul.lua", "-f.lua", String(repeating: "x", count: 200) + ".lua",
    ])
    func `a file of any name is read, and its name shown without its controls`(
        name: String
    ) throws {
        let folder = try policy()
        try folder.write("local inutile = 1\n", to: "p/essai/" + name)

        let run = try check(folder)

        #expect(run.status == 1)
        #expect(run.output.contains(":1:7: erreur\u{A0}: «\u{202F}inutile\u{202F}»"))
        #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
        #expect(run.output.split(separator: "\n").first?.hasPrefix("essai/") == true)
    }
}
