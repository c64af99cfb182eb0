// A result that cannot be written: what stood there stays, nothing is left aside, and it is told.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct WritingFaultTests {
    private let favorable = Repository.root.appending(path: "examples/dunkerque-dechets.json").path

    /// A size that no result fits in: the shell's unit is 512 bytes or 1 KiB.
    private let smallFiles = "ulimit -f 1"

    // MARK: - A disk that is full

    @Test(arguments: [
        "evaluate examples/dunkerque-dechets.json --le 2022-12-05",
        "evaluate examples/dunkerque-dechets.json --le 2022-12-05 --format json",
        "explain examples/dunkerque-dechets.json --le 2022-12-05",
        "rank examples/mali-presence.json --le 2022-12-05 --format json",
        "schema avis", "schema dossier", "docs", "docs --pour public", "export-lua",
    ])
    func `a file that cannot hold the result is left as it was`(command: String) throws {
        let folder = try Scratch()
        let target = try folder.write("ancien", to: "resultat")

        let run = try Tool.shell("\(smallFiles); sceau \(command) -o '\(target)'")

        #expect(run.status == 74)
        #expect(run.output == "")
        #expect(
            run.errors
                == "erreur\u{A0}: \(target)\u{A0}: le fichier dépasse la taille que le système "
                + "permet\n")
        #expect(try folder.read("resultat") == "ancien")
        #expect(try folder.everything() == ["resultat"])
    }

    @Test func `a full disk is called so, through standard output and as a file`() throws {
        let piped = try Tool.shell("sceau schema avis > /dev/full")
        let named = try Tool.shell("sceau schema avis -o /dev/full")

        #expect(piped.status == 74)
        #expect(
            piped.errors
                == "erreur\u{A0}: sortie standard\u{A0}: il n’y a plus de place sur le disque\n")
        #expect(named.status == 74)
        #expect(
            named.errors
                == "erreur\u{A0}: /dev/full\u{A0}: il n’y a plus de place sur le disque\n")
    }

    @Test func `a policy file that cannot be laid out again stays as it was`() throws {
        let folder = try Scratch()
        let lines = (1...40).map { "local   x\($0)=\($0)" }.joined(separator: "\n") + "\n"
        try folder.write(lines, to: "a.lua")
        try folder.write("local   x=1\n", to: "b.lua")

        let run = try Tool.shell("\(smallFiles); sceau fmt .", in: folder.url)

        #expect(run.status == 74)
        #expect(run.output == "./b.lua\n")
        #expect(run.errors.contains("a.lua\u{A0}: le fichier dépasse la taille"))
        #expect(try folder.read("a.lua") == lines)
        #expect(try folder.read("b.lua") == "local x = 1\n")
        #expect(try folder.everything() == ["a.lua", "b.lua"])
    }

    @Test func `an expected verdict that cannot be accepted stays as it was`() throws {
        let folder = try TestedFolder()
        try folder.write(
            TestedFolder.dossier.replacing("900", with: "5"), to: "examples/a.json")
        let before = try folder.read("examples/a.avis.json")

        let run = try Tool.shell("\(smallFiles); CI= sceau test --accept", in: folder.url)

        #expect(run.status == 74)
        #expect(run.errors.contains("a.avis.json\u{A0}: le fichier dépasse la taille"))
        #expect(try folder.read("examples/a.avis.json") == before)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
        #expect(names.filter { $0.hasSuffix(".partiel") } == [])
    }

    @Test func `files for an editor that cannot be written leave nothing cut short`() throws {
        let folder = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "policies"),
            to: folder.url.appending(path: "policies"))

        let run = try Tool.shell("\(smallFiles); sceau schema --editor", in: folder.url)
        let whole = try Tool.shell("sceau schema --editor", in: folder.url)

        #expect(run.status == 74)
        #expect(run.output == "")
        #expect(run.errors.contains("le fichier dépasse la taille"))
        #expect(whole.status == 0)
        #expect(try folder.everything().filter { $0.hasSuffix(".partiel") } == [])
    }

    // MARK: - A place that takes no file

    @Test(arguments: ["/proc/avis.txt", "/sys/kernel/avis.txt"])
    func `a folder that takes no file ends with 74, even for root`(path: String) throws {
        let run = try Tool.run(["schema", "avis", "-o", path])

        #expect(run.status == 74)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("erreur\u{A0}: \(path)\u{A0}: "))
        #expect(!run.errors.contains("n’existe pas"))
        #expect(!run.errors.contains("erreur système"))
    }

    @Test func `a folder in place of the file is called so`() throws {
        let folder = try Scratch()

        let run = try Tool.run(["schema", "avis", "-o", folder.url.path])

        #expect(run.status == 74)
        #expect(run.errors.hasSuffix(": c’est un répertoire, non un fichier\n"))
        #expect(try folder.everything() == [])
    }

    @Test func `a link to nothing is not replaced`() throws {
        let folder = try Scratch()
        let link = folder.url.appending(path: "lien").path
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: "nulle-part")

        let run = try Tool.run(["schema", "avis", "-o", link])

        #expect(run.status == 74)
        #expect(run.errors.hasSuffix(": c’est un lien qui ne mène à aucun fichier\n"))
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: link) == "nulle-part")
        #expect(try folder.everything() == ["lien"])
    }

    @Test func `links that turn round are told as such`() throws {
        let folder = try Scratch()
        for (one, other) in [("a", "b"), ("b", "a")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.url.appending(path: one).path, withDestinationPath: other)
        }

        let run = try Tool.run(["schema", "avis", "-o", folder.url.appending(path: "a").path])

        #expect(run.status == 74)
        #expect(run.errors.hasSuffix(": des liens mènent l’un à l’autre sans fin\n"))
    }

    @Test func `a name as long as a name may be is written all the same`() throws {
        let folder = try Scratch()
        let name = String(repeating: "a", count: 255)

        let run = try Tool.run(["schema", "avis", "-o", folder.url.appending(path: name).path])

        #expect(run.status == 0)
        #expect(try folder.everything() == [name])
    }

    // MARK: - The dossier itself as the result's place

    @Test(arguments: [
        "evaluate d.json", "explain d.json", "evaluate .", "evaluate lien.json", "rank d.json",
        "evaluate d.json --avec numero=2",
    ])
    func `a result never takes the place of a dossier that is read`(command: String) throws {
        let folder = try Scratch()
        let dossier = try String(contentsOfFile: favorable, encoding: .utf8)
        try folder.write(dossier, to: "d.json")
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appending(path: "lien.json").path, withDestinationPath: "d.json")
        let policies = Repository.root.appending(path: "policies").path

        let run = try Tool.shell(
            "sceau \(command) --policies '\(policies)' -o ./d.json", in: folder.url)

        #expect(run.status == 64)
        #expect(run.errors.contains("le résultat prendrait la place d’un dossier qui est lu"))
        #expect(try folder.read("d.json") == dossier)
        #expect(try folder.everything() == ["d.json", "lien.json"])
    }

    // MARK: - A file of the policies, of their tests or of their examples as the result's place

    @Test(arguments: [
        "check -o policies/essai/regles.lua", "check -o ./policies/essai/../essai/regime.lua",
        "docs -o policies/donnees/a.csv", "export-lua -o lien.lua", "schema avis -o autre.lua",
        "evaluate examples/a.json -o policies/essai/regles.lua",
        "evaluate examples/a.json --format ndjson -o policies/donnees/a.csv",
        "explain examples/a.json -o policies/essai/regime.lua",
        "evaluate examples/a.json --avec numero=2 -o policies/essai/regime.lua",
        "rank examples/a.json -o policies/essai/regime.lua",
        "impact --avant policies examples/a.json -o policies/donnees/a.csv",
        "test -o policies/tests/cas.lua", "test -o policies/tests/dossiers/base.json",
        "test -o examples/a.avis.json", "test --coverage-html examples/a.json",
        "test --coverage-json policies/essai/regles.lua",
        "test --mutants-json policies/tests/cas.lua",
    ])
    func `a result never takes the place of a file that is read`(command: String) throws {
        let folder = try TestedFolder()
        try folder.write("pays,source\nML,Essai\n", to: "policies/donnees/a.csv")
        for (link, target) in [("lien.lua", "essai/regles.lua"), ("autre.lua", "essai/regles.lua")]
        {
            try FileManager.default.createSymbolicLink(
                atPath: folder.url.appending(path: link).path,
                withDestinationPath: "policies/" + target)
        }
        let before = try folder.texts()

        let run = try Tool.shell("sceau \(command)", in: folder.url)

        #expect(run.status == 64)
        #expect(run.errors.contains("le résultat prendrait la place d’un fichier des "))
        #expect(run.output == "")
        #expect(try folder.texts() == before)
    }

    @Test(arguments: [
        "check -o policies/neuf.lua", "docs -o policies/LISEZMOI.md",
        "evaluate examples/a.json -o policies/tests/cas.lua",
    ])
    func `a result may stand beside what is read`(command: String) throws {
        let folder = try TestedFolder()
        try folder.write("ancien", to: "policies/LISEZMOI.md")

        let run = try Tool.shell("sceau \(command)", in: folder.url)

        #expect(run.status == 0, "\(run.errors)")
    }

    @Test(arguments: [
        "check -o ''", "schema avis -o ''", "test --coverage-html ''", "test --coverage-json ''",
        "test --mutants-json ''",
    ])
    func `a result without a name is told`(command: String) throws {
        let folder = try TestedFolder()

        let run = try Tool.shell("sceau \(command)", in: folder.url)

        #expect(run.status == 64)
        #expect(run.errors.contains("est suivi d’un nom vide\u{A0}: donner le nom du fichier"))
    }

    // MARK: - Streams

    @Test func `a standard output that is closed ends the run without a word`() throws {
        let run = try Tool.shell("sceau schema avis >&-")

        #expect(run.status == 74)
        #expect(run.errors == "")
    }

    @Test func `closed streams never get into a file of results`() throws {
        let folder = try Scratch()
        let target = folder.url.appending(path: "avis.txt").path
        let expected = try Tool.run(["evaluate", favorable, "--le", "2022-12-05"]).output

        let run = try Tool.shell(
            "sceau evaluate '\(favorable)' --le 2022-12-05 -o '\(target)' <&- >&- 2>&-")

        #expect(run.status == 0)
        #expect(try folder.read("avis.txt") == expected)
    }

    @Test(arguments: ["2>&-", "2>/dev/full"])
    func `a standard error that takes nothing changes neither result nor status`(
        redirection: String
    ) throws {
        let command =
            "sceau evaluate examples/mauvais-siren.json '\(favorable)' --le 2022-12-05"

        let told = try Tool.shell(command)
        let untold = try Tool.shell("\(command) \(redirection)")

        #expect(told.errors != "")
        #expect(untold.status == 65)
        #expect(untold.output == told.output)
    }

    @Test func `a reader that goes away ends the run quietly, however much is left to say`() throws
    {
        let folder = try Scratch()
        let dossier =
            try String(contentsOfFile: favorable, encoding: .utf8)
            .replacing(#/\n */#, with: " ") + "\n"
        try folder.write(String(repeating: dossier, count: 20), to: "d.ndjson")
        let policies = Repository.root.appending(path: "policies").path

        let run = try Tool.shell(
            """
            { sceau evaluate d.ndjson --le 2022-12-05 --policies '\(policies)'; echo $? >&2; } \
            | head -c 10
            """, in: folder.url)

        #expect(run.output.utf8.count == 10)
        #expect(run.errors == "0\n")
    }

    @Test func `a pipe whose reader went away is a fault where it was named as a file`() throws {
        let run = try Tool.shell("{ sceau docs -o /dev/stdout; echo $? >&2; } | true")

        #expect(run.errors.hasSuffix("plus personne ne lit ce qui est écrit\n74\n"))
    }

    @Test func `a pipe that does not wait gets the whole result`() throws {
        let process = Process()
        process.executableURL = Repository.binaries.appending(path: "sceau")
        process.arguments = ["docs"]
        process.currentDirectoryURL = Repository.root
        let pipe = Pipe()
        let writer = pipe.fileHandleForWriting.fileDescriptor
        #expect(fcntl(writer, F_SETFL, O_NONBLOCK) == 0)
        // A pipe of one page is full long before the end.
        #expect(fcntl(writer, 1031, 4096) > 0)
        process.standardOutput = pipe
        try process.run()

        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()

        #expect(process.terminationStatus == 0)
        #expect(String(decoding: output, as: UTF8.self) == (try Tool.run(["docs"])).output)
    }
}
