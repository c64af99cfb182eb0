// The texts of what is found in rules: what they lead to, and their placeholders.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

// MARK: - Consequences

extension PolicyFinding {
    /// A `sinon` of a criterion that is not `refus`, `examen` or `piece` with a text.
    static func wrongConsequence(_ found: Expression) -> PolicyFinding {
        PolicyFinding(
            code: .consequence, message: "« sinon » d’un critère ne dit pas où il mène",
            help: "écrivez refus \"…\" pour refuser, examen \"…\" pour soumettre à la DAECT, "
                + "piece \"…\" pour demander une pièce")
    }

    /// A word before the text of `sinon` that is no consequence.
    static func unknownEffect(_ word: String) -> PolicyFinding {
        let known = Effect.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: word, among: known)
        return PolicyFinding(
            code: .consequence, message: "conséquence \(word.quotedToken) inconnue",
            label: proposal(nearest), help: "conséquences : \(known.joined(separator: ", "))",
            fix: nearest)
    }

    /// A text with placeholders that is no literal.
    static func computedText(of field: String, found: Expression) -> PolicyFinding {
        PolicyFinding(
            code: .valueType,
            message: "\(field.quotedToken) attend un texte entre guillemets, et non \(found.noun)",
            help: "une valeur s’insère dans le texte entre accolades : \"… {demande.pays} …\"")
    }

    /// A secret reason of a rule whose reason may be told.
    static func secretOfPublicRule() -> PolicyFinding {
        PolicyFinding(
            code: .secretReason, message: "« motif_secret » dans une règle communicable",
            help: "ajoutez communicable = false, ou retirez « motif_secret »")
    }

    /// A rule whose reason is not to be told, no one knows why.
    static func ruleWithoutSecret(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: .secretReason,
            message: "« communicable = false » sans « motif_secret » dans \(owner)",
            help: "ajoutez motif_secret = \"…\" : le texte qui permet de ne pas communiquer")
    }
}

// MARK: - Placeholders

extension PolicyFinding {
    /// A `{` that nothing closes.
    static func unclosedBrace() -> PolicyFinding {
        PolicyFinding(
            code: .brace, message: "accolade jamais fermée dans le texte",
            label: "ouverte ici", help: "fermez-la, ou écrivez {{ pour une accolade ordinaire")
    }

    /// A `}` that closes nothing.
    static func loneBrace() -> PolicyFinding {
        PolicyFinding(
            code: .brace, message: "accolade fermante sans accolade ouvrante",
            label: "écrivez « }} »", help: "}} donne une accolade ordinaire", fix: "}}")
    }

    /// `{}`.
    static func emptyPlaceholder() -> PolicyFinding {
        PolicyFinding(
            code: .brace, message: "rien entre les accolades",
            help: "écrivez le fait à montrer, ou {{ }} pour des accolades ordinaires")
    }

    /// An escape in a placeholder.
    static func escapeInPlaceholder(_ escape: String) -> PolicyFinding {
        let isQuote = escape == "\\\"" || escape == "\\'"
        return PolicyFinding(
            code: .escapeInPlaceholder,
            message: "\(escape.quotedToken) entre accolades n’est pas lu comme du Lua",
            label: isQuote ? "mettez une apostrophe droite" : nil,
            help: "entre accolades, un texte s’écrit entre apostrophes droites : 'texte'",
            fix: escape == "\\\"" ? "'" : nil)
    }
}
