// Verdicts on dossiers of thousands of elements: what they say grows with them, not faster.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import PolicyEngine
@testable import sceau

/// A page that looked through all rules or paths for each of them would take hours.
struct LargeVerdictTests {
    private static let count = 4000

    /// As many expertises, each without a title; all wait for it.
    private static let verdict: Verdict = {
        let paths = (1...count).map { "expertises[\($0)].intitule" }
        return Sample.verdict(
            avis: .incomplet,
            motifs: paths.enumerated().map {
                "Expertise \($0 + 1)\u{A0}: Titre\u{A0}: impossible à établir sans connaître"
                    + " \($1)."
            },
            expertises: paths.enumerated().map { index, path in
                ExpertiseVerdict(
                    number: index + 1, intitule: nil, domaine: nil, avis: .incomplet,
                    validite: nil,
                    regles: [
                        Sample.rule(
                            .critere, "EXP-01", "Titre", sujet: "expertises[\(index + 1)]",
                            .indeterminee,
                            motif: "Impossible à établir sans connaître \(path).",
                            manquants: [path])
                    ])
            }, manquants: paths,
            inconnus: paths.map { NamedValue(name: $0, value: .text("perdu")) })
    }()

    @Test func `a text names each expertise in its reason, its lack and its next step`() {
        let page = VerdictText(Self.verdict, schema: .standard).page(.plain)

        let words = page.replacing(#/ *\n */#, with: " ")
        #expect(
            words.contains(
                "• Expertise 3999\u{A0}: Titre\u{A0}: impossible à établir sans connaître «\u{202F}intitulé"
                    + " de l’expertise (expertise 3999)\u{202F}». "))
        #expect(
            words.contains(
                " • Intitulé de l’expertise (expertise 3999) — expertises[3999].intitule "))
        #expect(page.contains("     • Intitulé de l’expertise (expertise 3999), pour EXP-01.\n"))
        #expect(page.split(separator: "\n").count { $0.contains("perdu") } == Self.count)
    }

    @Test func `a page of Markdown does`() {
        var page = MarkdownPage()
        VerdictMarkdown(Self.verdict, schema: .standard).write(to: &page)

        #expect(
            page.text.contains(
                "sans connaître «\u{202F}intitulé de l’expertise (expertise 3999)\u{202F}»."))
        #expect(page.text.contains("Le dossier en dit"))
    }

    @Test func `a table has a row for each, with what it lacks itself`() {
        let place = DossierPlace(path: "a.json", line: nil)
        let rows = VerdictTable([(place, Self.verdict)], schema: .standard).written(for: .excel)
            .split(separator: "\r\n")

        #expect(rows.count == Self.count + 1)
        #expect(
            rows[3999].hasSuffix(
                "sans connaître «\u{202F}intitulé de l’expertise (expertise 3999)\u{202F}».;"
                    + "intitulé de l’expertise (expertise 3999)"))
    }
}

struct PathNamingTests {
    private func named(_ paths: [String], _ sentence: String) -> String {
        PathNaming(paths, FactNames(.standard)).naming(sentence)
    }

    @Test func `the longest path is named where several stand`() {
        #expect(
            named(
                ["collectivite.siren", "expertises", "expertises[1]", "expertises[1].intitule"],
                "sans expertises[1].intitule, expertises, expertises[2] et collectivite.siren.")
                == "sans «\u{202F}intitulé de l’expertise (expertise 1)\u{202F}»,"
                + " «\u{202F}expertises présentées\u{202F}», «\u{202F}expertises présentées\u{202F}»[2]"
                + " et «\u{202F}numéro SIREN\u{202F}».")
    }

    @Test func `a path that another one starts is found after the longer one fails`() {
        #expect(
            named(
                ["pieces", "pieces[1].date", "pieces[1].fichier"], "pieces[1].da, pieces[1]date")
                == "«\u{202F}pièces jointes\u{202F}»[1].da, «\u{202F}pièces jointes\u{202F}»[1]date"
        )
    }

    @Test func `a sentence without paths is as it was`() {
        #expect(named(["labels"], "Rien n’est dit.") == "Rien n’est dit.")
        #expect(named([], "pieces") == "pieces")
        #expect(named(["labels"], "label") == "label")
    }
}
