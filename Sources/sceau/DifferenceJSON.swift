// What two versions of the policies decide otherwise, for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// The document `sceau/difference/1`.
///
/// `identiques` tells that no difference was found, `exact` that there is none besides those told;
/// rules under another identifier (`renommees`) are no difference; of those that another one seems to go on
/// with (`renommees_modifiees`), `regles` tells the differences under the latter.
/// The facts of a region stand by their paths; witnesses are whole dossiers with both verdicts.
struct DifferenceJSON {
    private let difference: PolicyDifference

    /// Takes a difference.
    init(_ difference: PolicyDifference) { self.difference = difference }

    /// The document.
    var jsonValue: JSONValue {
        [
            "schema": .string(ReportSchemas.difference.identifier),
            "identiques": .boolean(difference.isEmpty),
            "exact": .boolean(difference.isExact),
            "regions_explorees": .integer(Int64(difference.explored)),
            "regimes": .array(difference.regimes.map(json)),
            "niveaux": .array(difference.levels.map(json)),
            "faits_declares": .array(difference.facts.map(json)),
            "regles": .array(difference.rules.map(json)),
            "renommees": .array(
                difference.renamed.map { ["avant": json($0.before), "apres": json($0.after)] }),
            "renommees_modifiees": .array(
                difference.resembling.map { ["avant": json($0.before), "apres": json($0.after)] }),
            "ecrites_autrement": .array(difference.reworded.map(json)),
            "doutes": .array(
                difference.doubts.map {
                    ["regle": json($0.rule), "raison": .string($0.reason.rawValue)]
                }),
        ]
    }

    private func json(_ change: RegimeChange) -> JSONValue {
        [
            "regime": .string(change.id),
            "avant": change.before.map(json) ?? .null,
            "apres": change.after.map(json) ?? .null,
            "temoin": change.witness.map(\.jsonValue) ?? .null,
        ]
    }

    private func json(_ days: RegimeDays) -> JSONValue {
        let period = json(days.period)
        return [
            "du": period["du"] ?? .null, "jusqu_au": period["jusqu_au"] ?? .null,
            "date_de_choix": .string(days.choice.rawValue),
            "transition": .optional(days.transition),
        ]
    }

    private func json(_ period: Period) -> JSONValue {
        [
            "du": .optional(period.du?.iso), "jusqu_au": .optional(period.jusquAu?.iso),
        ]
    }

    private func json(_ change: FactChange) -> JSONValue {
        [
            "chemin": .string(change.path.description),
            "differe": .array(change.aspects.map { .string($0.rawValue) }),
            "change_dossiers": .boolean(change.changesDossiers),
            "avant": change.before.map(json) ?? .null, "apres": change.after.map(json) ?? .null,
        ]
    }

    private func json(_ field: FactField) -> JSONValue {
        [
            "titre": .string(field.title), "type": .string(field.type.declaredWord),
            "valeurs": field.type.declaredValues.map { .array($0.map { .string($0) }) } ?? .null,
            "unite": .optional(field.unit), "obligatoire": .boolean(field.isRequired),
            "modifiable": .boolean(field.isModifiable), "personnel": .boolean(field.isPersonal),
        ]
    }

    private func json(_ change: LevelChange) -> JSONValue {
        [
            "regime": .string(change.regime), "a_partir_de": .number(change.from),
            "moins_de": change.below.map { .number($0) } ?? .null,
            "avant": .optional(change.before), "apres": .optional(change.after),
        ]
    }

    private func json(_ rule: RuleReference) -> JSONValue {
        [
            "regime": .string(rule.regime), "id": .string(rule.id),
            "nature": .string(rule.kind.rawValue), "titre": .string(rule.titre),
        ]
    }

    private func json(_ difference: RuleDifference) -> JSONValue {
        [
            "regle": json(difference.rule),
            "avant": difference.before.jsonValue,
            "apres": difference.after.jsonValue,
            "exact": .boolean(difference.isExact),
            "periodes": .array(difference.periods.map(json)),
            "periodes_exactes": .boolean(difference.isDated),
            "regions": .integer(Int64(difference.count)),
            "faits": .array((difference.regions.first ?? []).map(\.jsonValue)),
            "change_avis": .boolean(difference.witness?.changesAvis ?? false),
            "change_points": .boolean(difference.witness?.changesPoints ?? false),
            "change_dates": .boolean(difference.witness?.changesDates ?? false),
            "temoin": difference.witness.map(\.jsonValue) ?? .null,
        ]
    }
}

extension Bearing {
    /// What a result counts for; null for a rule that is not there.
    fileprivate var jsonValue: JSONValue {
        switch self {
        case .avis(let avis): ["avis": .string(avis.rawValue)]
        case .points(let least, let most): ["points": .number(least), "points_max": .number(most)]
        case .label(let debut, let fin): ["debut": .string(debut.iso), "fin": .string(fin.iso)]
        case .noLabel: ["debut": .null, "fin": .null]
        case .flag(let isRaised): ["signale": .boolean(isRaised)]
        case .value(let value): ["valeur": .optional(value?.shown)]
        case .unsettled: ["resultat": "indeterminee"]
        case .failed: ["resultat": "en_erreur"]
        case .nothing: .null
        }
    }
}
