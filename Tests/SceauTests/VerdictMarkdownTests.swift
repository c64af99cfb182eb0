// Tests of verdicts as Markdown.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import PolicyEngine
@testable import sceau

struct VerdictMarkdownTests {
    private func page(_ verdicts: Verdict..., isBatch: Bool = false) -> String {
        let results = verdicts.enumerated().map { index, verdict in
            EvaluatedDossier(
                place: DossierPlace(path: "lot_1.ndjson", line: index + 1),
                outcome: .verdict(verdict))
        }
        return VerdictReport(results, isBatch: isBatch, schema: .standard)
            .written(as: .markdown, .plain)
    }

    @Test func `an incomplete dossier is a page from opinion to next step`() throws {
        try expectRecorded(page(Sample.incomplete), as: "modele-incomplet.md")
    }

    @Test func `several dossiers are one page with a table of them first`() throws {
        try expectRecorded(
            page(Sample.favorable, Sample.failed, isBatch: true), as: "modele-plusieurs.md")
    }

    @Test func `a batch without any verdict says so and has no empty table`() {
        #expect(
            page(isBatch: true) == """
                # Avis sur plusieurs dossiers

                0 dossier évalué

                **Ceci est un avis\u{A0}: la décision appartient au ministère.**

                """)
    }

    @Test func `flags stand in a table, the transition before them`() {
        let verdict = Sample.verdict(
            avis: .favorable,
            signalements: [
                Sample.rule(
                    .signalement, "SIG-01", "Suspension", sujet: "demandes[2]", .satisfaite,
                    motif: "L’aide est suspendue")
            ],
            transition: "Le régime a pris fin")

        let page = page(verdict)

        #expect(page.contains("**! signalé**\u{A0}: Le régime a pris fin.\n"))
        #expect(
            page.contains(
                "\n| ! signalé | SIG-01 | Suspension — demande 2 | L’aide est suspendue. |\n"))
    }

    @Test func `an assumption is told, and a dossier without a regime has no priority`() {
        let verdict = Sample.verdict(
            avis: .defavorable,
            hypotheses: [
                Hypothesis(
                    fait: "collectivite.outre_mer", valeur: .boolean(false), regle: "ELIG-09",
                    sujet: "dossier")
            ], hasRegime: false)

        let one = page(verdict)
        let several = page(verdict, isBatch: true)

        #expect(one.contains("## Hypothèses\n\n- ELIG-09 a supposé, faute de"))
        #expect(!one.contains("Priorité"))
        #expect(
            several.contains(
                "| 2021-004 | Commune de Schirrhein | 1er mars 2021 | ✗ DÉFAVORABLE |  | lot\\_1.ndjson:1 |"
            ))
    }

    @Test func `no text of a dossier or of a policy forms markup`() {
        let hostile = "a|b\n# c <b>*d*</b> `e` [f](g)"
        let verdict = Sample.verdict(
            avis: .incomplet, nom: hostile, motifs: [hostile],
            regles: [
                Sample.rule(
                    .critere, hostile, hostile, .nonSatisfaite, effect: .piece, motif: hostile,
                    lus: [NamedValue(name: "collectivite.nom", value: .text(hostile))],
                    manquants: [hostile])
            ],
            expertises: [
                ExpertiseVerdict(
                    number: 1, intitule: hostile, domaine: hostile, avis: .incomplet,
                    validite: nil, regles: [])
            ],
            manquants: [hostile], inconnus: [NamedValue(name: hostile, value: .text(hostile))])

        let page = page(verdict, isBatch: true)

        let lines = page.split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("# ") } == ["# Avis sur plusieurs dossiers"])
        #expect(!page.contains("<b>"))
        #expect(!page.contains("*d*"))
        #expect(!page.contains("a|b"))
        #expect(!page.contains(" `e"))
        #expect(!page.contains("[f]("))
        #expect(page.contains(##"a\|b \# c \<b\>\*d\*\</b\> \`e\` \[f\](g)"##))
    }
}
