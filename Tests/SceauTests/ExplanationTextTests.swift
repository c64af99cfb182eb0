// Tests of the text that explains every rule.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import PolicyEngine
@testable import sceau

struct ExplanationTextTests {
    private let verdict = Sample.verdict(
        avis: .favorable,
        regles: [
            Sample.rule(
                .critere, "EXP-04", "Références", sujet: "expertises[1]", .satisfaite,
                effect: .piece,
                lus: [NamedValue(name: "expertises[1].references", value: .list(count: 2))],
                parametres: [
                    ParameterReading(
                        name: "references_minimum", value: .integer(1),
                        du: Sample.day(2020, 7, 1), unite: "références")
                ],
                nodes: [
                    NodeValue(
                        depth: 0, text: "nombre(expertise.references) >= references_minimum",
                        value: .boolean(true), field: "exige"),
                    NodeValue(
                        depth: 1, text: "nombre(expertise.references)", value: nil, field: "exige"),
                ],
                sourceText: [
                    RuleResult.FieldText(
                        field: "exige",
                        text:
                            "nombre(expertise.references)\n       >= references_minimum -- « a » : b"
                    )
                ])
        ])

    private var page: String {
        ExplanationText(verdict, schema: .standard, regime: nil).page(.plain)
    }

    @Test func `a rule tells its source, its place and its text`() {
        #expect(page.contains("    Source       Communiqué du 8 juillet 2020\n"))
        #expect(page.contains("    Écrite à     expe-ct/regles.lua:12\n"))
        #expect(page.contains("    Texte        exige = nombre(expertise.references)\n"))
    }

    @Test func `the regime's own flag is explained like a rule's`() {
        let across = Sample.verdict(avis: .favorable, transition: "Déposé sous PACT 3")

        let page = ExplanationText(across, schema: .standard, regime: nil).page(.plain)

        #expect(page.contains("! signalé         TRANSITION"))
        #expect(page.contains("    Motif        Déposé sous PACT 3.\n"))
    }

    @Test func `Lua keeps its indents and its plain spaces`() {
        #expect(page.contains("\n                        >= references_minimum -- « a » : b\n"))
    }

    @Test func `values and parameters carry their dates`() {
        #expect(page.contains("    Lu           expertises[1].references\u{A0}: 2 éléments\n"))
        #expect(
            page.contains(
                "    Paramètre    references_minimum\u{A0}: 1 (références), depuis le 1er juillet 2020\n"
            ))
    }

    @Test func `the tree shows each part under the whole, an unknown as such`() {
        #expect(
            page.contains(
                """
                    Calcul       exige
                                 nombre(expertise.references) >= references_minimum → oui
                                   nombre(expertise.references) → inconnu

                """))
    }

    @Test func `a validity shows the days that it gave to each expertise`() {
        let verdict = Sample.verdict(
            avis: .favorable,
            regles: [Sample.rule(.validite, "VAL-01", "Durée", .satisfaite)],
            expertises: Sample.favorable.expertises)

        let page = ExplanationText(verdict, schema: .standard, regime: nil).page(.plain)

        #expect(page.contains("  Expertise 1\u{A0}: Eau\n    ✓ FAVORABLE\n"))
        #expect(
            page.contains("    Label        expertise 1, du 10 mars 2021 au 9 mars 2024 inclus\n"))
    }

    @Test func `a dossier without a regime says why`() {
        let verdict = Sample.verdict(
            avis: .defavorable, motifs: ["Aucun régime."], hasRegime: false)

        let page = ExplanationText(verdict, schema: .standard, regime: nil).page(.plain)

        #expect(page.contains("Pourquoi\n  • Aucun régime.\n"))
    }
}
