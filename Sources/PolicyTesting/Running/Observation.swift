// What came out of a case, looked at facet by facet.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
public import PolicyEngine

/// What running a case gave.
public enum Observation: Sendable {
    /// A verdict.
    case verdict(Verdict)
    /// The dossier was refused as it was read.
    case refused([Diagnostic])
    /// No verdict could be given, for this reason.
    case impossible(String)

    /// What a case gives that ends in faults; only those of its dossier may be expected.
    init(refusedWith error: DiagnosticsError) {
        let others = error.diagnostics.filter { diagnostic in
            !["dossier.", "json."].contains { diagnostic.code.hasPrefix($0) }
        }
        self = others.first.map { .impossible($0.message) } ?? .refused(error.diagnostics)
    }

    /// The value of a facet; nil where there is none to look at.
    func value(of facet: Facet) -> FacetValue? {
        switch (self, facet) {
        case (.refused(let diagnostics), .diagnostics):
            .words(Set(diagnostics.map(\.code)).sorted())
        case (.verdict, .diagnostics): .words([])
        case (.verdict(let verdict), _): verdict.value(of: facet)
        case (.refused, _), (.impossible, _): nil
        }
    }

    /// The verdict, if there is one.
    public var verdict: Verdict? { if case .verdict(let verdict) = self { verdict } else { nil } }
}

extension Verdict {
    /// The word for a regime or a level that is not there.
    static let none = "aucun"
    /// The word for a validity that is not there.
    static let noValidity = "aucune"
    /// The word for a rule that is not in force on the regime's day.
    static let notInForce = "hors_vigueur"
    /// The word for points, or their level, that cannot be told.
    static let unknown = "inconnu"

    fileprivate func value(of facet: Facet) -> FacetValue? {
        switch facet {
        case .regime: .word(regime?.id ?? Verdict.none)
        case .avis: .word(avis.rawValue)
        case .expertises: .words(expertises.map(\.avis.rawValue))
        case .motifs: .words(motifs)
        case .manquants: .words(manquants)
        case .signalements: .words(raisedFlags)
        case .transition: .one(.boolean(transition != nil))
        case .points: points(priorite.points)
        case .pointsMax: points(priorite.pointsMax)
        case .niveau: level(priorite.niveau, of: priorite.points)
        case .niveauMax: level(priorite.niveauMax, of: priorite.pointsMax)
        case .debut: periods { .day($0.debut) }
        case .fin: periods { .day($0.fin) }
        case .validityRule: periods { .text($0.regle) }
        case .rule(let id): outcomes(of: id)
        case .calcul(let nom):
            .several(
                calculs.filter { $0.nom == nom }.map {
                    $0.valeur?.normalized ?? .text($0.outcome.rawValue)
                })
        case .diagnostics: nil
        }
    }

    private var raisedFlags: [String] {
        Set(signalements.filter { $0.outcome == .satisfaite }.map(\.id)).sorted()
    }

    private func points(_ number: Double?) -> FacetValue {
        number.map { .number($0) } ?? .word(Verdict.unknown)
    }

    private func level(_ name: String?, of points: Double?) -> FacetValue {
        .word(name ?? (points == nil ? Verdict.unknown : Verdict.none))
    }

    private func outcomes(of rule: String) -> FacetValue {
        let results = results(of: rule)
        guard !results.isEmpty else { return .words([Verdict.notInForce]) }
        return .words(results.map(\.outcome.rawValue))
    }

    /// A part of each expertise's period.
    private func periods(_ part: (LabelPeriod) -> ShownValue) -> FacetValue {
        .several(expertises.map { $0.validite.map(part) ?? .text(Verdict.noValidity) })
    }
}
