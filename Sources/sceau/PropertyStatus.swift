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
        case .proved where proof.explored == 0:
            return ["prouvée\u{A0}: aucune règle ne lit ce qui varie"]
        case .proved: return ["prouvée sur tout dossier (\(explored))"]
        case .refuted: return ["démentie"]
        case .beyond: return ["\(trial)\u{A0}: ce résultat ne se prouve pas par régions"]
        case .vacuous: return ["sans objet\u{A0}: \(vacuity)"]
        case .open: return ["\(trial), non prouvée (\(explored))"] + reasons
        }
    }

    private var trial: String {
        guard let tried else { return "sans contre-exemple" }
        return "éprouvée sur \(French.count(tried, "dossier", "dossiers"))"
    }

    /// Why more may be said, the rules of one reason together.
    private var reasons: [String] {
        [Doubt.Reason.sampled, .days, .partial, .unconfirmed].compactMap { reason in
            let rules = proof.doubts.filter { $0.reason == reason }.map(\.rule.id)
            guard !rules.isEmpty else { return nil }
            return "\(French.list(rules))\u{A0}: \(explanation(of: reason))"
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
            "statut": .string(word),
            "dossiers": tried.map { .integer(Int64($0)) } ?? .null,
            "regions_explorees": .integer(Int64(proof.explored)),
            "doutes": .array(
                proof.doubts.map {
                    ["id": .string($0.rule.id), "raison": .string($0.reason.rawValue)]
                }),
        ]
    }

    private var word: String {
        switch proof.outcome {
        case .proved: "prouvee"
        case .refuted: "dementie"
        case .open, .beyond: "eprouvee"
        case .vacuous: "sans_objet"
        }
    }
}
