// How far a property has been proved, in French and for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis

/// What is known of a property that nothing contradicts.
struct PropertyStatus {
    /// What came of proving it.
    let proof: PropertyProof
    /// How many dossiers were drawn for it; nil where none are.
    let tried: Int?
    /// Names the facts that keep a property from being proved.
    var names = FactNames(.standard)
    /// Why there is nothing to prove, where there is not.
    var vacuity = "rien ne peut varier"

    /// The mark before its name.
    var mark: Stretch {
        switch proof.outcome {
        case .proved: Stretch("✓", .good)
        case .refuted: Stretch("✗", .bad)
        case .open, .beyond: Stretch("≈", .faint)
        case .vacuous: Stretch("–", .faint)
        }
    }

    /// What is known, in sentences without a full stop.
    var french: [String] {
        let explored = French.count(proof.explored, "région explorée", "régions explorées")
        switch proof.outcome {
        case .proved where proof.isByForm && proof.explored == 0:
            return [
                "\(PropertyStatus.proved), pour tout jour\u{A0}: la forme du calcul des jours suffit"
            ]
        case .proved where proof.isByForm:
            return [
                "\(PropertyStatus.proved), pour les jours par la forme du calcul (\(explored))"
            ]
        case .proved where proof.explored == 0:
            return [
                "\(PropertyStatus.proved)\u{A0}: aucune règle qui fait ce résultat ne lit ce qui varie"
            ]
        case .proved: return ["\(PropertyStatus.proved) (\(explored))"]
        case .refuted: return ["démentie"]
        case .beyond: return ["\(trial)\u{A0}: ce résultat ne se prouve pas par régions"]
        case .vacuous: return ["sans objet\u{A0}: \(vacuity)"]
        case .open: return ["\(trial), non prouvée (\(explored))"] + reasons
        }
    }

    /// What is proved leaves out the dossiers on which a rule fails: their verdicts settle nothing.
    private static let proved = "prouvée sur tout dossier où aucune règle n’est en erreur"

    private var trial: String {
        guard let tried else { return "sans contre-exemple" }
        return "éprouvée sur \(French.count(tried, "dossier", "dossiers"))"
    }

    /// Why more may be said, the rules of one reason together, then the facts that each hides behind.
    private var reasons: [String] {
        [Doubt.Reason.sampled, .days, .partial, .unconfirmed].flatMap { reason -> [String] in
            let doubts = proof.doubts.filter { $0.reason == reason }
            guard !doubts.isEmpty else { return [] }
            let facts = doubts.filter { !$0.facts.isEmpty }.map { doubt in
                var seen: Set<String> = []
                let known = doubt.facts.map { names.shortName(of: $0.description) }
                    .filter { seen.insert($0).inserted }
                return "– \(doubt.rule.id)\u{A0}: \(known.joined(separator: " · "))"
            }
            let rules = French.list(doubts.map(\.rule.id))
            return ["\(rules)\u{A0}: \(explanation(of: reason))"] + facts
        }
    }

    private func explanation(of reason: Doubt.Reason) -> String {
        switch reason {
        case .sampled:
            "ce que la règle calcule cache où son résultat change ; des valeurs ont été essayées"
        case .days: "la règle lit le jour de la décision ; quelques jours ont été essayés"
        case .partial: "l’exploration s’est arrêtée avant la fin ; résultat partiel"
        case .unconfirmed:
            "contre-exemple possible pour la règle seule, qu’aucun dossier essayé n’a confirmé"
        }
    }

    /// The same for programs.
    var json: JSONValue {
        [
            "statut": .string(word), "portee": .string(PropertyStatus.scope),
            "dossiers": tried.map { .integer(Int64($0)) } ?? .null,
            "regions_explorees": .integer(Int64(proof.explored)),
            "par_la_forme": .boolean(proof.isByForm),
            "doutes": .array(
                proof.doubts.map {
                    [
                        "id": .string($0.rule.id), "raison": .string($0.reason.rawValue),
                        "faits": .array($0.facts.map { .string($0.description) }),
                    ]
                }),
        ]
    }

    /// The dossiers that properties are about.
    static let scope = "dossiers_sans_erreur"

    private var word: String {
        switch proof.outcome {
        case .proved: "prouvee"
        case .refuted: "dementie"
        case .open, .beyond: "eprouvee"
        case .vacuous: "sans_objet"
        }
    }
}
