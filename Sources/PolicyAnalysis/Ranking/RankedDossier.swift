// What a ranking keeps of a verdict.
// SPDX-License-Identifier: MIT

public import Labelling
public import PolicyEngine

/// A dossier as a ranking sees it: small, so that a ranking of many can be held.
public struct RankedDossier: Sendable {
    /// The file as the user named it.
    public let fichier: String
    /// The number of its line, from 1; nil for a whole file.
    public let ligne: Int?
    /// The dossier's number.
    public let numero: String
    /// The applicant's name.
    public let nom: String
    /// The filing day.
    public let deposeLe: Day
    /// The regime; nil when none covers the dossier.
    public let regime: RegimeReference?
    /// The opinion.
    public let avis: Avis
    /// Whether the opinion is favourable and a criterion concluded from what is absent.
    public let isProvisional: Bool
    /// Its points; nil when a rule that gives some failed.
    public let span: PointSpan?
    /// Whether the points are open because a rule concluded from what is absent.
    public let hasProvisionalPoints: Bool
    /// The level of the least that it may have; nil when there is none, or nobody knows.
    public let niveau: String?
    /// The level of the most that it may have; nil when there is none, or nobody knows.
    public let niveauMax: String?
    /// Whether the missing facts and pieces could make it favourable; false when it is already.
    public let mayBecomeFavorable: Bool
    /// How many facts and rows are missing.
    public let missingCount: Int

    /// Takes what a ranking needs of a verdict under a policy.
    public init(_ verdict: Verdict, under policy: Policy, fichier: String, ligne: Int? = nil) {
        self.fichier = fichier
        self.ligne = ligne
        numero = verdict.numero
        nom = verdict.nom
        deposeLe = verdict.deposeLe
        regime = verdict.regime
        avis = verdict.avis
        isProvisional = verdict.isProvisionallyFavorable
        let span = PointSpan(verdict.priorite)
        self.span = span
        hasProvisionalPoints =
            span?.isExact == false
            && verdict.priorite.regles.contains { $0.isProvisional && !$0.span.isExact }
        let levels = verdict.regime.flatMap { policy.regime(id: $0.id) }?
            .declarations.levels.first?.value
        niveau = span?.knownLeast.flatMap { levels?.name(for: $0) }
        niveauMax = span?.knownMost.flatMap { levels?.name(for: $0) }
        mayBecomeFavorable = verdict.mayBecomeFavorable
        missingCount = verdict.manquants.count
    }

    /// The order in which to show dossiers: by points, then by filing day and number, which give
    /// no rank; last by where they stand.
    static func isShownBefore(_ left: RankedDossier, _ right: RankedDossier) -> Bool {
        func key(_ dossier: RankedDossier) -> (Double, Double) {
            (dossier.span?.least ?? -.infinity, dossier.span?.most ?? -.infinity)
        }
        if key(left) != key(right) { return key(left) > key(right) }
        if left.deposeLe != right.deposeLe { return left.deposeLe < right.deposeLe }
        for name in [\RankedDossier.numero, \.fichier]
        where left[keyPath: name] != right[keyPath: name] {
            return left[keyPath: name].utf8.lexicographicallyPrecedes(right[keyPath: name].utf8)
        }
        return (left.ligne ?? 0) < (right.ligne ?? 0)
    }
}

extension Verdict {
    /// Whether what is missing is all that stands between the dossier and a favourable opinion.
    ///
    /// No settled criterion asks for a refusal or an examination: those that do wait for something,
    /// or concluded from what is absent. Possible, not certain.
    fileprivate var mayBecomeFavorable: Bool {
        avis != .favorable && regime != nil && decidingRules.allSatisfy { !$0.standsInTheWay }
    }

    /// Whether a favourable opinion rests on a criterion that concluded from what is absent.
    fileprivate var isProvisionallyFavorable: Bool {
        avis == .favorable && decidingRules.contains { $0.kind == .critere && $0.isProvisional }
    }

    private var decidingRules: [RuleResult] { regles + expertises.flatMap(\.regles) }
}

extension RuleResult {
    /// Whether the rule bars a favourable opinion whatever is still to come.
    fileprivate var standsInTheWay: Bool {
        switch (kind, outcome) {
        case (.critere, .enErreur), (.validite, .enErreur): true
        case (.critere, .nonSatisfaite): effect != .piece && !isProvisional
        default: false
        }
    }
}
