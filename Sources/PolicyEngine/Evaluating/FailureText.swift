// A Lua failure in an officer's words.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// The French sentence for a failure of the machine; Lua's own English is never shown.
struct FailureText {
    /// The sentence, lower-case first letter, no full stop.
    let text: String

    /// Puts a failure into words; `budget` is the number of instructions that was granted.
    init(_ error: LuaError, budget: Int) {
        text =
            switch error.kind {
            case .raised, .host: error.message
            case .instructionLimit:
                "le calcul dépasse \(French.number(Int64(budget))) instructions "
                    + "(une boucle sans fin ?)"
            case .memoryLimit: "le calcul demande trop de mémoire"
            case .stackOverflow: "les appels s’imbriquent sans fin (une fonction qui s’appelle ?)"
            case .syntax: FailureText.compilation(error.message)
            case .runtime: FailureText.translated(error.message)
            case .fault: "le moteur a rencontré un défaut qui lui est propre"
            }
    }

    private static func compilation(_ message: String) -> String {
        if message.contains("too many local") { return "trop de variables locales dans le fichier" }
        if message.contains("upvalues") { return "une fonction lit trop de variables du fichier" }
        if message.contains("overflow") || message.contains("levels") {
            return "une expression est trop imbriquée"
        }
        return "le texte est trop grand ou trop imbriqué pour Lua"
    }

    /// The few messages of Lua's that policy text can still provoke.
    private static func translated(_ message: String) -> String {
        if message.contains("attempt to call") { return "on appelle ce qui n’est pas une fonction" }
        if message.contains("stack overflow") {
            return "les appels s’imbriquent sans fin (une fonction qui s’appelle ?)"
        }
        if message.contains("'for'") { return "les bornes d’une boucle doivent être des nombres" }
        return "le calcul n’a pas pu se faire"
    }
}
