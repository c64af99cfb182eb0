// The texts of the checker's findings about forms that policies do not use.
// SPDX-License-Identifier: MIT

import Diagnostics

extension PolicyFinding {
    /// `x == nil`, `x ~= nil`.
    static func comparedWithNil(_ value: String, isEqual: Bool) -> PolicyFinding {
        let remedy = "\(isEqual ? "not " : "")connu(\(value))"
        return PolicyFinding(
            code: .comparedWithNil, message: "rien n’est jamais égal à « nil »",
            label: "écrivez « \(remedy) »", fix: remedy)
    }

    /// `0,5`.
    static func decimalComma(_ text: String) -> PolicyFinding {
        let parts = text.split(separator: ",").joined(separator: ".")
        let spaced = text.split(separator: ",").joined(separator: ", ")
        return PolicyFinding(
            code: .decimalComma,
            message: "« \(text) » est lu comme deux nombres",
            help: "écrivez « \(parts) » pour un nombre à virgule, « \(spaced) » pour deux nombres")
    }

    /// `10.000`.
    static func ambiguousNumber(_ text: String) -> PolicyFinding {
        let whole = text.filter { $0 != "." }
        let decimals = text.hasSuffix("000") ? String(text.dropLast(2)) : text + "0"
        return PolicyFinding(
            code: .ambiguousNumber,
            message: "« \(text) » se lit de deux façons",
            help: "écrivez « \(whole) » ou « \(decimals) »")
    }

    /// A construct anywhere but at the file's level.
    static func nestedConstruct(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .nestedConstruct,
            message: "« \(name) » s’écrit seul, au premier niveau du fichier",
            help: "sortez-le de ce qui l’entoure : condition, boucle ou fonction")
    }

    /// `...`.
    static func varargs() -> PolicyFinding {
        PolicyFinding(
            code: .varargs,
            message: "« ... » n’est pas admis dans une politique",
            help: "nommez chaque argument")
    }

    /// `goto` or a label.
    static func jump() -> PolicyFinding {
        PolicyFinding(
            code: .jump, message: "« goto » n’est pas admis dans une politique",
            help: "employez une boucle, « if » ou « return »")
    }

    /// `<close>`.
    static func closing() -> PolicyFinding {
        PolicyFinding(
            code: .closing, message: "« <close> » n’est pas admis dans une politique",
            help: "retirez-le")
    }

    /// `_ENV`.
    static func environment() -> PolicyFinding {
        PolicyFinding(
            code: .environment, message: "« _ENV » n’est pas admis dans une politique",
            help: "écrivez directement le nom que vous voulez lire")
    }

    /// `a:b()`.
    static func methodCall(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .method, message: "il n’y a pas de méthodes : « :\(name) »",
            help: "appelez une fonction, par exemple « majuscules(texte) »")
    }

    /// `and` or `or` beside a bit operator.
    static func logicInBits(_ sign: String) -> PolicyFinding {
        PolicyFinding(
            code: .logicInBits,
            message: "« and » et « or » ne s’emploient pas à côté de « \(sign) »",
            help: "mettez d’abord le choix dans un « local »")
    }

    /// A comparison or a logical expression as an index.
    static func logicAsIndex() -> PolicyFinding {
        PolicyFinding(
            code: .logicAsIndex,
            message: "une condition ne peut pas servir d’indice",
            help: "employez « si_sinon »")
    }

    /// An expression nested too deeply.
    static func tooDeep(limit: Int) -> PolicyFinding {
        PolicyFinding(
            code: .tooDeep,
            message: "plus de \(limit) niveaux d’expressions imbriquées",
            help: "mettez une partie dans un « local » ou une fonction")
    }
}
