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
    /// Its points; nil when a rule that gives some failed.
    public let span: PointSpan?
    /// The level of its points; nil when there is none.
    public let niveau: String?
    /// The level of the most that it may have; nil when there is none, or nobody knows.
    public let niveauMax: String?
    /// Whether the missing facts and pieces could make it favourable; false when it is already.
    public let mayBecomeFavorable: Bool
    /// How many facts and rows are missing.
    public let missingCount: Int

    /// Takes what a ranking needs.
    public init(_ verdict: Verdict, fichier: String, ligne: Int? = nil) {
        self.fichier = fichier
        self.ligne = ligne
        numero = verdict.numero
        nom = verdict.nom
        deposeLe = verdict.deposeLe
        regime = verdict.regime
        avis = verdict.avis
        span = PointSpan(verdict.priorite)
        niveau = verdict.priorite.niveau
        niveauMax = verdict.priorite.niveauMax
        mayBecomeFavorable = verdict.mayBecomeFavorable
        missingCount = verdict.manquants.count
    }

    /// The order in which to show dossiers: by points, then by filing day and number, which give
    /// no rank; last by where they stand.
    static func isShownBefore(_ left: RankedDossier, _ right: RankedDossier) -> Bool {
        func key(_ dossier: RankedDossier) -> (Double, Double) {
            (dossier.span?.points ?? -.infinity, dossier.span?.most ?? -.infinity)
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
    /// No settled criterion asks for a refusal or an examination. Possible, not certain.
    fileprivate var mayBecomeFavorable: Bool {
        let opinions = expertises.map(\.avis) + [avis]
        guard opinions.contains(.incomplet), regime != nil else { return false }
        return (regles + expertises.flatMap(\.regles)).allSatisfy { !$0.standsInTheWay }
    }
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
