// The faults found when rules are put together, and those that running a file at load shows.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Diagnostic {
    /// A rule that reads `expertise` and `demande`.
    static func bothScopes(rule: String, at location: Location) -> Diagnostic {
        Diagnostic(
            "politique.deux-portees",
            "la règle « \(rule) » lit à la fois « expertise » et « demande »", at: location,
            help:
                "une règle porte sur chaque expertise ou sur chaque demande : en faire deux règles")
    }

    /// A `validite` that reads `demande`.
    static func validityOnRequest(rule: String, at location: Location) -> Diagnostic {
        Diagnostic(
            "politique.validite-sur-demande",
            "la validité « \(rule) » lit « demande »", at: location,
            help: "un label est accordé à une expertise : lire « expertise » ou « decision.date »")
    }

    /// Calculs that read one another in a circle.
    static func calculCircle(_ names: [String], at location: Location) -> Diagnostic {
        Diagnostic(
            "politique.cercle",
            "les calculs se lisent en cercle : \(names.joined(separator: " → "))", at: location,
            help: "un calcul ne peut pas dépendre de son propre résultat")
    }

    /// A file that fails while it loads.
    static func failsAtLoad(_ message: String, at location: Location) -> Diagnostic {
        Diagnostic(
            "politique.echec-au-chargement", "le fichier ne peut pas être chargé : \(message)",
            at: location)
    }

    /// The Lua machine cannot be made.
    static func machineFails(_ message: String) -> Diagnostic {
        Diagnostic(
            "moteur.lua", "le moteur Lua ne démarre pas : \(message)",
            at: Location(file: "policies"))
    }
}
