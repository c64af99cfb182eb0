// What a verdict repeats of its dossier.
// SPDX-License-Identifier: MIT

import Labelling

/// The few facts of a dossier that its verdict shows whatever the rules.
struct DossierHeading {
    /// What names an expertise.
    struct Expertise {
        /// Its title; nil when it is absent.
        let intitule: String?
        /// Its domain; nil when it is absent.
        let domaine: String?
    }

    /// The number under which the ministry files it.
    let numero: String
    /// `sha256:` and the hexadecimal digest of its bytes.
    let fingerprint: String
    /// The applicant's name.
    let nom: String
    /// The filing day.
    let deposeLe: Day
    /// Its expertises in order; empty as well when the list is absent.
    let expertises: [Expertise]
    /// Why facts are absent, by path, where the dossier tells.
    let reasons: [String: String]
}

extension DossierHeading {
    /// The heading of a dossier.
    init(_ dossier: Dossier) {
        numero = dossier.numero
        fingerprint = dossier.fingerprint
        deposeLe = dossier.deposeLe
        reasons = dossier.reasons
        nom = dossier.facts["collectivite"].flatMap { $0.text("nom") } ?? ""
        if case .list(let elements) = dossier.facts["expertises"] {
            expertises = elements.map {
                Expertise(intitule: $0.text("intitule"), domaine: $0.text("domaine"))
            }
        } else {
            expertises = []
        }
    }
}

extension Fact {
    /// The text of a record under a name; nil when there is none.
    fileprivate func text(_ name: String) -> String? {
        guard case .record(let record) = self, case .text(let text) = record[name] else {
            return nil
        }
        return text
    }
}
