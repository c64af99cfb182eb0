// The faults found when rules are put together, and those that running a file at load shows.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Diagnostic {
    /// A rule that reads `expertise` and `demande`.
    static func bothScopes(rule: String, at location: Location) -> Diagnostic {
        Diagnostic(
            PolicyCode.bothScopes,
            "la règle « \(rule) » lit à la fois « expertise » et « demande »", at: location,
            help:
                "une règle porte sur chaque expertise ou sur chaque demande : faites-en deux règles"
        )
    }

    /// A `validite` that reads `demande`.
    static func validityOnRequest(rule: String, at location: Location) -> Diagnostic {
        Diagnostic(
            PolicyCode.validityOnRequest,
            "la validité « \(rule) » lit « demande »", at: location,
            help: "un label est accordé à une expertise : lisez « expertise » ou « decision.date »")
    }

    /// Calculs that read one another in a circle.
    static func calculCircle(_ names: [String], at location: Location) -> Diagnostic {
        Diagnostic(
            PolicyCode.calculCircle,
            "les calculs se lisent en cercle : \(names.joined(separator: " → "))", at: location,
            help: "retirez l’une de ces lectures : un calcul ne dépend pas de son propre résultat")
    }

    /// A file that fails while it loads.
    static func failsAtLoad(_ message: String, at location: Location) -> Diagnostic {
        Diagnostic(
            PolicyCode.failsAtLoad, "le fichier ne peut pas être chargé : \(message)",
            at: location)
    }

    /// Tables that together do not fit in the machine.
    static func tablesTooLarge(at location: Location) -> Diagnostic {
        Diagnostic(
            PolicyCode.failsAtLoad,
            "les tableaux de données que ce régime lit demandent trop de mémoire", at: location,
            help: "gardez-y les lignes et les colonnes que lisent les règles")
    }

    /// The Lua machine cannot be made.
    static func machineFails(_ message: String) -> Diagnostic {
        Diagnostic(
            PolicyCode.machine, "le moteur Lua ne démarre pas : \(message)",
            at: Location(file: "policies"),
            help: "fermez d’autres programmes et recommencez, la mémoire manque peut-être")
    }
}
