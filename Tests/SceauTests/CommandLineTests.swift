// Tests of the tool as a whole: statuses, streams and files.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Testing

struct CommandLineTests {
    private let favorable = "examples/dunkerque-dechets.json"
    private let incomplete = "examples/sans-experts.json"
    private let malformed = "examples/mauvais-siren.json"

    private func evaluate(_ arguments: String...) throws -> ToolRun {
        try Tool.run(["evaluate", "--le", "2022-12-05"] + arguments)
    }

    // MARK: - Results and statuses

    @Test func `an opinion against ends with 0 unless it is asked for`() throws {
        let plain = try evaluate("examples/service-etat.json")
        let asked = try evaluate("examples/service-etat.json", "--exit-verdict")

        #expect(plain.status == 0)
        #expect(plain.output.hasPrefix("✗ DÉFAVORABLE\n"))
        #expect(plain.errors == "")
        #expect(asked.status == 2)
    }

    struct Opinion: CustomTestStringConvertible {
        let dossier: String
        let status: Int32
        var testDescription: String { dossier }
    }

    @Test(arguments: [
        Opinion(dossier: "dunkerque-dechets", status: 0),
        Opinion(dossier: "service-etat", status: 2),
        Opinion(dossier: "entreprise-ingenierie", status: 3),
        Opinion(dossier: "sans-experts", status: 4),
        Opinion(dossier: "deux-expertises", status: 5),
    ])
    func `each opinion has its status`(opinion: Opinion) throws {
        let run = try evaluate("examples/\(opinion.dossier).json", "--exit-verdict")

        #expect(run.status == opinion.status)
    }

    @Test func `a malformed dossier writes no verdict and tells every fault`() throws {
        let run = try evaluate(malformed)

        #expect(run.status == 65)
        #expect(run.output == "")
        #expect(run.errors.contains("\(malformed):"))
        #expect(run.errors.components(separatedBy: "erreur\u{A0}:").count == 4)
    }

    @Test func `several dossiers make an array in their order, the bad one left out`() throws {
        let run = try evaluate(incomplete, malformed, favorable, "--format", "json")

        let verdicts = try array(run.output)
        #expect(verdicts.map { $0["avis"] as? String } == ["incomplet", "favorable"])
        #expect(run.status == 65)
        #expect(run.errors.contains("\(malformed):"))
    }

    @Test func `each verdict of several stands under the name of its file`() throws {
        let several = try evaluate(incomplete, favorable)
        let one = try evaluate(favorable)

        #expect(several.output.hasPrefix("\(incomplete)\n? INCOMPLET\n"))
        #expect(several.output.contains("\n\(favorable)\n✓ FAVORABLE\n"))
        #expect(!one.output.contains(favorable))
    }

    @Test func `an unreadable dossier and status of opinion give way to the worst`() throws {
        let run = try evaluate(
            "examples/service-etat.json", malformed, "absent.json", "--exit-verdict")

        #expect(run.status == 74)
        #expect(run.errors.contains("absent.json\u{A0}: fichier introuvable\n"))
    }

    @Test func `the opinion against comes before the incomplete one`() throws {
        let run = try evaluate(incomplete, "examples/service-etat.json", "--exit-verdict")

        #expect(run.status == 2)
    }

    @Test func `a folder gives its json files by byte order, always as an array`() throws {
        let folder = try Scratch()
        let dossier = try String(
            contentsOf: Repository.root.appending(path: favorable), encoding: .utf8)
        try folder.write(dossier.replacing("EX-001", with: "b"), to: "b.json")
        try folder.write(dossier.replacing("EX-001", with: "Z"), to: "Z.json")
        try folder.write("rien", to: "lisez-moi.txt")
        try folder.write(dossier, to: "sous/c.json")

        let run = try evaluate(folder.url.path, "--format", "json")

        let verdicts = try array(run.output)
        let numbers = verdicts.map { ($0["dossier"] as? [String: Any])?["numero"] as? String }
        #expect(numbers == ["Z", "b"])
        #expect(run.status == 0)
    }

    @Test func `a dash reads standard input and gives the same bytes`() throws {
        let text = try String(
            contentsOf: Repository.root.appending(path: favorable), encoding: .utf8)

        let piped = try Tool.run(
            ["evaluate", "-", "--le", "2022-12-05", "--format", "json"], input: text)
        let named = try evaluate(favorable, "--format", "json")

        #expect(piped.output == named.output)
        #expect(piped.status == 0)
    }

    @Test func `the French names of the verbs do the same`() throws {
        let english = try evaluate(favorable)
        let french = try Tool.run(["evaluer", "--le", "2022-12-05", favorable])

        #expect(french.output == english.output)
        #expect(try Tool.run(["verifier"]).status == 0)
        #expect(try Tool.run(["expliquer", favorable, "--le", "2022-12-05"]).status == 0)
    }

    // MARK: - Colours

    @Test func `a pipe carries no escape byte unless colours are forced`() throws {
        let automatic = try evaluate(incomplete)
        let forced = try evaluate(incomplete, "--color", "always")

        #expect(!automatic.output.utf8.contains(0x1B))
        #expect(forced.output.utf8.contains(0x1B))
    }

    @Test func `every line of a verdict and of an explanation fits in 100 columns`() throws {
        let verdict = try evaluate(incomplete, "examples/tuvalu-sans-chiffre.json")
        let explanation = try Tool.run(["explain", incomplete, "--le", "2022-12-05"])

        let lines = (verdict.output + explanation.output).split(separator: "\n")
        #expect(lines.filter { String($0).displayWidth > 100 } == [])
    }

    // MARK: - Usage

    struct Misuse: CustomTestStringConvertible {
        let arguments: [String]
        let words: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Misuse(arguments: ["evaluate"], words: "dossier"),
        Misuse(arguments: ["evaluate", "x.json", "--format", "pdf"], words: "pdf"),
        Misuse(arguments: ["inconnu"], words: "inconnu"),
        Misuse(
            arguments: ["evaluate", "x.json", "--le", "3/11/2021"],
            words: "écrire le jour ainsi\u{A0}: 2021-11-03"),
        Misuse(
            arguments: ["evaluate", "x.json", "--regime", "expe-tc"],
            words: "vouliez-vous dire «\u{202F}expe-ct\u{202F}»"),
        Misuse(
            arguments: ["export-lua", "autre-regime"],
            words: "régimes connus\u{A0}: expe-ct, pact-2, pact-3"),
        Misuse(
            arguments: ["evaluate", "examples/dunkerque-dechets.json", "--le", "2020-07-07"],
            words: "précède le dépôt"),
        Misuse(
            arguments: ["evalute", "x.json"],
            words:
                "erreur\u{A0}: commande inconnue\u{A0}: «\u{202F}evalute\u{202F}»\naide\u{A0}: vouliez-vous dire «\u{202F}evaluate\u{202F}»\u{202F}?\n"
        ),
        Misuse(arguments: ["help", "xyz"], words: "commandes connues\u{A0}: evaluate, evaluer, "),
        Misuse(
            arguments: ["evaluate", "x.json", "--forma", "json"],
            words:
                "erreur\u{A0}: option inconnue\u{A0}: --forma\naide\u{A0}: vouliez-vous dire --format\u{202F}?\nusage\u{A0}: sceau evaluate <dossier> "
        ),
        Misuse(
            arguments: ["evaluate", "x.json", "-z"],
            words: "erreur\u{A0}: option inconnue\u{A0}: -z\nusage\u{A0}: "),
        Misuse(
            arguments: ["evaluate"],
            words:
                "erreur\u{A0}: argument manquant\u{A0}: <dossier> ...\naide\u{A0}: <dossier>\u{A0}: Dossiers en JSON"
        ),
        Misuse(
            arguments: ["evaluate", "x.json", "--le"],
            words:
                "erreur\u{A0}: valeur manquante après --le <date>\naide\u{A0}: --le <date>\u{A0}: Jour de la décision"
        ),
        Misuse(
            arguments: ["rank", "x.json", "--format", "xml"],
            words:
                "erreur\u{A0}: valeur «\u{202F}xml\u{202F}» refusée pour --format <forme>\naide\u{A0}: valeurs admises\u{A0}: texte, json, markdown, csv\n"
        ),
        Misuse(
            arguments: ["schema", "avi"],
            words: "aide\u{A0}: valeurs admises\u{A0}: dossier, avis, erreur, "),
        Misuse(
            arguments: ["rank", "x.json", "--jobs", "deux"],
            words: "erreur\u{A0}: valeur «\u{202F}deux\u{202F}» refusée pour --jobs <nombre>\n"),
        Misuse(
            arguments: ["explain", "a", "b"],
            words: "erreur\u{A0}: argument superflu\u{A0}: «\u{202F}b\u{202F}»\n"),
        Misuse(
            arguments: ["diff", "a", "b", "c", "d"],
            words:
                "erreur\u{A0}: arguments superflus\u{A0}: «\u{202F}c\u{202F}» et «\u{202F}d\u{202F}»\n"
        ),
        Misuse(
            arguments: ["evaluate", "x.json", "--exit-verdict=3"],
            words:
                "erreur\u{A0}: l’option --exit-verdict ne prend pas de valeur (reçu\u{A0}: «\u{202F}3\u{202F}»)\n"
        ),
        Misuse(
            arguments: ["evaluate", "-ox", "-q", "x.json"],
            words:
                "erreur\u{A0}: option inconnue\u{A0}: -ox, ou valeur manquante après -o <fichier> dans -ox\n"
        ),
        Misuse(
            arguments: ["--generate-completion-script", "sh"],
            words: "erreur\u{A0}: pas de complétion pour «\u{202F}sh\u{202F}»\n"),
        Misuse(arguments: ["schema"], words: "\naide complète\u{A0}: sceau schema --help\n"),
    ])
    func `a command that makes no sense ends with 64`(misuse: Misuse) throws {
        let run = try Tool.run(misuse.arguments)

        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.contains(misuse.words))
        let english = #/(Error|Help|Usage|Unknown|Missing|[Uu]nexpected|invalid|See ')/#
        #expect(run.errors.matches(of: english).isEmpty)
    }

    @Test(arguments: ["evaluate", "check", "explain", "schema", "export-lua"])
    func `help is French and goes to standard output`(verb: String) throws {
        let run = try Tool.run([verb, "--help"])

        #expect(run.status == 0)
        #expect(run.errors == "")
        let words = run.output.replacing(#/\s+/#, with: " ")
        #expect(words.contains("Répertoire des politiques."))
        #expect(words.contains("../share/sceau/policies"))
        #expect(words.contains("USAGE : sceau \(verb) "))
        #expect(words.contains("OPTIONS : "))
        #expect(words.contains("-h, --help Donne cette aide."))
        let english = #/OVERVIEW|USAGE:|OPTIONS:|ARGUMENTS:|values:|default|Show help/#
        #expect(run.output.matches(of: english).isEmpty)
    }

    @Test func `the commands are listed in French`() throws {
        let run = try Tool.run(["--help"])

        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Évalue des dossiers de labellisation"))
        #expect(run.output.contains("USAGE\u{A0}: sceau [--version] <commande>\n"))
        #expect(run.output.contains("\nCOMMANDES\u{A0}:\n  evaluate, evaluer "))
        #expect(run.output.hasSuffix("\n  sceau help <commande>\u{A0}: l’aide d’une commande.\n"))
    }

    @Test func `a script for a shell stays as it is`() throws {
        let run = try Tool.run(["--generate-completion-script", "bash"])

        #expect(run.status == 0)
        #expect(run.output.hasPrefix("#!/bin/bash"))
    }

    @Test func `the version names Lua and the policies found`() throws {
        let run = try Tool.run(["--version"])

        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "sceau 0.1.0")
        #expect(lines.dropFirst().first?.hasPrefix("Lua 5.4") == true)
        #expect(lines.last?.hasSuffix("/policies (expe-ct, pact-2, pact-3)") == true)
    }

    // MARK: - Policies

    @Test func `no policy anywhere ends with 78`() throws {
        let folder = try Scratch()

        let run = try Tool.run(["check"], in: folder.url)

        #expect(run.status == 78)
        #expect(run.errors.contains("aide\u{A0}: donner le répertoire des politiques"))
    }

    @Test func `a folder of policies that is not there is called so`() throws {
        let run = try Tool.run(["check", "--policies", "nulle-part"])

        #expect(run.status == 78)
        #expect(run.errors.contains("nulle-part\u{A0}: répertoire introuvable\n"))
    }

    @Test func `a folder without a regime ends with 78`() throws {
        let folder = try Scratch()
        try folder.write("", to: "policies/notes.lua")

        let run = try Tool.run(["check"], in: folder.url)

        #expect(run.status == 78)
        #expect(run.errors.contains("aucun régime"))
    }

    @Test func `policies never come from beside a dossier`() throws {
        let folder = try Scratch()
        let elsewhere = try Scratch()
        let policies = folder.url.appending(path: "policies")
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "policies"), to: policies)
        let dossier = folder.url.appending(path: "d.json")
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: favorable), to: dossier)

        let run = try Tool.run(["evaluate", dossier.path], in: elsewhere.url)

        #expect(run.status == 78)
    }

    @Test func `check counts what it found without fault`() throws {
        let run = try Tool.run(["check"])

        #expect(run.status == 0)
        #expect(
            run.output.contains(
                #/^\d+ régimes?, \d+ règles dont \d+ facultatives, \d+ tables\u{A0}: aucun défaut\n/#
            ))
    }

    @Test func `check tells a fault on standard output and ends with 1`() throws {
        let folder = try policies(
            adding:
                "critere \"X-01\" { titre = \"T\", source = \"S\", exige = colectivite.nom == \"a\", sinon = refus \"non\" }\n"
        )

        let text = try Tool.run(["check"], in: folder.url)
        let json = try Tool.run(["check", "--format", "json"], in: folder.url)

        #expect(text.status == 1)
        #expect(text.output.contains("expe-ct/essai.lua:1:"))
        #expect(text.output.hasSuffix("1 erreur\n"))
        #expect(text.errors == "")
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        let report = try #require(value as? [String: Any])
        #expect(report["erreurs"] as? Int == 1)
        #expect((report["diagnostics"] as? [Any])?.count == 1)
        #expect(json.status == 1)
    }

    @Test func `a policy that does not load ends evaluate with 78 and its faults`() throws {
        let folder = try policies(adding: "critere \"X-01\" {\n")

        let run = try Tool.run(
            ["evaluate", Repository.root.appending(path: favorable).path], in: folder.url)

        #expect(run.status == 78)
        #expect(run.output == "")
        #expect(run.errors.contains("expe-ct/essai.lua:"))
    }

    @Test func `a rule that never ends is stopped, named, and the others still shown`() throws {
        let folder = try policies(
            adding: """
                local function tourne(x)
                  while true do
                    x = x + 1
                  end
                end
                critere "X-01" {
                  titre = "T", source = "S",
                  exige = tourne(nombre(dossier.expertises)) == 1,
                  sinon = refus "non",
                }

                """)
        let dossier = Repository.root.appending(path: favorable).path

        let run = try Tool.run(["evaluate", dossier, "--le", "2022-12-05"], in: folder.url)

        #expect(run.status == 78)
        #expect(run.errors.contains("expe-ct/essai.lua:"))
        #expect(run.errors.contains("règle X-01"))
        #expect(run.output.hasPrefix("⚠ EN ERREUR\n"))
        #expect(run.output.contains("✓ satisfaite      ELIG-01"))
    }

    // MARK: - Files

    @Test func `a result in a file is the same, and nothing else is left there`() throws {
        let folder = try Scratch()
        let target = try folder.write("ancien", to: "avis.txt")
        let printed = try evaluate(favorable)

        let run = try evaluate(favorable, "-o", target)

        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(try folder.read("avis.txt") == printed.output)
        #expect(try folder.names() == ["avis.txt"])
    }

    @Test func `a malformed dossier leaves the file of results as it was`() throws {
        let folder = try Scratch()
        let target = try folder.write("ancien", to: "avis.txt")

        let run = try evaluate(malformed, "-o", target)

        #expect(run.status == 65)
        #expect(try folder.read("avis.txt") == "ancien")
        #expect(try folder.names() == ["avis.txt"])
    }

    @Test func `a file that cannot be written ends with 74`() throws {
        let run = try evaluate(favorable, "-o", "/absent/avis.txt")

        #expect(run.status == 74)
        #expect(
            run.errors
                == "erreur\u{A0}: /absent/avis.txt\u{A0}: le répertoire «\u{202F}/absent\u{202F}» n’existe pas\n"
        )
    }

    @Test func `a device is written to and never replaced`() throws {
        let run = try evaluate(favorable, "-o", "/dev/stderr")

        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("✓ FAVORABLE\n"))
    }

    @Test func `a link keeps leading to the file that is rewritten`() throws {
        let folder = try Scratch()
        try folder.write("ancien", to: "vrai.txt")
        let link = folder.url.appending(path: "lien.txt")
        try FileManager.default.createSymbolicLink(
            at: link, withDestinationURL: folder.url.appending(path: "vrai.txt"))

        let run = try evaluate(favorable, "-o", link.path)

        #expect(run.status == 0)
        #expect(try folder.read("vrai.txt").hasPrefix("✓ FAVORABLE\n"))
        #expect(try folder.names() == ["lien.txt", "vrai.txt"])
    }

    @Test func `an empty folder gives an empty array and says so`() throws {
        let folder = try Scratch()

        let run = try evaluate(folder.url.path, "--format", "json")

        #expect(run.status == 0)
        #expect(run.output == "[]\n")
        #expect(run.errors.contains("aucun dossier"))
    }

    // MARK: - Schemas

    @Test func `an empty dossier to fill is JSON and names its schema`() throws {
        let run = try Tool.run(["schema", "vide"])

        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect((value as? [String: Any])?["schema"] as? String == "sceau/dossier/1")
    }

    @Test(arguments: ["dossier", "avis", "erreur"])
    func `the shipped schemas are those that the tool writes`(name: String) throws {
        let run = try Tool.run(["schema", name])

        let shipped = try String(
            contentsOf: Repository.root.appending(path: "schemas/\(name)-1.json"), encoding: .utf8)
        #expect(run.output == shipped)
    }

    @Test func `the plain Lua of a regime is Lua that holds its rules`() throws {
        let run = try Tool.run(["export-lua"])

        #expect(run.status == 0)
        #expect(run.output.contains("ELIG-01"))
    }

    // MARK: - Given

    /// A copy of the policies with one more file in the regime.
    private func policies(adding text: String) throws -> Scratch {
        let folder = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "policies"),
            to: folder.url.appending(path: "policies"))
        try folder.write(text, to: "policies/expe-ct/essai.lua")
        return folder
    }

    private func array(_ json: String) throws -> [[String: Any]] {
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
        return try #require(value as? [[String: Any]])
    }
}
