// What a verdict comes to, without what led to it.
// SPDX-License-Identifier: MIT

public import Labelling
public import PolicyEngine

/// The points of a verdict that matter to an applicant: two equal outlines are one outcome.
public struct VerdictOutline: Hashable, Sendable {
    /// The outcome for one expertise.
    public struct Expertise: Hashable, Sendable {
        /// The opinion.
        public let avis: Avis
        /// The label's days; nil when none is proposed.
        public let label: Label?
    }

    /// The days of a label, both included.
    public struct Label: Hashable, Sendable {
        /// First day.
        public let debut: Day
        /// Last day.
        public let fin: Day

        init(_ period: LabelPeriod) {
            debut = period.debut
            fin = period.fin
        }
    }

    /// The regime's identifier; nil when none covers the dossier.
    public let regime: String?
    /// The opinion on the dossier.
    public let avis: Avis
    /// One an expertise, in dossier order.
    public let expertises: [Expertise]
    /// The least that the priority can be; nil when a rule failed.
    public let points: Double?
    /// The most that it can be; nil when a rule failed or the number itself is unknown.
    public let pointsMax: Double?
    /// The level of `points`.
    public let niveau: String?
    /// The level of `pointsMax`.
    public let niveauMax: String?

    /// The outline of a verdict.
    public init(_ verdict: Verdict) {
        regime = verdict.regime?.id
        avis = verdict.avis
        expertises = verdict.expertises.map {
            Expertise(avis: $0.avis, label: $0.validite.map(Label.init))
        }
        points = verdict.priorite.points
        pointsMax = verdict.priorite.pointsMax
        niveau = verdict.priorite.niveau
        niveauMax = verdict.priorite.niveauMax
    }

    /// Whether both tell the same priority.
    public func hasPriority(of other: VerdictOutline) -> Bool {
        points == other.points && pointsMax == other.pointsMax && niveau == other.niveau
            && niveauMax == other.niveauMax
    }

    /// Whether the opinion settles something: neither incomplete nor failed.
    var isSettled: Bool { avis.isSettled }
}

/// The points with which a favourable dossier stands among those of its regime.
struct Standing: Hashable, Sendable {
    let regime: String
    let span: PointSpan

    /// The place of a verdict in a ranking; nil unless it is favourable, has points and a regime.
    init?(_ verdict: Verdict) {
        guard verdict.avis == .favorable, let regime = verdict.regime?.id,
            let span = PointSpan(verdict.priorite)
        else { return nil }
        self.regime = regime
        self.span = span
    }
}

extension Avis {
    /// Whether the opinion settles something: neither incomplete nor failed.
    var isSettled: Bool { self != .incomplet && self != .enErreur }
}
