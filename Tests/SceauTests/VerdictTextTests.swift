// Tests of the text of a verdict.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

@testable import PolicyEngine
@testable import sceau

struct VerdictTextTests {
    private func text(_ verdict: Verdict, _ palette: Palette = .plain) -> String {
        VerdictText(verdict, schema: .standard).page(palette)
    }

    private func lines(_ verdict: Verdict) -> [String] {
        text(verdict).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    struct Opening: CustomTestStringConvertible {
        let avis: Avis
        let line: String
        var testDescription: String { avis.rawValue }
    }

    @Test(arguments: [
        Opening(avis: .favorable, line: "✓ FAVORABLE"),
        Opening(avis: .aExaminer, line: "! À EXAMINER"),
        Opening(avis: .incomplet, line: "? INCOMPLET"),
        Opening(avis: .defavorable, line: "✗ DÉFAVORABLE"),
        Opening(avis: .partage, line: "≠ PARTAGÉ"),
        Opening(avis: .enErreur, line: "⚠ EN ERREUR"),
    ])
    func `the opinion comes first, in symbol and word`(opening: Opening) {
        #expect(lines(Sample.verdict(avis: opening.avis)).first == opening.line)
    }

    @Test func `an incomplete dossier reads from opinion to next step`() throws {
        try expectRecorded(text(Sample.incomplete), as: "modele-incomplet.txt")
    }

    @Test func `a failed rule shows its file and line`() throws {
        try expectRecorded(text(Sample.failed), as: "modele-en-erreur.txt")
    }

    @Test func `the text ends with who decides`() {
        #expect(
            text(Sample.favorable)
                .hasSuffix("\nCeci est un avis\u{A0}: la décision appartient au ministère.\n"))
    }

    @Test func `the period is told with both its days`() {
        #expect(
            text(Sample.favorable)
                .contains("Label        s’il est accordé, du 10 mars 2021 au 9 mars 2024 inclus"))
    }

    @Test func `a missing fact says what it would change, and the dossier's own reason`() {
        let page = text(Sample.incomplete)

        #expect(page.contains("• Experts mobilisables (expertise 1) — expertises[1].experts\n"))
        #expect(page.contains("Le dossier en dit\u{A0}: «\u{202F}attendue en mai\u{202F}».\n"))
        #expect(page.contains("→ sans cela, l’avis reste incomplet (EXP-05 et EXP-07).\n"))
        #expect(page.contains("→ peut encore donner jusqu’à 30 points de priorité (PRIO-01).\n"))
    }

    @Test func `an open priority shows its span`() {
        #expect(text(Sample.incomplete).contains("\nPriorité\u{A0}: haute, de 40 à 70 points\n"))
    }

    @Test func `two levels are possible`() {
        let priority = Priority(
            points: 10, pointsMax: 40, niveau: "normale", niveauMax: "haute", regles: [])

        #expect(priority.french == "normale ou haute, de 10 à 40 points")
    }

    @Test func `a number of points that is unknown has no upper end`() {
        let priority = Priority(
            points: 1, pointsMax: nil, niveau: "normale", niveauMax: nil, regles: [])

        #expect(priority.french == "nombre de points inconnu (normale, 1 point sans ce qui l’est)")
    }

    @Test func `only one request of several counts for a priority rule`() {
        let verdict = Sample.verdict(
            avis: .favorable,
            priorite: Priority(
                points: 30, pointsMax: 30, niveau: "haute", niveauMax: "haute",
                regles: [
                    Sample.rule(
                        .priorite, "PRIO-01", "Présence", sujet: "demandes[1]", .satisfaite,
                        points: 30...30, isCounted: false),
                    Sample.rule(
                        .priorite, "PRIO-01", "Présence", sujet: "demandes[2]", .satisfaite,
                        points: 30...30),
                ]))

        let page = text(verdict)

        #expect(page.contains("→ 30 points non ajoutés"))
        #expect(page.contains("→ + 30 points.\n"))
    }

    @Test func `every line fits in 100 columns whatever the dossier holds`() {
        let long = String(repeating: "非常に長い名前", count: 60)
        let verdict = Sample.verdict(
            avis: .incomplet, nom: long, motifs: [String(repeating: "a", count: 400)],
            regles: [
                Sample.rule(
                    .critere, "UN-IDENTIFIANT-SANS-FIN-NI-RAISON", long, .nonSatisfaite,
                    effect: .piece, motif: long,
                    lus: [NamedValue(name: "collectivite.nom", value: .text(long))],
                    manquants: ["tableau[\(long)]"])
            ], manquants: ["tableau[\(long)]"])

        let widest = lines(verdict).map(\.displayWidth).max()

        #expect(widest == 100)
    }

    @Test func `control characters of a dossier are shown, never sent to the terminal`() {
        let verdict = Sample.verdict(
            avis: .favorable, nom: "a\u{1B}[31mb\u{202E}c\nd",
            motifs: ["x\u{7}y"])

        let page = text(verdict)

        #expect(page.contains("Demandeur    a␛[31mb\u{FFFD}c␊d\n"))
        #expect(page.contains("x␇y"))
        #expect(!page.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `plain text has no escape byte and coloured text says the same`() {
        let plain = text(Sample.incomplete)
        let colored = text(Sample.incomplete, .colored)

        #expect(!plain.utf8.contains(0x1B))
        #expect(colored.utf8.contains(0x1B))
        let stripped = colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(stripped == plain)
    }

    @Test func `what to ask for names every piece that is not there, and open facts`() {
        let verdict = Sample.verdict(
            avis: .incomplet,
            regles: [
                Sample.rule(
                    .critere, "IDENT-01", "Numéro SIREN", .nonSatisfaite, effect: .piece,
                    manquants: ["collectivite.siren"]),
                Sample.rule(
                    .critere, "EXP-04", "Deuxième partie", .nonSatisfaite, effect: .piece,
                    motif: "Aucune référence."),
                Sample.rule(
                    .critere, "EXP-09", "Suite", .indeterminee,
                    manquants: ["collectivite.code_insee", "presence[TV]"]),
                Sample.rule(.critere, "ELIG-01", "Demandeur", .nonSatisfaite, effect: .examen),
            ], manquants: ["collectivite.siren"])

        #expect(
            text(verdict).contains(
                """
                  1. Demander au demandeur\u{A0}:
                     • IDENT-01\u{A0}: Numéro SIREN.
                     • EXP-04\u{A0}: Aucune référence.
                     • Code INSEE de la commune, pour EXP-09.
                  2. Faire compléter les tableaux de la politique\u{A0}:
                     • Tableau «\u{202F}presence\u{202F}», ligne Tuvalu (TV), pour EXP-09.
                  3. Compléter le dossier

                """.dropLast()))
    }

    @Test func `a criterion that lacks several facts never claims that each is necessary`() {
        let missing = ["collectivite.rna", "collectivite.siren"]
        let verdict = Sample.verdict(
            avis: .incomplet,
            regles: [
                Sample.rule(
                    .critere, "IDENT-02", "SIREN ou RNA", .nonSatisfaite, effect: .piece,
                    isProvisional: true, manquants: missing)
            ], manquants: missing)

        let page = text(verdict)

        #expect(!page.contains("sans cela, l’avis reste incomplet"))
        #expect(
            page.contains(
                """
                  • Numéro RNA de l’association — collectivite.rna
                  • Numéro SIREN — collectivite.siren
                    → plusieurs faits manquent à IDENT-02\u{A0}: l’un ou l’autre peut suffire, voir la règle.

                """))
    }

    @Test func `undetermined criteria that lack the same facts share one sentence`() {
        let reason = "Impossible à établir sans connaître expertises."
        let verdict = Sample.verdict(
            avis: .incomplet,
            motifs: [
                "Un\u{A0}: impossible à établir sans connaître expertises.",
                "Deux\u{A0}: impossible à établir sans connaître expertises.",
            ],
            regles: [("EXP-01", "Un"), ("EXP-02", "Deux")].map {
                Sample.rule(
                    .critere, $0, $1, .indeterminee, motif: reason, manquants: ["expertises"])
            }, manquants: ["expertises"])

        #expect(
            text(verdict).contains(
                """
                Pourquoi
                  • EXP-01 et EXP-02\u{A0}: impossible à établir sans connaître «\u{202F}expertises présentées\u{202F}».

                Règles
                """))
    }

    @Test func `a criterion that does not hold tells its source`() {
        let verdict = Sample.verdict(
            avis: .defavorable,
            regles: [Sample.rule(.critere, "ELIG-02", "T", .nonSatisfaite, effect: .refus)])

        #expect(text(verdict).contains("  source\u{A0}: Communiqué du 8 juillet 2020\n"))
    }

    @Test func `cells of one row make one phrase and a parameter has its unit and its date`() {
        let verdict = Sample.verdict(
            avis: .favorable,
            regles: [
                Sample.rule(
                    .critere, "A-01", "T", .satisfaite,
                    lus: [
                        NamedValue(name: "presence[DE].nombre", value: .integer(2300)),
                        NamedValue(name: "presence[DE].unite", value: .text("projets")),
                    ],
                    parametres: [
                        ParameterReading(
                            name: "seuil", value: .integer(10), du: Sample.day(2020, 7, 8),
                            unite: "projets")
                    ])
            ])

        let words = text(verdict).replacing(#/\s+/#, with: " ")

        #expect(
            words.contains(
                "tableau « presence », ligne Allemagne (DE) : nombre 2 300, unite projets · seuil : 10 projets, depuis le 8 juillet 2020"
            ))
    }

    @Test func `points taken away have their own sign`() {
        let verdict = Sample.verdict(
            avis: .favorable,
            priorite: Priority(
                points: -20, pointsMax: -20, niveau: nil, niveauMax: nil,
                regles: [
                    Sample.rule(.priorite, "PRIO-01", "T", .satisfaite, points: -20 ... -20)
                ]))

        #expect(text(verdict).contains("→ − 20 points.\n"))
    }

    @Test func `a blank domain leaves no parentheses`() {
        let expertise = ExpertiseVerdict(
            number: 1, intitule: "Eau", domaine: " ", avis: .favorable, validite: nil, regles: [])

        #expect(expertise.heading == "Expertise 1 : Eau")
    }

    @Test func `absent complements are named by what the rules read of them`() {
        let schema = DossierSchema.standard.adding(complements: [
            FactField("surface", "surface cultivée", .integer),
            FactField("surface_bio", "surface en bio", .integer),
        ])
        let rule = Sample.rule(
            .critere, "A-01", "T", .indeterminee, manquants: ["complements"],
            sourceText: [
                RuleResult.FieldText(field: "exige", text: "dossier.complements.surface > 3")
            ])

        #expect(FactNames(schema, readBy: [rule]).name(of: "complements") == "surface cultivée")
    }

    @Test func `a reason that must not be told is marked`() {
        let verdict = Sample.verdict(
            avis: .aExaminer,
            regles: [
                Sample.rule(
                    .critere, "SEC-01", "Secret", .nonSatisfaite, effect: .examen,
                    motif: "Motif réservé.", isCommunicable: false)
            ])

        #expect(
            text(verdict).contains(
                "→ À examiner. Motif réservé. [motif non communicable au demandeur]"))
    }

    @Test func `a provisional result says what it did without`() {
        let verdict = Sample.verdict(
            avis: .favorable,
            regles: [
                Sample.rule(
                    .critere, "IDENT-04", "Forme juridique", .sansObjet, effect: .piece,
                    isProvisional: true, manquants: ["collectivite.categorie_juridique"])
            ], manquants: ["collectivite.categorie_juridique"])

        let page = text(verdict)

        #expect(
            page.contains("résultat provisoire, donné sans\u{A0}: catégorie juridique de l’INSEE\n")
        )
        #expect(page.contains("→ résultat provisoire de IDENT-04, donné sans cela.\n"))
    }

    @Test func `a dossier without a regime says so and shows no priority`() {
        let verdict = Sample.verdict(
            avis: .defavorable, motifs: ["Aucun régime."], hasRegime: false)

        let page = text(verdict)

        #expect(page.contains("Régime       aucun ne couvre ce dossier\n"))
        #expect(!page.contains("Priorité"))
        #expect(page.contains("1. Vérifier la date de dépôt"))
    }

    @Test func `a decision outside the regime's period is flagged first`() {
        let verdict = Sample.verdict(
            avis: .favorable,
            signalements: [
                Sample.rule(.signalement, "SIG-01", "Aide suspendue", .satisfaite, motif: "Niger.")
            ],
            transition: "Le régime a pris fin")

        let page = text(verdict)

        #expect(page.contains("! signalé                 Le régime a pris fin.\n"))
        #expect(page.contains("! signalé         SIG-01  Aide suspendue\n"))
        #expect(page.contains("Lire les 2 signalements"))
    }
}
