// From criteria to opinions.
// SPDX-License-Identifier: MIT

/// The opinion that the results of one place lead to, the dossier or an expertise.
struct Opinion {
    /// The opinion; favourable as long as nothing stands against it.
    private(set) var avis = Avis.favorable
    /// The index of the first validity that applies; nil when none does.
    private(set) var validity: Int?
    /// How many validities apply.
    private(set) var validities = 0
    /// Whether a validity could not be settled.
    private var isOpen = false

    /// The index of the validity that gives the label's period; nil when no label is proposed.
    var label: Int? {
        switch avis {
        case .defavorable, .enErreur: nil
        case .favorable, .aExaminer, .incomplet, .partage: isOpen ? nil : validity
        }
    }

    /// Takes one more result of the place.
    fileprivate mutating func add(_ result: some WeighedOutcome, at index: Int) {
        let other = Avis(ledToBy: result.kind, result.effect, result.outcome)
        avis = avis.worse(with: other)
        guard result.kind == .validite else { return }
        if result.outcome == .indeterminee { isOpen = true }
        guard result.outcome == .satisfaite else { return }
        validity = validity ?? index
        validities += 1
    }

    /// The opinion on an expertise, for which the results on the dossier count as well.
    fileprivate func counting(_ shared: Opinion) -> Opinion {
        var both = self
        both.avis = avis.worse(with: shared.avis)
        both.validity = shared.validity ?? validity
        both.validities += shared.validities
        both.isOpen = isOpen || shared.isOpen
        return both
    }
}

/// The opinions on a dossier and on each of its expertises.
struct Opinions {
    /// What the rules on the dossier and on its requests make by themselves.
    private(set) var shared = Opinion()
    /// One an expertise, in dossier order.
    private(set) var expertises: [Opinion]

    /// Weighs the results on a dossier that has a number of expertises.
    init(of results: [some WeighedOutcome], expertises count: Int) {
        expertises = Array(repeating: Opinion(), count: count)
        for index in results.indices {
            switch results[index].kind {
            case .critere, .validite:
                if let number = results[index].expertise {
                    expertises[number - 1].add(results[index], at: index)
                } else {
                    shared.add(results[index], at: index)
                }
            case .priorite, .signalement, .calcul: break
            }
        }
        for index in expertises.indices {
            expertises[index] = expertises[index].counting(shared)
        }
    }

    /// The dossier's opinion: what its expertises agree on, or that of the rules on the dossier.
    var avis: Avis {
        guard let first = expertises.first?.avis else { return shared.avis }
        if expertises.contains(where: { $0.avis == .enErreur }) { return .enErreur }
        return expertises.allSatisfy { $0.avis == first } ? first : .partage
    }

    /// Whether two validities apply to one expertise.
    var haveClash: Bool {
        shared.validities > 1 || expertises.contains { $0.validities > 1 }
    }
}

extension Avis {
    /// What one result leads to; favourable when nothing in it stands against that.
    package init(ledToBy kind: RuleKind, _ effect: Effect?, _ outcome: Outcome) {
        switch (kind, outcome, effect) {
        case (.critere, .enErreur, _), (.validite, .enErreur, _): self = .enErreur
        case (.critere, .nonSatisfaite, .refus?): self = .defavorable
        case (.critere, .nonSatisfaite, .piece?), (.critere, .indeterminee, _): self = .incomplet
        case (.critere, .nonSatisfaite, .examen?): self = .aExaminer
        default: self = .favorable
        }
    }

    fileprivate func worse(with other: Avis) -> Avis { severity >= other.severity ? self : other }

    /// How bad the opinion on one expertise is, from 0.
    package var severity: Int {
        switch self {
        case .favorable, .partage: 0
        case .aExaminer: 1
        case .incomplet: 2
        case .defavorable: 3
        case .enErreur: 4
        }
    }
}
