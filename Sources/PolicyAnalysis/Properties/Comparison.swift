// What rules bring to a watched result on one dossier, compared with what they bring on another.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// What must hold between the results of some rules on two dossiers.
///
/// An opinion is the worst of what criteria lead to and points are a sum: where each rule follows, so
/// does the verdict. The converse is not so, and a rule that does not follow proves nothing.
struct Comparison {
    let watched: WatchedResult
    let trend: Trend
    private let scope: Scope

    /// What of the rules' results counts.
    private enum Scope {
        /// All that the watched result is made of.
        case whole
        /// Of criteria, only whether they leave a label possible.
        case labelsLost
        /// Results that are settled on the first dossier, whatever the rule.
        case settled
    }

    /// A watched result that must follow.
    init(_ watched: WatchedResult, _ trend: Trend) { self.init(watched, trend, .whole) }

    private init(_ watched: WatchedResult, _ trend: Trend, _ scope: Scope) {
        self.watched = watched
        self.trend = trend
        self.scope = scope
    }

    /// What is settled on the first dossier stays so on the second, provisional results aside.
    static let settled = Comparison(.avis, .constant, .settled)

    /// Whether every dossier is compared with the first alone.
    var isFromFirst: Bool { scope == .settled }

    /// A part of a comparison: rules whose results must be seen together.
    struct Part {
        let rules: [Int]
        let comparison: Comparison

        /// Whether it is about the labels that validities give, and no other kind of rule.
        func isOfValidities(in meaning: RegimeMeaning) -> Bool {
            comparison.scope == .whole && comparison.watched.isOfLabels
                && rules.allSatisfy { meaning.rules[$0].rule.kind == .validite }
        }
    }

    /// The parts that make up the watched result.
    func parts(of programs: [RuleProgram]) -> [Part] {
        func alone(_ isWanted: (Rule) -> Bool, _ comparison: Comparison) -> [Part] {
            programs.indices.filter { isWanted(programs[$0].rule) }
                .map { Part(rules: [$0], comparison: comparison) }
        }
        if scope == .settled {
            return alone({ [.critere, .priorite, .validite].contains($0.kind) }, self)
        }
        switch watched {
        case .avis: return alone({ $0.kind == .critere }, self)
        case .points, .pointsMax: return alone({ $0.kind == .priorite }, self)
        case .flags: return alone({ $0.kind == .signalement }, self)
        case .missing: return alone({ _ in true }, self)
        case .outcome(let id): return alone({ $0.id.value == id }, self)
        case .value(let nom): return alone({ $0.nom?.value == nom }, self)
        case .firstDays, .lastDays, .validityRules:
            let validities = programs.indices.filter { programs[$0].rule.kind == .validite }
            // Where it has an order, days are only compared with days; a label that comes or goes
            // counts where it must stay the same.
            let lost = Comparison(watched, trend, .labelsLost)
            return [Part(rules: validities, comparison: self)]
                + (trend == .constant ? alone({ $0.kind == .critere }, lost) : [])
        }
    }

    /// What is compared of one dossier, by expertise where rules run on expertises.
    struct Measure: Hashable {
        let text: String
        /// Where it stands in its order; nil where it has none.
        var rank: Double?

        init(_ text: String) { self.text = text }

        init(rank: Double) {
            text = "\(rank)"
            self.rank = rank
        }
    }

    /// Whether the second measures may follow the first; those of a failed rule may always.
    func allows(_ first: [String: Measure]?, _ second: [String: Measure]?) -> Bool {
        guard let first, let second else { return true }
        if scope == .settled {
            return first.allSatisfy { key, measure in
                measure.rank == nil || (second[key].map { $0.text == measure.text } ?? true)
            }
        }
        guard trend != .constant else { return first == second }
        return first.allSatisfy { key, measure in
            guard let rank = measure.rank, let next = second[key]?.rank else { return true }
            return trend == .rising ? rank <= next : rank >= next
        }
    }

    /// What results of one part on one dossier come to; nil when a rule failed.
    func measures(of results: [ProbedResult]) -> [String: Measure]? {
        guard results.allSatisfy({ $0.result.outcome != .enErreur }) else { return nil }
        switch scope {
        case .settled: return settlements(of: results)
        case .labelsLost:
            return severities(of: results).mapValues { Measure(rank: $0 >= 3 ? 1 : 0) }
        case .whole where watched.isOfLabels: return periods(of: results)
        case .whole where watched == .avis:
            return severities(of: results).mapValues { Measure(rank: Double(-$0)) }
        case .whole: return ["": single(results.map(\.result))]
        }
    }

    private func single(_ results: [RuleResult]) -> Measure {
        switch watched {
        case .points: return Measure(rank: results.map { $0.points?.lowerBound ?? 0 }.max() ?? 0)
        case .pointsMax:
            let tops = results.compactMap(\.points?.upperBound)
            return tops.count == results.count ? Measure(rank: tops.max() ?? 0) : Measure("?")
        case .flags: return Measure("\(results.contains { $0.outcome == .satisfaite })")
        case .missing:
            let missing = Set(results.flatMap(\.manquants))
            return Measure(missing.sorted().joined(separator: " "))
        case .outcome: return Measure(results.map(\.outcome.rawValue).joined(separator: " "))
        case .value:
            let values = results.map { $0.valeur.map { "\($0)" } ?? $0.outcome.rawValue }
            return Measure(values.joined(separator: " "))
        case .avis, .firstDays, .lastDays, .validityRules: return Measure("")
        }
    }

    /// How bad the worst result is, by expertise.
    private func severities(of results: [ProbedResult]) -> [String: Int] {
        results.reduce(into: [:]) { worst, result in
            let key = result.expertise.map { "\($0)" } ?? ""
            worst[key] = max(worst[key] ?? 0, Bearing(result).severity)
        }
    }

    /// What each result counts for, by subject; with a rank where it is settled.
    private func settlements(of results: [ProbedResult]) -> [String: Measure] {
        results.reduce(into: [:]) { measures, result in
            var measure = Measure("\(Bearing(result))")
            measure.rank = result.result.isSettled ? 0 : nil
            measures[result.result.sujet] = measure
        }
    }

    /// The label of each expertise: that of a rule on the dossier, or else of a rule on it.
    private func periods(of results: [ProbedResult]) -> [String: Measure] {
        let own = results.filter { $0.expertise != nil }
        let shared = results.filter { $0.expertise == nil }
        var groups = Dictionary(grouping: own) { "\($0.expertise ?? 0)" }
        if groups.isEmpty { groups = ["": []] }
        return groups.mapValues { own in
            let all = shared + own
            guard !all.contains(where: { $0.result.outcome == .indeterminee }),
                let period = all.first(where: { $0.result.outcome == .satisfaite })?.period
            else { return Measure("-") }
            return switch watched {
            case .firstDays: Measure(rank: Double(period.debut.ordinal))
            case .lastDays: Measure(rank: Double(period.fin.ordinal))
            default: Measure(period.regle)
            }
        }
    }
}

extension RuleResult {
    /// Whether no missing fact has a part in it.
    var isSettled: Bool {
        outcome != .indeterminee && outcome != .enErreur && !isProvisional
    }
}
