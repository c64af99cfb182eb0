// Values and reasons as a French reader expects them.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

extension ShownValue {
    /// The value as a sentence shows it.
    public var french: String {
        switch self {
        case .text(let text): text
        case .integer(let number): French.number(number)
        case .decimal(let number): French.decimal(number)
        case .boolean(let value): French.boolean(value)
        case .day(let day): French.day(day)
        case .months(let months) where months % 12 == 0:
            French.count(Int(months / 12), "an", "ans")
        case .months(let months): French.count(Int(months), "mois", "mois")
        case .days(let days): French.count(Int(days), "jour", "jours")
        case .list(let count): French.count(Int(count), "élément", "éléments")
        case .opaque: "…"
        }
    }
}

extension Period {
    /// The period, both days included: « du 4 février 2011 au 31 décembre 2016 ».
    public var french: String {
        switch (du, jusquAu) {
        case (let du?, let jusquAu?) where du == jusquAu: "le \(French.day(du))"
        case (let du?, let jusquAu?): "du \(French.day(du)) au \(French.day(jusquAu))"
        case (let du?, nil): "à partir du \(French.day(du))"
        case (nil, let jusquAu?): "jusqu’au \(French.day(jusquAu))"
        case (nil, nil): "tous les jours"
        }
    }
}

extension Template {
    /// The text with its placeholders' values, an unknown printed « non renseigné ».
    func filled(with values: [LuaValue]) -> String {
        var filled = ""
        var place = 0
        for piece in pieces {
            switch piece {
            case .text(let text): filled += text
            case .placeholder:
                let value = place < values.count ? values[place].shown : nil
                filled += value?.french ?? "non renseigné"
                place += 1
            }
        }
        return filled
    }
}

/// The sentences that the engine adds to those of the policy.
enum Reasons {
    /// Why a rule could not be settled.
    static func undetermined(_ missing: [String]) -> String {
        missing.isEmpty
            ? "Une donnée manque." : "Impossible à établir sans connaître \(French.list(missing))."
    }

    /// Why a rule failed.
    static func failed(_ failure: String) -> String { "La règle a échoué : \(failure)." }

    /// A parameter without a value on the regime's day.
    static func parameterWithoutValue(_ name: String, on day: Day) -> String {
        "La règle a échoué : le paramètre « \(name) » n’a pas de valeur le \(French.day(day))."
    }

    /// A calcul that failed before the rule that reads it.
    static func failedCalcul(_ name: String) -> String {
        "La règle a échoué : le calcul « \(name) », qu’elle lit, a échoué."
    }

    /// The results on one dossier hold more text than a verdict may.
    static let tooMuchText = failed("les résultats de ce dossier tiennent trop de texte")

    /// Two validities that apply to one expertise.
    static func severalValidities(_ ids: [String]) -> String {
        "La règle a échoué : plusieurs validités s’appliquent (\(French.list(ids)))."
    }

    /// A dossier filed or decided on a day without a regime.
    static func noRegime(filed: Day, decided: Day, regimes: [Regime]) -> String {
        let byFiling = regimes.allSatisfy { $0.declaration.choiceDate == .depot }
        let first = regimes.compactMap { regime in
            regime.declaration.period.du.map { (day: $0, titre: regime.declaration.titre) }
        }.min { $0.day < $1.day }
        let decision = byFiling ? "" : " et décidé le \(French.day(decided))"
        let opening =
            "Aucun régime de labellisation ne couvre un dossier déposé le "
            + French.day(filed) + decision
        guard let first, byFiling, filed < first.day else { return opening + "." }
        return opening + "\u{A0}: le premier, \(first.titre), commence le \(French.day(first.day))."
    }
}
