// What is told of missing facts beside what completing the dossier would change.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import PolicyAnalysis
@testable import PolicyEngine
@testable import sceau

struct OutlookTextTests {
    private static let path = "expertises[1].conditions"

    private func outlook(settled: Avis?, isPartial: Bool = false) throws -> Outlook {
        let piece = DecisivePiece(
            path: try #require(FactPath(OutlookTextTests.path)), opinions: [], points: [],
            isPartial: isPartial, isExact: !isPartial)
        return Outlook(pieces: [piece], gaps: [], settled: [settled], points: nil)
    }

    private let verdict = Sample.verdict(
        avis: .incomplet,
        regles: [
            Sample.rule(
                .critere, "EXP-06", "Conditions", sujet: "expertises[1]", .indeterminee,
                effect: .piece, manquants: [path])
        ],
        manquants: [path])

    private func page(_ outlook: Outlook) -> String {
        VerdictText(verdict, schema: .standard, outlook: outlook).page(.plain)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `a fact without effect is not said to keep the dossier incomplete`() throws {
        let page = page(try outlook(settled: .incomplet))

        #expect(
            page.contains("→ EXP-06 en dépend, mais l’avis reste incomplet pour un autre motif."))
        #expect(!page.contains("sans cela"))
        #expect(page.contains("sans effet"))
    }

    @Test func `a fact that must be given whatever it says is told so`() throws {
        let page = page(try outlook(settled: .favorable))

        #expect(page.contains("→ sans cela, l’avis reste incomplet (EXP-06)."))
        #expect(
            page.contains("→ quelle que soit sa valeur, l’avis et la priorité seront les mêmes."))
        #expect(!page.contains("sans effet"))
    }

    @Test func `a search that was cut short before any value told is said to be partial`() throws {
        let page = page(try outlook(settled: nil, isPartial: true))

        #expect(page.contains("résultat partiel"))
    }

    @Test func `a page for notes tells what the values change as well`() throws {
        var markdown = MarkdownPage()
        VerdictMarkdown(verdict, schema: .standard, outlook: try outlook(settled: .incomplet))
            .write(to: &markdown)

        #expect(markdown.text.contains("Sans effet"))
        #expect(markdown.text.contains("Quoi que disent les faits qui manquent"))
    }
}
