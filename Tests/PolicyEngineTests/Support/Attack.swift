// The corpus of hostile policies: files of rules whose first line says what must come of them.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyEngine
import Testing

/// One hostile file of rules; its rule at stake is `ATTAQUE`.
struct Attack: CustomTestStringConvertible, Sendable {
    /// What must come of it.
    enum Expectation: Sendable {
        /// The policy is refused: a code, and the file and line where it stands.
        case refused(code: String, place: String)
        /// The rule is stopped by a limit, at one of these lines.
        case stopped(by: Limit, lines: ClosedRange<Int>)
        /// The rule fails, at one of these lines.
        case fails(lines: ClosedRange<Int>)
        /// The rule runs, and this is its result.
        case harmless(Outcome)
    }

    /// The limits of the machine, with what each says.
    enum Limit: String, Sendable {
        case instructions = "dépasse 200\u{202F}000 instructions"
        case memory = "demande trop de mémoire"
        case depth = "s’imbriquent sans fin"

        init?(_ word: Substring) {
            switch word {
            case "instructions": self = .instructions
            case "mémoire": self = .memory
            case "profondeur": self = .depth
            default: return nil
            }
        }
    }

    /// Its category and name.
    let testDescription: String
    /// The file.
    let bytes: [UInt8]

    /// Every attack, in byte order of path.
    static let all: [Attack] = {
        let corpus = folder.appending(path: "corpus")
        let paths = FileManager.default.enumerator(atPath: corpus.path())?
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".lua") }.sorted()
        return (paths ?? []).map { Attack(corpus.appending(path: $0), name: $0) }
    }()

    /// Reads a file of rules; one that cannot be read is empty, and has no expectation.
    init(_ file: URL, name: String = "") {
        testDescription = name
        bytes = Array(FileManager.default.contents(atPath: file.path()) ?? Data())
    }

    private static let folder = ShippedFiles.root
        .appending(path: "Tests/PolicyEngineTests/Attacks")

    /// The policies beside which an attack is put, as `essai/attaque.lua`.
    static func policySource(with attack: Attack? = nil) throws -> PolicySource {
        let ground = try PolicyFolder.read(folder.appending(path: "ground/policies").path())
        guard let attack else { return ground }
        return PolicySource(
            files: ground.files + [SourceText(path: "essai/attaque.lua", bytes: attack.bytes)])
    }

    /// The same policies with a text of rules as `essai/attaque.lua`.
    static func policySource(holding text: String) throws -> PolicySource {
        let ground = try PolicyFolder.read(folder.appending(path: "ground/policies").path())
        let file = SourceText(path: "essai/attaque.lua", bytes: Array(text.utf8))
        return PolicySource(files: ground.files + [file])
    }

    /// One of the dossiers under which attacks run.
    static func dossier(_ name: String, schema: DossierSchema) throws -> Dossier {
        try Dossier.read(
            SourceText(path: "\(name).json", bytes: bytes(of: name)), schema: schema)
    }

    /// The bytes of one of these dossiers.
    static func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "ground/dossiers/\(name).json")))
    }

    /// What the first line says: `-- attendu : arrêté instructions 4`.
    func expectation() throws -> Expectation {
        let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        let words = try #require(line.wholeMatch(of: /-- attendu : (.*)/)).1.split(separator: " ")
        switch (words.first, words.count) {
        case ("refusé", 3):
            let place = words[2].contains(":") ? String(words[2]) : "attaque.lua:\(words[2])"
            return .refused(code: String(words[1]), place: "essai/" + place)
        case ("arrêté", 3):
            return .stopped(by: try #require(Limit(words[1])), lines: try lines(words[2]))
        case ("échec", 2): return .fails(lines: try lines(words[1]))
        case ("inoffensif", 2):
            return .harmless(try #require(Outcome(rawValue: String(words[1]))))
        default:
            Issue.record("\(testDescription) : première ligne illisible : \(line)")
            throw CancellationError()
        }
    }

    private func lines(_ text: Substring) throws -> ClosedRange<Int> {
        let bounds = text.split(separator: "-").compactMap { Int($0) }
        return try #require(bounds.first)...(try #require(bounds.last))
    }

    /// The words of Lua's English messages that a text shows and the attack did not write.
    func english(in text: String) -> [String] {
        let own = String(decoding: bytes, as: UTF8.self)
        let words = [
            "attempt", "traceback", "bad argument", "overflow", "not enough memory", "near '",
            "expected", "too many", "error object", "unexpected", "nil value",
        ]
        return words.filter { text.contains($0) && !own.contains($0) }
    }
}
