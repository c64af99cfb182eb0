// Tests of verdicts as a table.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import PolicyEngine
@testable import sceau

struct VerdictTableTests {
    /// The lines of a table, its header left out.
    private func rows(_ verdict: Verdict, _ profile: CSVProfile = .ouvert, line: Int? = nil)
        -> [String]
    {
        let place = DossierPlace(path: "a.json", line: line)
        let table = VerdictTable([(place, verdict)], schema: .standard).written(for: profile)
        return table.split(separator: "\r\n").dropFirst().map(String.init)
    }

    @Test func `the header names the columns`() {
        let table = VerdictTable([], schema: .standard).written(for: .ouvert)

        #expect(
            table
                == "fichier,ligne,numero,demandeur,depose_le,date_decision,regime,avis_dossier,"
                + "expertise,intitule,domaine,avis,validite_debut,validite_fin,validite_regle,"
                + "points,points_max,niveau,niveau_max,signalements,motifs,manquants\r\n")
    }

    @Test func `an expertise is a row for programs`() {
        #expect(
            rows(Sample.incomplete) == [
                "a.json,,2021-004,Commune de Schirrhein,2021-03-01,2021-03-10,expe-ct,incomplet,1,"
                    + "Gestion des déchets ménagers,dechets,incomplet,2021-03-10,2024-03-09,VAL-01,"
                    + "40,70,haute,haute,,La troisième partie est à compléter. | Au moins un expert"
                    + " élu ou agent territorial\u{A0}: impossible à établir sans connaître"
                    + " expertises[1].experts.,expertises[1].experts | presence[TV]"
            ])
    }

    @Test func `the same row is French for Excel`() {
        #expect(
            rows(Sample.incomplete, .excel, line: 3) == [
                "a.json;3;2021-004;Commune de Schirrhein;01/03/2021;10/03/2021;expe-ct;incomplet;1;"
                    + "Gestion des déchets ménagers;dechets;incomplet;10/03/2021;09/03/2024;VAL-01;"
                    + "40;70;haute;haute;;La troisième partie est à compléter. | Au moins un expert"
                    + " élu ou agent territorial\u{A0}: impossible à établir sans connaître «\u{202F}experts"
                    + " mobilisables (expertise 1)\u{202F}».;experts mobilisables (expertise 1) | tableau"
                    + " «\u{202F}presence\u{202F}», ligne Tuvalu (TV)"
            ])
    }

    @Test func `standard input is named for the reader, for a dash alone would be a formula`() {
        let place = DossierPlace(path: "-", line: 1)
        let table = VerdictTable([(place, Sample.favorable)], schema: .standard)

        #expect(table.written(for: .ouvert).contains("\r\n-,1,2021-004,"))
        #expect(table.written(for: .excel).contains("\r\nentrée standard;1;2021-004;"))
    }

    @Test func `a dossier without expertises or regime is one row`() {
        let verdict = Sample.verdict(
            avis: .defavorable, motifs: ["Aucun régime"],
            priorite: Priority(
                points: nil, pointsMax: nil, niveau: nil, niveauMax: nil, regles: []),
            hasRegime: false)

        #expect(
            rows(verdict) == [
                "a.json,,2021-004,Commune de Schirrhein,2021-03-01,2021-03-10,,defavorable,,,,"
                    + "defavorable,,,,,,,,,Aucun régime,"
            ])
    }

    @Test func `flags raised are named, the transition first, the others left out`() {
        let verdict = Sample.verdict(
            avis: .aExaminer,
            signalements: [
                Sample.rule(.signalement, "SIG-01", "A", .satisfaite, motif: "Levé."),
                Sample.rule(.signalement, "SIG-02", "B", .indeterminee, motif: "Ouvert."),
                Sample.rule(.signalement, "SIG-03", "Sans motif", .satisfaite),
            ], transition: "Fin du régime.")

        #expect(
            rows(verdict)[0].contains(
                ",TRANSITION\u{A0}: Fin du régime. | SIG-01\u{A0}: Levé. | SIG-03\u{A0}: Sans motif,"
            ))
    }

    @Test func `each expertise has its own reasons and what it lacks itself`() {
        func expertise(_ number: Int) -> ExpertiseVerdict {
            ExpertiseVerdict(
                number: number, intitule: nil, domaine: nil, avis: .incomplet, validite: nil,
                regles: [
                    Sample.rule(
                        .critere, "EXP-05", "Experts", sujet: "expertises[\(number)]",
                        .nonSatisfaite, effect: .piece, motif: "Experts de la \(number).")
                ])
        }
        let verdict = Sample.verdict(
            avis: .incomplet, motifs: ["tous"],
            regles: [
                Sample.rule(
                    .critere, "ELIG-01", "Nature", .nonSatisfaite, effect: .piece, motif: "N.")
            ],
            expertises: [expertise(1), expertise(10)],
            manquants: ["collectivite.siren", "expertises[1].experts", "expertises[10].experts"])

        let found = rows(verdict)

        #expect(found.count == 2)
        #expect(
            found[0].hasSuffix(
                ",N. | Experts de la 1.,collectivite.siren | expertises[1].experts"))
        #expect(
            found[1].hasSuffix(
                ",N. | Experts de la 10.,collectivite.siren | expertises[10].experts"))
    }
}
