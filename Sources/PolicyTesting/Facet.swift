// The results that a test can look at, each with the name that test files give it.
// SPDX-License-Identifier: MIT

/// One thing that a test says of a verdict.
public enum Facet: Hashable, Sendable {
    case regime, avis, expertises, motifs, manquants, signalements, transition, diagnostics
    case points, pointsMax, niveau, niveauMax
    case debut, fin, validityRule
    /// The result of a rule on its subjects.
    case rule(String)
    /// The value of a `calcul`, by its `nom`.
    case calcul(String)

    /// The facets with a name of their own.
    static let named: [(name: String, facet: Facet)] = [
        ("regime", .regime), ("avis", .avis), ("expertises", .expertises), ("motifs", .motifs),
        ("manquants", .manquants), ("priorite.points", .points),
        ("priorite.points_max", .pointsMax), ("priorite.niveau", .niveau),
        ("priorite.niveau_max", .niveauMax), ("validite.debut", .debut), ("validite.fin", .fin),
        ("validite.regle", .validityRule), ("signalements", .signalements),
        ("transition", .transition), ("diagnostics", .diagnostics),
    ]

    /// Its name in test files: `priorite.points`, `regles.ELIG-01`.
    public var name: String {
        switch self {
        case .rule(let id): "regles.\(id)"
        case .calcul(let nom): "calculs.\(nom)"
        default: Facet.named.first { $0.facet == self }?.name ?? ""
        }
    }

    /// The facet of a name; rules and calculs are not checked.
    init?(name: String) {
        if let known = Facet.named.first(where: { $0.name == name }) {
            self = known.facet
        } else if name.hasPrefix("regles."), name.count > "regles.".count {
            self = .rule(String(name.dropFirst("regles.".count)))
        } else if name.hasPrefix("calculs."), name.count > "calculs.".count {
            self = .calcul(String(name.dropFirst("calculs.".count)))
        } else {
            return nil
        }
    }
}
