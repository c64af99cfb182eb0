// Files that are no files, that change, or that cannot be read.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct ReadingFaultTests {
    private let favorable = Repository.root.appending(path: "examples/dunkerque-dechets.json").path
    private let policies = Repository.root.appending(path: "policies").path

    private var dossier: String {
        get throws { try String(contentsOfFile: favorable, encoding: .utf8) }
    }

    /// What the tool says of the dossier as a file of its own.
    private var verdict: String {
        get throws { try Tool.run(["evaluate", favorable, "--le", "2022-12-05"]).output }
    }

    // MARK: - Where bytes come from

    @Test(arguments: [
        "cat '$d' | sceau evaluate /dev/stdin", "cat '$d' | sceau evaluate /proc/self/fd/0",
        "sceau evaluate /dev/stdin < '$d'", "sceau evaluate - < '$d'",
        "mkfifo \"$t/tube\"; { cat '$d' > \"$t/tube\" & }; sceau evaluate \"$t/tube\"",
    ])
    func `a dossier through a pipe or a stream is the same dossier`(command: String) throws {
        let folder = try Scratch()
        let commands = command.replacing("$d", with: favorable)

        let run = try Tool.shell("t='\(folder.url.path)'; \(commands) --le 2022-12-05")

        #expect(run.status == 0)
        #expect(run.output == (try verdict))
        #expect(run.errors == "")
    }

    @Test(arguments: ["evaluate", "rank", "impact --avant '$p'"])
    func `what is no file is told among the dossiers of a folder`(verb: String) throws {
        let folder = try Scratch()
        try folder.write(try dossier, to: "d/a.json")
        try folder.write(try dossier, to: "d/c.json/x.txt")
        #expect(mkfifo(folder.url.appending(path: "d/b.json").path, 0o600) == 0)

        let run = try Tool.shell(
            "sceau \(verb.replacing("$p", with: policies)) d --le 2022-12-05"
                + (verb.hasPrefix("impact") ? " --apres" : " --policies") + " '\(policies)'",
            in: folder.url)

        #expect(run.status == 0)
        #expect(
            run.errors == """
                avertissement\u{A0}: d/b.json n’est pas un fichier, il n’est pas lu
                avertissement\u{A0}: d/c.json n’est pas un fichier, il n’est pas lu

                """)
    }

    @Test func `a standard input that is closed is told as such`() throws {
        let run = try Tool.shell("sceau evaluate - <&-")

        #expect(run.status == 74)
        #expect(run.errors == "erreur\u{A0}: entrée standard\u{A0}: le flux est fermé\n")
    }

    @Test(arguments: [
        ("explain examples", "examples\u{A0}: c’est un répertoire, non un fichier\n"),
        (
            "evaluate /proc/self/mem",
            "/proc/self/mem\u{A0}: le disque ou le périphérique ne répond pas comme il faut\n"
        ),
        (
            "evaluate README.md/a.json",
            "README.md/a.json\u{A0}: une partie du chemin n’est pas un répertoire\n"
        ),
        (
            "evaluate /dev/zero",
            "/dev/zero\u{A0}: le fichier dépasse 8 Mio\u{A0}: ce n’est pas un dossier\n"
        ),
        (
            "evaluate " + String(repeating: "a/", count: 2100) + "a.json",
            "a.json\u{A0}: le chemin est trop long\n"
        ),
    ])
    func `what cannot be read is told and ends with 74`(command: String, message: String) throws {
        let run = try Tool.run(command.split(separator: " ").map(String.init))

        #expect(run.status == 74)
        #expect(run.output == "")
        #expect(run.errors.hasSuffix(message))
    }

    @Test func `a file in place of the folder of policies ends with 78`() throws {
        let run = try Tool.run(["check", "--policies", "README.md"])

        #expect(run.status == 78)
        #expect(run.errors == "erreur\u{A0}: README.md\u{A0}: ce n’est pas un répertoire\n")
    }

    @Test func `a pipe among the policies is refused and never waited for`() throws {
        let folder = try Scratch()
        try folder.write("regime \"a\" {}\n", to: "policies/a/regime.lua")
        #expect(mkfifo(folder.url.appending(path: "policies/a/b.lua").path, 0o600) == 0)

        let run = try Tool.run(["check"], in: folder.url)

        #expect(run.status == 78)
        #expect(run.errors.contains("ce n’est pas un fichier ordinaire"))
    }

    // MARK: - What changes meanwhile

    @Test func `a dossier that goes away after it was listed is told, the others are judged`()
        throws
    {
        let folder = try Scratch()
        try folder.write(try dossier, to: "dossiers/a.json")
        try folder.write(try dossier, to: "dossiers/b.json")
        let pipe = folder.url.appending(path: "tube.json").path
        #expect(mkfifo(pipe, 0o600) == 0)

        // The folder is listed before the pipe is read, which holds the tool.
        let run = try Tool.shell(
            """
            { printf '{' && rm dossiers/b.json && cat '\(favorable)' | tail -c +2; } > tube.json &
            sceau evaluate tube.json dossiers --le 2022-12-05 --policies '\(policies)' --format ndjson
            """, in: folder.url)

        #expect(run.status == 74)
        #expect(run.errors.contains("dossiers/b.json\u{A0}: fichier introuvable\n"))
        #expect(run.output.split(separator: "\n").count == 2)
    }

    @Test func `a dossier that is rewritten all the time is one dossier or no dossier`() throws {
        let folder = try Scratch()
        try folder.write(try dossier.replacing("EX-001", with: "UN"), to: "un.json")
        try folder.write(try dossier.replacing("EX-001", with: "DEUX"), to: "deux.json")

        let run = try Tool.shell(
            """
            cp un.json d.json
            while test ! -e fini; do cat un.json > d.json; cat deux.json > d.json; done &
            for i in 1 2 3 4 5 6 7 8 9 10; do
              sceau evaluate d.json --le 2022-12-05 --policies '\(policies)' --format json \
                > sortie 2> erreurs
              case $? in
                0) grep -c '"numero": "\\(UN\\|DEUX\\)"' sortie ;;
                65) test -s erreurs && test ! -s sortie && echo 1 ;;
                *) echo "statut inattendu"; cat erreurs ;;
              esac
            done
            touch fini
            """, in: folder.url)

        #expect(run.output == String(repeating: "1\n", count: 10))
    }

    @Test func `a stream that never ends is left once it is longer than any dossier`() throws {
        let run = try Tool.shell("yes | sceau evaluate -")

        #expect(run.status == 74)
        #expect(run.errors.hasSuffix("le fichier dépasse 8 Mio\u{A0}: ce n’est pas un dossier\n"))
    }

    @Test func `a file of lines that ends in the middle of one loses that line only`() throws {
        let folder = try Scratch()
        let line = try dossier.replacing(#/\n */#, with: " ")
        try folder.write(line + "\n" + line.prefix(line.count / 2), to: "d.ndjson")

        let run = try Tool.run([
            "evaluate", folder.url.appending(path: "d.ndjson").path, "--le", "2022-12-05",
        ])

        let schemas = run.output.matches(of: #/"schema":"(sceau\/\w+)/#).map { String($0.1) }
        #expect(schemas == ["sceau/avis", "sceau/erreur"])
        #expect(run.status == 65)
        #expect(run.errors.contains("1 dossier sans avis"))
    }

    // MARK: - Names

    @Test func `a dossier whose name is no UTF-8 is told, and so is a link to nothing`() throws {
        let folder = try Scratch()
        try folder.write(try dossier, to: "a.json")
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appending(path: "b.json").path, withDestinationPath: "nulle-part")

        let run = try Tool.shell(
            """
            cp a.json "$(printf '\\377').json"
            sceau evaluate . --le 2022-12-05 --policies '\(policies)' --format ndjson
            """, in: folder.url)

        #expect(run.status == 74)
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(run.errors.contains("./b.json\u{A0}: fichier introuvable\n"))
        #expect(run.errors.contains("\u{FFFD}.json\u{A0}: fichier introuvable (son nom n’est pas"))
    }

    @Test(arguments: ["texte", "json", "ndjson", "markdown", "csv"])
    func `a name with escapes and line breaks can move no cursor`(format: String) throws {
        let folder = try Scratch()
        let name = "a\n\u{1B}[31m\u{9B}2J\u{202E}b.json"
        try folder.write(try dossier, to: name)
        try folder.write("{", to: "faux" + name)

        let run = try Tool.run(
            [
                "evaluate", name, "faux" + name, "absent" + name, "--policies", policies, "--le",
                "2022-12-05", "--format", format,
            ], in: folder.url)

        #expect(run.status == 74)
        // JSON writes ESC as `\u001b`, and leaves what is no control of ASCII to its reader.
        let isJSON = format.hasSuffix("json")
        let unsafe: Set<Unicode.Scalar> = isJSON ? ["\u{1B}"] : ["\u{1B}", "\u{9B}", "\u{202E}"]
        #expect(!run.output.unicodeScalars.contains(where: unsafe.contains))
        #expect(
            !run.errors.unicodeScalars.contains {
                "\u{1B}\u{9B}\u{202E}".unicodeScalars.contains($0)
            })
        #expect(run.errors.contains("absenta␊␛[31m"))
    }

    @Test func `other verbs show such names as harmlessly`() throws {
        let folder = try Scratch()
        let name = "a\n\u{1B}[31mb"
        try folder.write("regime \"x\" {\n", to: "\(name)/x/regime.lua")
        try folder.write("local  x=1\n", to: "\(name)/x/a.lua")
        let policies = folder.url.appending(path: name).path

        for verb in ["check", "fmt", "test", "docs", "schema --editor", "export-lua"] {
            let run = try Tool.run(
                verb.split(separator: " ").map(String.init) + ["--policies", policies],
                in: folder.url)

            #expect(!(run.output + run.errors).contains("\u{1B}"))
        }
    }
}
