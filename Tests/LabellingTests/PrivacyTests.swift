// A dossier spoilt in every way, and nothing of what it says of people in what is said of it.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

struct PrivacyTests {
    /// A dossier with names, addresses, telephone numbers and sentences wherever a text may stand.
    private static let dossier = """
        {
          "schema": "sceau/dossier/1", "numero": "Kervadec 12", "depose_le": "2021-03-01",
          "collectivite": {
            "nom": "Cabinet Kervadec", "nature": "commune", "categorie_juridique": "M. Kervadec",
            "departement": "Kervadec 29", "region": "anne.kervadec@exemple.fr"
          },
          "expertises": [{
            "intitule": "L’eau, par Anne Kervadec", "domaine": "Kervadec et Cie",
            "savoir_faire": "Anne Kervadec, joignable au 06 12 34 56 78, dort chez sa sœur",
            "references": [{"type": "prix", "intitule": "Prix Kervadec", "annee": 2019}],
            "experts": [{
              "statut": "elu", "fonction": "Maire : Anne Kervadec",
              "langues": ["breton de Kervadec", "anne.kervadec@exemple.fr"], "jours_par_an": 10
            }],
            "conditions": "appeler le 0612345678"
          }],
          "demandes": [{"pays": "MN", "demandeur": "Mme Kervadec", "objet": "sa sœur l’a dit"}],
          "labels": {"inconnu": "Anne Kervadec ne répond pas"},
          "pieces": [{"type": "cv Kervadec", "date": "2020-06-12", "fichier": "cv-Kervadec.pdf"}],
          "complements": {
            "naissance": "1961-08-17", "revenu": 19610817, "situation": "veuve", "mobile": "33612345678"
          }
        }
        """

    /// What tells that something of the above got out.
    private static let planted = [
        "Kervadec", "kervadec", "exemple.fr", "sœur", "34 56", "3456", "1961", "remariée",
    ]

    private static let schema = DossierSchema.standard.adding(complements: [
        FactField("naissance", "jour de naissance", .day, isPersonal: true),
        FactField("revenu", "revenu", .integer, maximum: 90_000_000, isPersonal: true),
        FactField(
            "situation", "situation de famille",
            .closed(ClosedList(name: "situation", values: ["seule", "veuve"])), isPersonal: true),
        FactField("mobile", "téléphone", .text, isPersonal: true),
    ])

    /// The dossier as it stands, and on one line.
    private static let forms = [dossier, dossier.replacing(#/\n */#, with: " ")]

    /// Everything that a reader may be told of a text as a dossier, if anything is wrong with it.
    private static func report(on text: String) -> String {
        do throws(DiagnosticsError) {
            _ = try Dossier.read(SourceText(path: "d.json", text: text), schema: schema)
            return ""
        } catch {
            let pieces = error.diagnostics.map { $0.jsonValue.encoded() }
            let text = DiagnosticRenderer(style: .plain).render(error.diagnostics)
            return (pieces + [text]).joined(separator: "\n")
        }
    }

    /// The first text of some whose report tells something, with its report.
    private static func leak(among texts: [String]) -> String? {
        for text in texts {
            let report = report(on: text)
            if planted.contains(where: report.contains) { return text + "\n" + report }
        }
        return nil
    }

    @Test func `the dossier is good, so that what is wrong below is what was done to it`() {
        #expect(PrivacyTests.forms.map(PrivacyTests.report) == ["", ""])
    }

    @Test func `a dossier cut anywhere tells nothing of what it holds`() {
        let cut = PrivacyTests.forms.flatMap { text in
            text.indices.map { String(text[..<$0]) }
        }

        #expect(PrivacyTests.leak(among: cut) == nil)
    }

    @Test(arguments: [
        "", "'", "“", "\\", "\u{1}", "\n", " ", ",", ";", "=", "//", "7", "é", "\u{A0}", "x\"x",
    ])
    func `a mark of the dossier replaced by something else tells nothing`(other: String) {
        let marks = Set("{}[]:,\"")
        let spoilt = PrivacyTests.forms.flatMap { text in
            text.indices.filter { marks.contains(text[$0]) }.map { index in
                text.replacingCharacters(at: index, with: other)
            }
        }

        #expect(spoilt.count > 300)
        #expect(PrivacyTests.leak(among: spoilt) == nil)
    }

    @Test(arguments: ["'", "`", "“", "«", ""])
    func `texts in other quotes, or in none, tell nothing`(quote: String) {
        let spoilt = PrivacyTests.forms.flatMap { text in
            text.matches(of: #/: "([^"]*)"/#).map { match in
                text.replacingCharacters(in: match.range, with: ": \(quote)\(match.1)\(quote)")
            }
        }

        #expect(PrivacyTests.leak(among: spoilt) == nil)
    }

    @Test(arguments: [
        "null", "true", "612345678", "1961.5", #"["Anne Kervadec"]"#, #"{"nom": "Anne Kervadec"}"#,
        #"{"inconnu": 3, "nom": "Anne Kervadec"}"#, #"{"inconu": "Anne Kervadec"}"#,
        #"{"inconnu": ["Anne Kervadec"]}"#, #"[null, "Kervadec", {"Anne Kervadec": null}]"#,
        #""Kervadec \u0007""#, #"Anne Kervadec"#, "0612345678", "06 12 34 56 78", "17/08/1961", "",
    ])
    func `a personal fact of another shape is not told`(value: String) throws {
        let personal = [
            "savoir_faire", "fonction", "langues", "conditions", "objet", "fichier", "labels",
            "naissance", "revenu", "situation", "mobile",
        ]
        let spoilt = try personal.flatMap { try PrivacyTests.setting($0, to: value) }

        #expect(PrivacyTests.leak(among: spoilt) == nil)
    }

    /// Both forms of the dossier with another value of a fact, wherever one of that name stands.
    private static func setting(_ name: String, to value: String) throws -> [String] {
        let known = try Regex("\"\(name)\": (\"[^\"]*\"|[0-9]+|\\[[^\\]{}]*\\]|\\{[^{}]*\\})")
        let spoilt = forms.map { $0.replacing(known, with: "\"\(name)\": \(value)") }
        #expect(spoilt.allSatisfy { !forms.contains($0) })
        return spoilt
    }

    @Test(arguments: ["statut", "jours_par_an"])
    func `what stands beside a person is not told either`(name: String) throws {
        let values = [
            #""Kervadec""#, #""Elu Kervadec""#, "19610817", "1961", "1961.5", #""1961""#,
            #"["Kervadec"]"#, #"{"nom": "Kervadec"}"#, #""""#, "true",
        ]
        let spoilt = try values.flatMap { try PrivacyTests.setting(name, to: $0) }

        #expect(PrivacyTests.leak(among: spoilt) == nil)
        #expect(spoilt.allSatisfy { !PrivacyTests.report(on: $0).isEmpty })
    }

    @Test(arguments: [
        #""17/08/1961""#, #""1961-02-30""#, #""1961-08-17T10:00:00""#, "1961", "99991961",
        #""veuve remariée""#, #""19 61""#,
    ])
    func `a personal fact of a policy that does not fit is not told`(value: String) throws {
        let spoilt = try ["naissance", "revenu", "situation"].flatMap {
            try PrivacyTests.setting($0, to: value)
        }

        #expect(PrivacyTests.leak(among: spoilt) == nil)
    }

    @Test func `a name of a field that is a sentence, an address or a number is not told`() {
        let names = ["Anne Kervadec", "anne.kervadec@exemple.fr", "0612345678", "06 12 34 56 78"]
        let spoilt = PrivacyTests.forms.flatMap { text in
            text.matches(of: #/"(\w+)":/#).flatMap { match in
                names.map { text.replacingCharacters(in: match.range, with: "\"\($0)\":") }
            }
        }

        #expect(PrivacyTests.leak(among: spoilt) == nil)
    }

    @Test func `a name in place of a record is not told`() {
        let spoilt = PrivacyTests.dossier.replacing(
            "\"experts\": [{", with: "\"experts\": [\"Anne Kervadec\", {")

        let report = PrivacyTests.report(on: spoilt)

        #expect(report.contains("expertises[1].experts[1]"))
        #expect(!report.contains("Kervadec"))
    }

    @Test func `a value at fault is shown where its fact is not personal`() {
        let spoilt = PrivacyTests.dossier.replacing("\"commune\"", with: "\"comune\"")

        let report = PrivacyTests.report(on: spoilt)

        #expect(report.contains("«\u{202F}comune\u{202F}»"))
        #expect(report.contains("\"nature\": \"comune\", \"categorie_juridique\": \"•• ••••••••\""))
    }

    @Test func `free texts about people are personal, names of bodies are not`() {
        #expect(
            PrivacyTests.personal(in: DossierSchema.standard.root) == [
                "expertises.savoir_faire", "expertises.references.intitule",
                "expertises.experts.fonction", "expertises.experts.langues",
                "expertises.conditions", "demandes.objet", "pieces.fichier",
            ])
    }

    private static func personal(in record: RecordSchema, under prefix: String = "") -> [String] {
        record.fields.flatMap { field in
            (field.isPersonal ? [prefix + field.name] : [])
                + (field.type.record.map { personal(in: $0, under: prefix + field.name + ".") }
                    ?? [])
        }
    }
}

extension String {
    fileprivate func replacingCharacters(at index: Index, with text: String) -> String {
        self[..<index] + text + self[self.index(after: index)...]
    }

    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
