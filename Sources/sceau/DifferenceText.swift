// What two versions of the policies decide otherwise, in French.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

/// The page of `sceau diff`.
struct DifferenceText {
    private let difference: PolicyDifference
    private let names: FactNames
    private let optionalFolders: [String]

    /// Takes a difference and the names of facts.
    init(_ difference: PolicyDifference, names: FactNames, optionalFolders: [String]) {
        self.difference = difference
        self.names = names
        self.optionalFolders = optionalFolders
    }

    /// The page; ends with an end of line.
    func text(_ palette: Palette) -> String {
        var page = TextPage(palette)
        page.item("", Stretch(summary, .title))
        for regime in difference.regimes { tell(regime, on: &page) }
        for level in difference.levels { tell(level, on: &page) }
        for fact in difference.facts { tell(fact, on: &page) }
        for rule in difference.rules { tell(rule, on: &page) }
        if hasRemarks {
            page.space()
        }
        if !difference.renamed.isEmpty {
            let names = difference.renamed.map {
                "\($0.before.id) devient \($0.after.id) (\($0.after.regime))"
            }
            let head = names.count == 1 ? "Renommée" : "Renommées"
            page.item("", Stretch("\(head) : \(French.list(names))."))
        }
        if !difference.resembling.isEmpty {
            let names = difference.resembling.map {
                "\($0.before.id) devient \($0.after.id) (\($0.after.regime))"
            }
            let (head, known) =
                names.count == 1
                ? ("Renommée et modifiée", "reconnue à son titre et à son texte")
                : ("Renommées et modifiées", "reconnues à leurs titres et à leurs textes")
            page.item("", Stretch("\(head), \(known) : \(French.list(names))."))
        }
        if !difference.reworded.isEmpty {
            let ids = difference.reworded.map { "\($0.id) (\($0.regime))" }
            page.item(
                "", Stretch("Écrites autrement, sans différence trouvée : \(French.list(ids))."))
        }
        for reason in [Doubt.Reason.sampled, .days, .partial, .unconfirmed] {
            let ids = difference.doubts.filter { $0.reason == reason }.map {
                "\($0.rule.id) (\($0.rule.regime))"
            }.withoutRepeats
            guard !ids.isEmpty else { continue }
            page.item("", Stretch("\(French.list(ids)) : \(explanation(of: reason))."))
        }
        if !optionalFolders.isEmpty, !difference.isEmpty {
            let folders = optionalFolders.map { French.quoted($0) }
            page.item(
                "",
                Stretch(
                    "Les témoins appliquent les répertoires facultatifs : \(French.list(folders)).")
            )
        }
        return page.text
    }

    private var hasRemarks: Bool {
        !difference.renamed.isEmpty || !difference.resembling.isEmpty
            || !difference.reworded.isEmpty || !difference.doubts.isEmpty
            || !difference.isEmpty && !optionalFolders.isEmpty
    }

    private var summary: String {
        let explored = French.count(difference.explored, "région explorée", "régions explorées")
        if difference.isEmpty {
            var apart = difference.renamed.isEmpty ? [] : ["aux noms"]
            if !difference.facts.isEmpty { apart.append("à la déclaration des faits") }
            let names = apart.isEmpty ? "" : ", \(French.list(apart)) près"
            return difference.isExact
                ? "Identiques par le sens\(names) : les deux versions donnent le même avis, les mêmes points et les mêmes dates sur tout dossier (\(explored))."
                : "Aucune différence trouvée, sans preuve que les deux versions soient identiques (\(explored))."
        }
        let count =
            difference.rules.count + difference.regimes.count + difference.levels.count
            + difference.facts.count
        return French.count(count, "différence", "différences") + " par le sens (\(explored))."
    }

    private func explanation(of reason: Doubt.Reason) -> String {
        switch reason {
        case .sampled:
            "une fonction ou la comparaison de deux faits cache où le résultat change ; des valeurs ont été essayées, d’autres différences sont possibles"
        case .days:
            "la règle lit le jour de la décision ; quelques jours ont été essayés, d’autres différences sont possibles"
        case .partial:
            "exploré \(French.count(difference.explored, "région", "régions")) ; résultat partiel"
        case .unconfirmed:
            "différence possible, qu’aucun dossier essayé n’a montrée"
        }
    }

    // MARK: - Regimes and levels

    private func tell(_ change: RegimeChange, on page: inout TextPage) {
        page.heading("Régime \(change.id)")
        page.item("avant", Stretch(days(change.before)), indent: 2, column: 8)
        page.item("après", Stretch(days(change.after)), indent: 2, column: 8)
        if let witness = change.witness { page.tell(witness, names, indent: 2) }
    }

    private func days(_ days: RegimeDays?) -> String {
        guard let days else { return "absent" }
        let choice = days.choice == .depot ? "au jour du dépôt" : "au jour de la décision"
        let flag = days.transition.map { ", passage signalé : \(French.quoted($0))" } ?? ""
        return "\(days.period.french), \(choice)\(flag)"
    }

    private func tell(_ change: LevelChange, on page: inout TextPage) {
        let end = change.below.map { " à moins de \(French.decimal($0))" } ?? " ou plus"
        let start =
            change.below == nil ? French.decimal(change.from) : "de \(French.decimal(change.from))"
        page.heading("Niveaux de priorité (\(change.regime))")
        page.item(
            "", Stretch("\(start)\(end) points : \(level(change.before)) → \(level(change.after))"),
            indent: 2)
    }

    // MARK: - Declared facts

    private func tell(_ change: FactChange, on page: inout TextPage) {
        let title = (change.after ?? change.before)?.title ?? ""
        page.heading("Fait déclaré \(change.path)  \(title)")
        page.item("avant", Stretch(declaration(change.before, change)), indent: 2, column: 8)
        page.item("après", Stretch(declaration(change.after, change)), indent: 2, column: 8)
        if change.aspects == [.presence] {
            page.item(
                "",
                Stretch("Un dossier qui le porte est refusé par la version qui ne le déclare pas."),
                indent: 2)
        } else if !change.changesDossiers {
            page.item("", Stretch("Aucun avis n’en dépend."), indent: 2)
        }
    }

    /// What a declaration says, as far as both do not say the same.
    private func declaration(_ field: FactField?, _ change: FactChange) -> String {
        guard let field else { return "non déclaré" }
        let words = change.aspects.map { aspect -> String in
            switch aspect {
            case .presence, .type, .values:
                field.type.declaredValues.map {
                    "\(field.type.declaredWord) parmi \(French.list($0.map { French.quoted($0) }))"
                } ?? "de type \(field.type.declaredWord)"
            case .requirement: field.isRequired ? "obligatoire" : "facultatif"
            case .unit: field.unit.map { "en \($0)" } ?? "sans unité"
            case .modifiable:
                field.isModifiable
                    ? "modifiable par le demandeur" : "non modifiable par le demandeur"
            case .personal: field.isPersonal ? "donnée personnelle" : "donnée non personnelle"
            }
        }
        return words.joined(separator: ", ")
    }

    private func level(_ name: String?) -> String { name.map { French.quoted($0) } ?? "aucun" }

    // MARK: - Rules

    private func tell(_ difference: RuleDifference, on page: inout TextPage) {
        let rule = difference.rule
        page.heading("\(rule.id)  \(rule.titre) (\(rule.regime))")
        let certainty = difference.isExact ? "" : " (possible au-delà du témoin)"
        let change = "\(difference.before.french) → \(difference.after.french)\(certainty)"
        page.item("", Stretch("la règle : \(change)"), indent: 2)
        page.item("quand", Stretch(days(of: difference)), indent: 2, column: 8)
        let first = difference.regions.first.flatMap { names.french($0) }
        page.item("où", Stretch(first ?? "tout dossier"), indent: 2, column: 8)
        if difference.count > 1 {
            let others = French.count(difference.count - 1, "autre région", "autres régions")
            page.item("", Stretch("et \(others)"), indent: 10)
        }
        if let witness = difference.witness { page.tell(witness, names, indent: 2) }
    }
}

extension DifferenceText {
    /// The days on which a rule differs; only some of them where not every day was settled.
    private func days(of difference: RuleDifference) -> String {
        let (day, article) = difference.choice == .depot ? ("dépôt", "un") : ("décision", "une")
        let periods = French.list(difference.periods.map(\.french))
        let days = difference.periods.contains(Period()) ? "à tout jour" : periods
        return difference.isDated
            ? "\(day) \(days)"
            : "vu pour \(article) \(day) \(days), sans preuve pour les autres jours"
    }
}

extension FactType {
    /// The type as `champ` writes it.
    var declaredWord: String {
        switch self {
        case .closed(let list) where list == .natures: "nature"
        case .text, .closed, .identifier, .list, .record: "texte"
        case .country: "pays"
        case .integer: "entier"
        case .decimal: "nombre"
        case .boolean: "booleen"
        case .day: "jour"
        }
    }

    /// The texts that `champ` admits; nil where it names none.
    var declaredValues: [String]? {
        if case .closed(let list) = self, list != .natures { list.values } else { nil }
    }
}

extension Avis {
    /// What a criterion that leads to this opinion says by itself: the opinion on a dossier may be
    /// another one.
    fileprivate var asResult: String {
        switch self {
        case .favorable: "rien à redire"
        case .incomplet: "pièce ou fait à fournir"
        case .aExaminer: "examen"
        case .defavorable: "refus"
        case .enErreur: "en erreur"
        case .partage: word
        }
    }
}

extension Bearing {
    /// What a result counts for, in a few words.
    var french: String {
        switch self {
        case .avis(let avis): avis.asResult
        case .points(let least, let most):
            least == most ? pointCount(least) : "de \(French.decimal(least)) à \(pointCount(most))"
        case .label(let debut, let fin): "label du \(French.day(debut)) au \(French.day(fin))"
        case .noLabel: "aucun label"
        case .flag(let isRaised): isRaised ? "signalé" : "non signalé"
        case .value(let value): value.map { "valeur \($0.shown)" } ?? "aucune valeur"
        case .unsettled: "indéterminé"
        case .failed: "en erreur"
        case .nothing: "règle absente"
        }
    }
}
