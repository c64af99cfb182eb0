// The page for the public: who may apply, what is asked, what comes first, how long it lasts.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

extension PolicyPages {
    /// What may be told of the policy, its regimes in the order of their dates.
    func publicPage() -> Document {
        let introduction: [PageBlock] = [
            .paragraph(
                "Cette page dit qui peut demander le label, ce que le dossier doit contenir, ce qui donne une priorité et combien de temps le label dure. Elle est écrite à partir des règles qui servent à préparer l’avis. L’avis est une proposition : une personne décide."
            ),
            .paragraph(
                "Entre guillemets se trouvent les noms des renseignements du dossier. Un renseignement absent ne compte jamais pour une réponse négative : il est demandé."
            ),
        ]
        let sections = regimes.flatMap { PublicSection(policy, $0).blocks }
        return Document(
            title: "Le label, ses conditions et sa durée", blocks: introduction + sections)
    }
}

/// The part of the page that describes a regime.
private struct PublicSection {
    let regime: Regime
    let book: NameBook
    /// The rules of which something may be told.
    let rules: [RuleProse]
    let hidesRules: Bool

    init(_ policy: Policy, _ regime: Regime) {
        self.regime = regime
        let book = NameBook(regime, schema: policy.schema, audience: .public)
        self.book = book
        let all = policy.rules(of: regime).filter { $0.rule.kind != .signalement }
        rules = all.filter(\.rule.isCommunicable).map { RuleProse($0, book) }
        hidesRules = rules.count < all.count
    }

    var blocks: [PageBlock] {
        let declaration = regime.declaration
        let period = declaration.period.french ?? "sans début ni fin"
        return [
            .heading(level: 2, Prose(declaration.titre), anchor: regime.id.slug),
            .paragraph(
                "Ces règles valent \(period). Le jour qui compte est le \(declaration.choiceDate.french). Source : \(Prose(declaration.source).ended)"
            ),
        ] + conditions + priorities + duration + others + hidden
    }

    // MARK: - Parts

    private var conditions: [PageBlock] {
        Effect.allCases.flatMap { effect -> [PageBlock] in
            let found = rules.filter { $0.rule.kind == .critere && $0.rule.effect == effect }
            return part(effect.publicHeading, effect.rawValue, found)
        }
    }

    private var priorities: [PageBlock] {
        let levels = regime.declarations.levels.flatMap(\.value.levels).sorted { $0.from < $1.from }
        let scale = levels.map { ListItem("\($0.name) : à partir de \(points($0.from)).") }
        let part = part("Ce qui donne une priorité", "priorites", rules(of: .priorite))
        guard !part.isEmpty, !scale.isEmpty else { return part }
        return part + [.paragraph("Les points s’ajoutent et donnent un niveau :"), .list(scale)]
    }

    private var duration: [PageBlock] {
        part("La durée du label", "duree", rules(of: .validite))
    }

    private var others: [PageBlock] {
        part("Autres dates et calculs", "calculs", rules(of: .calcul))
    }

    private var hidden: [PageBlock] {
        hidesRules ? [.paragraph("D’autres vérifications sont propres au service.")] : []
    }

    private func rules(of kind: RuleKind) -> [RuleProse] { rules.filter { $0.rule.kind == kind } }

    private func part(_ title: String, _ anchor: String, _ rules: [RuleProse]) -> [PageBlock] {
        guard !rules.isEmpty else { return [] }
        let heading = PageBlock.heading(
            level: 3, Prose(title), anchor: "\(regime.id)-\(anchor)".slug)
        return [heading, .list(rules.map(item))]
    }

    private func item(_ rule: RuleProse) -> ListItem {
        let needed = book.locals(ofFile: rule.rule.file).needed(by: rule.rule.expressions)
        let prepared = needed.compactMap { $0.comment == nil ? nil : $0.item }
        let source = ListItem("\(strong: "Source") : \(Prose(rule.rule.source).ended)")
        return ListItem(
            Prose(strong: rule.rule.titre),
            children: rule.substanceWithoutText + rule.terms + prepared + [source])
    }

    private func points(_ number: Double) -> String {
        French.decimal(number) + (number.magnitude < 2 ? " point" : " points")
    }
}

extension Effect {
    /// The heading over the conditions that lead there.
    fileprivate var publicHeading: String {
        switch self {
        case .refus: "Conditions sans exception"
        case .examen: "Conditions examinées au cas par cas"
        case .piece: "Ce que le dossier contient"
        }
    }
}
