// Verdicts built by hand, one of each kind, for the tests of the writers.
// SPDX-License-Identifier: MIT

import Labelling

@testable import PolicyEngine

/// Verdicts that no engine made: each field is written out.
enum Sample {
    static let filed = day(2021, 3, 1)
    static let decided = day(2021, 3, 10)

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let day = Day(year: year, month: month, day: day) else {
            preconditionFailure("a sample names a day that does not exist")
        }
        return day
    }

    static func rule(
        _ kind: RuleKind, _ id: String, _ titre: String, sujet: String = "dossier",
        _ outcome: Outcome, effect: Effect? = nil, isProvisional: Bool = false,
        motif: String? = nil, lus: [NamedValue] = [], parametres: [ParameterReading] = [],
        manquants: [String] = [], points: ClosedRange<Double>? = nil, valeur: ShownValue? = nil,
        nom: String? = nil, failedAt: String? = nil, nodes: [NodeValue] = [],
        sourceText: [RuleResult.FieldText] = [], isCommunicable: Bool = true,
        isCounted: Bool = true
    ) -> RuleResult {
        RuleResult(
            rule: WrittenRule(
                kind: kind, id: id, titre: titre, source: "Communiqué du 8 juillet 2020",
                effect: effect, nom: nom, sourceText: sourceText,
                file: "expe-ct/regles.lua", line: 12, isCommunicable: isCommunicable),
            sujet: sujet, outcome: outcome, isProvisional: isProvisional, motif: motif, lus: lus,
            parametres: parametres, manquants: manquants, hypotheses: [], points: points,
            valeur: valeur, failedAt: failedAt, nodes: nodes, isCounted: isCounted)
    }

    static func verdict(
        avis: Avis, nom: String = "Commune de Schirrhein", motifs: [String] = [],
        regles: [RuleResult] = [], expertises: [ExpertiseVerdict] = [],
        priorite: Priority = Priority(
            points: 0, pointsMax: 0, niveau: "normale", niveauMax: "normale", regles: []),
        signalements: [RuleResult] = [], calculs: [RuleResult] = [],
        hypotheses: [Hypothesis] = [], manquants: [String] = [], inconnus: [NamedValue] = [],
        transition: String? = nil, hasRegime: Bool = true
    ) -> Verdict {
        Verdict(
            numero: "2021-004", empreinteDossier: "sha256:" + String(repeating: "0", count: 64),
            nom: nom, deposeLe: filed,
            regime: hasRegime
                ? RegimeReference(
                    id: "expe-ct", titre: "EXPE-CT",
                    empreinte: "sha256:" + String(repeating: "1", count: 64)) : nil,
            moteur: "0.1.0", dateDecision: decided, avis: avis, motifs: motifs, regles: regles,
            expertises: expertises, priorite: priorite, signalements: signalements,
            calculs: calculs, hypotheses: hypotheses, manquants: manquants, inconnus: inconnus,
            transition: transition)
    }

    /// Something is missing: experts, and a row of a table.
    static let incomplete = verdict(
        avis: .incomplet,
        motifs: ["Troisième partie du dossier : experts : La troisième partie est à compléter."],
        regles: [
            rule(
                .critere, "ELIG-01", "Demandeur cité par le programme", .satisfaite,
                effect: .examen,
                lus: [NamedValue(name: "collectivite.nature", value: .text("commune"))])
        ],
        expertises: [
            ExpertiseVerdict(
                number: 1, intitule: "Gestion des déchets ménagers", domaine: "dechets",
                avis: .incomplet,
                validite: LabelPeriod(
                    debut: decided, fin: day(2024, 3, 9), regle: "VAL-01"),
                regles: [
                    rule(
                        .critere, "EXP-04", "Deuxième partie du dossier : références",
                        sujet: "expertises[1]", .satisfaite, effect: .piece,
                        lus: [
                            NamedValue(name: "expertises[1].references", value: .list(count: 2))
                        ],
                        parametres: [
                            ParameterReading(
                                name: "references_minimum", value: .integer(1),
                                du: day(2020, 7, 8), unite: "références")
                        ]),
                    rule(
                        .critere, "EXP-05", "Troisième partie du dossier : experts",
                        sujet: "expertises[1]", .nonSatisfaite, effect: .piece,
                        isProvisional: true, motif: "La troisième partie est à compléter.",
                        manquants: ["expertises[1].experts"]),
                    rule(
                        .critere, "EXP-07", "Au moins un expert élu ou agent territorial",
                        sujet: "expertises[1]", .indeterminee, effect: .examen,
                        motif: "Impossible à établir sans connaître expertises[1].experts.",
                        manquants: ["expertises[1].experts"]),
                ])
        ],
        priorite: Priority(
            points: 40, pointsMax: 70, niveau: "haute", niveauMax: "haute",
            regles: [
                rule(
                    .priorite, "PRIO-01", "Pays où les collectivités sont peu présentes",
                    sujet: "demandes[1]", .indeterminee, manquants: ["presence[TV]"],
                    points: 0...30),
                rule(
                    .priorite, "PRIO-02", "Demande étrangère précise et urgente",
                    sujet: "demandes[1]", .satisfaite, motif: "Tuvalu : demande urgente.",
                    lus: [NamedValue(name: "demandes[1].pays", value: .text("TV"))],
                    points: 40...40),
            ]),
        calculs: [
            rule(
                .calcul, "CAL-01", "Prochain comité de sélection", .satisfaite,
                valeur: .day(day(2022, 1, 27)), nom: "prochain_comite")
        ],
        manquants: ["expertises[1].experts", "presence[TV]"],
        inconnus: [NamedValue(name: "expertises[1].experts", value: .text("attendue en mai"))])

    /// Nothing is wrong.
    static let favorable = verdict(
        avis: .favorable,
        expertises: [
            ExpertiseVerdict(
                number: 1, intitule: "Eau", domaine: nil, avis: .favorable,
                validite: LabelPeriod(debut: decided, fin: day(2024, 3, 9), regle: "VAL-01"),
                regles: [rule(.critere, "EXP-02", "Domaine", sujet: "expertises[1]", .satisfaite)])
        ])

    /// A rule failed.
    static let failed = verdict(
        avis: .enErreur, motifs: ["Boucle : La règle a échoué."],
        regles: [
            rule(
                .critere, "ERR-01", "Boucle", .enErreur, effect: .examen,
                motif: "La règle a échoué : le calcul dépasse 200 000 instructions.",
                failedAt: "expe-ct/boucle.lua:7")
        ],
        priorite: Priority(
            points: nil, pointsMax: nil, niveau: nil, niveauMax: nil,
            regles: [rule(.priorite, "PRIO-09", "Erreur", .enErreur, motif: "La règle a échoué.")]))
}
