// Values planted in a dossier, looked for in all that leaves the officer's desk.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct PrivacyTests {
    /// A dossier whose personal facts tell about somebody.
    private static let dossier = """
        {
          "schema": "sceau/dossier/1", "numero": "2022-1", "depose_le": "2022-10-03",
          "nature_demande": "premiere", "objectifs": ["promotion"],
          "collectivite": {
            "nom": "Ville d’essai", "nature": "commune", "siren": "212901771", "population": 9000
          },
          "expertises": [{
            "intitule": "Eau", "domaine": "eau",
            "savoir_faire": "Anne Kervadec, joignable au 06 12 34 56 78, dort chez sa sœur",
            "references": [{"type": "prix", "intitule": "Prix Kervadec", "annee": 2019}],
            "experts": [{
              "statut": "elu", "fonction": "Maire : Anne Kervadec",
              "langues": ["breton de Kervadec"], "jours_par_an": 10
            }],
            "conditions": "écrire à anne.kervadec@exemple.fr"
          }],
          "demandes": [{
            "pays": "MN", "origine": "ambassade", "demandeur": "Ville d’Oulan-Bator",
            "objet": "sa sœur l’a dit", "precise": true, "urgente": true
          }],
          "labels": {"inconnu": "Anne Kervadec ne répond pas"},
          "pieces": [{"type": "deliberation", "date": "2022-06-12", "fichier": "Kervadec.pdf"}]
        }
        """

    private static let planted = ["ervadec", "exemple.fr", "sœur", "34 56"]

    private func told(_ text: String) -> [String] { PrivacyTests.planted.filter(text.contains) }

    private func evaluate(_ folder: Scratch, _ file: String, _ arguments: String...) throws
        -> ToolRun
    {
        try Tool.run(
            ["evaluate", folder.url.appending(path: file).path, "--le", "2022-12-05"] + arguments)
    }

    @Test func `the officer's verdict tells what was read, the dossier being before them`() throws {
        let folder = try Scratch()
        try folder.write(PrivacyTests.dossier, to: "d.json")

        let run = try evaluate(folder, "d.json", "--format", "json")

        #expect(run.status == 0)
        #expect(told(run.output) != [])
    }

    @Test(arguments: [["csv"], ["csv", "--csv", "excel"]])
    func `a table of verdicts tells nothing about anybody`(format: [String]) throws {
        let folder = try Scratch()
        try folder.write(PrivacyTests.dossier, to: "d.json")

        let run = try Tool.run(
            ["evaluate", folder.url.appending(path: "d.json").path, "--le", "2022-12-05"]
                + ["--format"] + format)

        #expect(run.status == 0)
        #expect(run.output.contains("Ville d’essai"))
        #expect(told(run.output) == [])
    }

    @Test func `no sentence of a verdict tells anything about anybody`() throws {
        let folder = try Scratch()
        try folder.write(PrivacyTests.dossier, to: "d.json")

        let run = try evaluate(folder, "d.json", "--format", "json")

        let verdict = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        var sentences: [String] = []
        collect(verdict, into: &sentences)
        #expect(sentences.contains { $0.contains("Oulan-Bator") })
        #expect(told(sentences.joined(separator: "\n")) == [])
    }

    /// All texts of a verdict but the values read and the reasons for what is not known.
    private func collect(_ value: Any, into texts: inout [String]) {
        switch value {
        case let text as String: texts.append(text)
        case let list as [Any]: for element in list { collect(element, into: &texts) }
        case let object as [String: Any]:
            for (key, element) in object where key != "lus" && key != "inconnus" {
                collect(element, into: &texts)
            }
        default: break
        }
    }

    @Test(arguments: ["texte", "json", "ndjson", "markdown", "csv"])
    func `nothing but the verdict tells anything, in whatever form it is asked for`(format: String)
        throws
    {
        let folder = try Scratch()
        try folder.write(PrivacyTests.dossier, to: "d.json")

        let run = try evaluate(folder, "d.json", "--format", format)

        #expect(run.status == 0)
        #expect(told(run.errors) == [])
    }

    /// What is done to a dossier: a text of it replaced by another.
    struct Spoiling: CustomTestStringConvertible {
        let found: String
        let written: String
        var testDescription: String { written }

        static let all = [
            Spoiling(found: "\"Eau\", ", written: "Anne Kervadec, "),
            Spoiling(found: "\"premiere\"", written: "\"première\""),
            Spoiling(found: "\"conditions\": \"", written: "\"conditions\": \"\\d"),
            Spoiling(found: "\"conditions\"", written: "\"condition\""),
            Spoiling(found: "\"Kervadec.pdf\"", written: "[\"Kervadec.pdf\"]"),
            Spoiling(found: "exemple.fr\"", written: "exemple.fr"),
            Spoiling(found: "[\"breton de Kervadec\"]", written: "\"breton de Kervadec\""),
            Spoiling(found: "répond pas\"}", written: "répond pas\", \"le\": \"2022\"}"),
            Spoiling(found: "\"objet\":", written: "\"objet\": \"Anne Kervadec\", \"objet\":"),
            Spoiling(found: "\"fonction\":", written: "\"Anne Kervadec\":"),
            Spoiling(found: "\"212901771\"", written: "0612345678"),
            Spoiling(found: "\"pieces\": [", written: "\"pieces\": [{\"Kervadec\" 1}, "),
        ]
    }

    @Test(arguments: Spoiling.all)
    func `a dossier that is refused tells nothing, on a terminal or to a program`(
        spoiling: Spoiling
    ) throws {
        let folder = try Scratch()
        let spoilt = PrivacyTests.dossier.replacing(spoiling.found, with: spoiling.written)
        try #require(spoilt != PrivacyTests.dossier)
        try folder.write(spoilt, to: "d.json")
        try folder.write(spoilt.replacing("\n", with: " ") + "\n", to: "d.ndjson")

        let terminal = try evaluate(folder, "d.json")
        let program = try evaluate(folder, "d.ndjson")

        #expect(terminal.status == 65)
        #expect(program.status == 65)
        #expect(told(terminal.output + terminal.errors) == [])
        #expect(told(program.output + program.errors) == [])
    }

    @Test func `an explanation tells about somebody where it says what was read, nowhere else`()
        throws
    {
        let folder = try Scratch()
        try folder.write(PrivacyTests.dossier, to: "d.json")

        let run = try Tool.run(
            ["explain", folder.url.appending(path: "d.json").path, "--le", "2022-12-05"])

        #expect(run.status == 0)
        #expect(run.errors == "")
        let (readings, others) = parted(run.output)
        #expect(told(readings) != [])
        #expect(told(others) == [])
    }

    /// What an explanation says under « Lu », and all that it says elsewhere.
    private func parted(_ page: String) -> (readings: String, others: String) {
        var parts = (readings: "", others: "")
        var isReading = false
        for line in page.split(separator: "\n") {
            let label = line.prefix(16).trimmingPrefix { $0 == " " }
            if !label.isEmpty { isReading = label.hasPrefix("Lu ") }
            if isReading { parts.readings += line + "\n" } else { parts.others += line + "\n" }
        }
        return parts
    }

    @Test(arguments: ["explain", "evaluate"])
    func `a dossier that is refused is not explained either`(verb: String) throws {
        let folder = try Scratch()
        try folder.write(
            PrivacyTests.dossier.replacing("\"elu\"", with: "\"Anne Kervadec\""), to: "d.json")

        let run = try Tool.run(
            [verb, folder.url.appending(path: "d.json").path, "--le", "2022-12-05"])

        #expect(run.status == 65)
        #expect(told(run.output + run.errors) == [])
    }

    @Test(arguments: ["texte", "json", "sarif", "github"])
    func `what is said of a policy never says what is in a dossier`(format: String) throws {
        let folder = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "policies"), to: folder.url.appending(path: "p"))
        for place in ["tests/dossiers", "expe-ct", "donnees"] {
            try folder.write(PrivacyTests.dossier, to: "p/\(place)/d.json")
        }
        try folder.write("priorite \"X-1\" {\n", to: "p/expe-ct/x.lua")

        let run = try Tool.run(["check", "--policies", "p", "--format", format], in: folder.url)

        #expect(run.status == 1)
        #expect(told(run.output + run.errors) == [])
    }

    @Test(arguments: ["public", "instructeur"])
    func `the pages of a policy never say what is in a dossier`(reader: String) throws {
        let run = try Tool.run(["docs", "--pour", reader])

        #expect(run.status == 0)
        #expect(told(run.output) == [])
    }
}
