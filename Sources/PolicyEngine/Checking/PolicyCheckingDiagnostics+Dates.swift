// The texts of what is found between dates: regimes that clash or leave days, parameters without value.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

// MARK: - Regimes

extension PolicyFinding {
    /// Two regimes that one dossier chooses.
    static func overlappingRegimes(_ overlap: RegimeCoverage.Overlap) -> PolicyFinding {
        let (earlier, later) = (overlap.earlier.quotedToken, overlap.later.quotedToken)
        return PolicyFinding(
            code: .overlappingRegimes,
            message: "les régimes \(earlier) et \(later) couvrent tous deux un dossier "
                + overlap.witness.french,
            help: "un dossier relève d’un seul régime : fermez \(earlier) avec « jusqu_au », ou "
                + "choisissez les deux par le même jour avec « date_de_choix »")
    }

    /// Days between two regimes on which a dossier chooses none.
    static func uncoveredDays(_ gap: RegimeCoverage.Gap) -> PolicyFinding {
        let days = [("dépôt", gap.filed), ("décision", gap.decided)]
            .filter { $0.1 != Period() }.map { "\($0.0) \($0.1.french)" }
        return PolicyFinding(
            severity: .warning, code: .gapBetweenRegimes,
            message: "aucun régime ne couvre un dossier \(gap.witness.french)",
            help: "reculez le « jusqu_au » de \(gap.after.quotedToken), ou avancez le « du » de "
                + gap.before.quotedToken,
            notes: [
                "jours sans régime : \(days.joined(separator: ", "))",
                "sans régime, l’avis est défavorable",
            ])
    }
}

extension RegimeCoverage.Pair {
    /// « déposé le 7 juillet 2020 et décidé le 8 juillet 2020 ».
    fileprivate var french: String {
        filed == decided
            ? "déposé et décidé le \(French.day(filed))"
            : "déposé le \(French.day(filed)) et décidé le \(French.day(decided))"
    }
}

// MARK: - Parameters

extension PolicyFinding {
    /// A parameter without a value on days on which a rule needs one.
    static func parameterWithoutValue(
        _ name: String, rule: String, regime: String, on day: Day, missing: Period
    ) -> PolicyFinding {
        PolicyFinding(
            code: .parameterWithoutValue,
            message: "le paramètre \(name.quotedToken) n’a pas de valeur le \(French.day(day)), "
                + "jour où la règle \(rule.quotedToken) du régime \(regime.quotedToken) le lit",
            help: "donnez à \(name.quotedToken) une valeur \(missing.french), ou retirez ces jours "
                + "à la règle avec « du » et « jusqu_au »")
    }
}
