// A verdict as JSON, `sceau/avis/1`: every key always there, in one order.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling

extension Verdict {
    /// The verdict as an object of `sceau/avis/1`.
    public var jsonValue: JSONValue {
        [
            "schema": .string(VerdictSchema.identifier),
            "dossier": ["numero": .string(numero), "empreinte": .string(empreinteDossier)],
            "politique": regime?.jsonValue ?? .null,
            "moteur": .string(moteur),
            "date_decision": .string(dateDecision.iso),
            "avis": .string(avis.rawValue),
            "motifs": .strings(motifs),
            "regles": .array(regles.map(\.jsonValue)),
            "expertises": .array(expertises.map(\.jsonValue)),
            "priorite": priorite.jsonValue,
            "signalements": .array(transitionFlag + signalements.map(\.flagJSON)),
            "calculs": .array(calculs.map(\.calculationJSON)),
            "hypotheses": .array(hypotheses.map(\.jsonValue)),
            "manquants": .strings(manquants),
            "inconnus": .object(inconnus.map { .init($0.name, $0.value.jsonValue) }),
        ]
    }

    /// The regime's transition as a flag of its own; nothing when both days lie in the regime.
    private var transitionFlag: [JSONValue] {
        guard let transition else { return [] }
        return [
            [
                "id": .string(VerdictSchema.transitionFlag),
                "titre": .string(VerdictSchema.transitionTitle),
                "source": .optional(regime?.titre),
                "sujet": "dossier",
                "resultat": .string(Outcome.satisfaite.rawValue),
                "provisoire": false,
                "motif": .string(transition),
                "lus": [:],
                "parametres": [:],
                "manquants": [],
            ]
        ]
    }
}

extension RegimeReference {
    fileprivate var jsonValue: JSONValue {
        ["regime": .string(id), "titre": .string(titre), "empreinte": .string(empreinte)]
    }
}

extension ExpertiseVerdict {
    fileprivate var jsonValue: JSONValue {
        [
            "intitule": .optional(intitule),
            "domaine": .optional(domaine),
            "avis": .string(avis.rawValue),
            "validite": validite?.jsonValue ?? .null,
            "regles": .array(regles.map(\.jsonValue)),
        ]
    }
}

extension LabelPeriod {
    fileprivate var jsonValue: JSONValue {
        ["debut": .string(debut.iso), "fin": .string(fin.iso), "regle": .string(regle)]
    }
}

extension Priority {
    fileprivate var jsonValue: JSONValue {
        [
            "points": .points(points),
            "points_max": .points(pointsMax),
            "niveau": .optional(niveau),
            "niveau_max": .optional(niveauMax),
            "regles": .array(regles.map(\.priorityJSON)),
        ]
    }
}

extension Hypothesis {
    fileprivate var jsonValue: JSONValue {
        [
            "fait": .string(fait), "valeur": valeur.jsonValue, "regle": .string(regle),
            "sujet": .string(sujet),
        ]
    }
}

extension RuleResult {
    /// A criterion or a validity.
    fileprivate var jsonValue: JSONValue {
        object([.init("effet", .optional(effect?.rawValue))])
    }

    /// A priority rule: its points in place of the effect.
    fileprivate var priorityJSON: JSONValue {
        object([
            .init("points", .points(points?.lowerBound)),
            .init("points_max", .points(points?.upperBound)),
            .init("retenue", .boolean(isCounted)),
        ])
    }

    /// A flag: nothing of its own.
    fileprivate var flagJSON: JSONValue { object([]) }

    /// A derived fact: its name and its value.
    fileprivate var calculationJSON: JSONValue {
        object([.init("nom", .optional(nom)), .init("valeur", valeur?.jsonValue ?? .null)])
    }

    private func object(_ own: [JSONValue.Member]) -> JSONValue {
        let head: [JSONValue.Member] = [
            .init("id", .string(id)),
            .init("titre", .string(titre)),
            .init("source", .string(source)),
            .init("sujet", .string(sujet)),
            .init("resultat", .string(outcome.rawValue)),
        ]
        let tail: [JSONValue.Member] = [
            .init("provisoire", .boolean(isProvisional)),
            .init("motif", .optional(motif)),
            .init("lus", .object(lus.map { .init($0.name, $0.value.jsonValue) })),
            .init("parametres", .object(parametres.map { .init($0.name, $0.jsonValue) })),
            .init("manquants", .strings(manquants)),
        ]
        return .object(head + own + tail)
    }
}

extension ParameterReading {
    fileprivate var jsonValue: JSONValue {
        ["valeur": value.jsonValue, "du": .optional(du?.iso)]
    }
}

extension ShownValue {
    /// Days as `yyyy-mm-dd`, durations as ISO 8601 (`P36M`, `P15D`), a list as its length.
    fileprivate var jsonValue: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .decimal(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .day(let day): .string(day.iso)
        case .months(let count): .string("P\(count)M")
        case .days(let count): .string("P\(count)D")
        case .list(let count): .integer(count)
        case .opaque: .null
        }
    }
}

extension Constant {
    fileprivate var jsonValue: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .decimal(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .day(let day): .string(day.iso)
        case .list(let elements): .array(elements.map(\.jsonValue))
        }
    }
}

extension JSONValue {
    fileprivate static func strings(_ texts: [String]) -> JSONValue {
        .array(texts.map { .string($0) })
    }

    /// A number of points, written as an integer when it is whole.
    fileprivate static func points(_ number: Double?) -> JSONValue {
        guard let number else { return .null }
        return Int64(exactly: number).map { .integer($0) } ?? .number(number)
    }
}
