// Runs chosen rules of a regime on partly known dossiers, and tells what they ask of unknown facts.
// SPDX-License-Identifier: MIT

package import Diagnostics
package import Labelling
import LuaRuntime

/// A rule's result on one subject, with the questions that are still open.
package struct ProbedResult: Sendable {
    /// The rule's index in the regime.
    package private(set) var rule: Int
    /// The expertise that it concerns, from 1; nil for the dossier and its requests.
    package let expertise: Int?
    /// The result as a verdict would hold it.
    package let result: RuleResult
    /// A validity's days.
    package let period: LabelPeriod?
    /// What the rule asked of unknown facts, in the order in which it did.
    package let questions: [Question]

    /// The same result under another number of its rule.
    package func numbered(_ rule: Int) -> ProbedResult {
        var other = self
        other.rule = rule
        return other
    }
}

/// What is taken for granted of facts whose values are not.
///
/// Results then say what may come of them, and nothing more; what counts is what was asked.
package struct Presumption: Sendable {
    /// Missing facts that are taken for unknown ones that are there.
    package let present: Set<String>
    /// Lists that are taken for ones that may hold more than they do.
    package let open: Set<String>

    /// Takes nothing for granted, unless told.
    package init(present: Set<String> = [], open: Set<String> = []) {
        (self.present, self.open) = (present, open)
    }
}

/// Rules of one regime of a policy, run in the instrumented form alone; one a worker.
///
/// Several versions of a regime may stand side by side: the rules of each are numbered after those
/// of the version before it. The dossier may lack facts that a file must hold: they are unknown like
/// any other.
package struct Prober: ~Copyable {
    private let versions: [Version]
    /// How many rules all versions have.
    package let ruleCount: Int

    /// One version of a regime in a machine of its own.
    private struct Version {
        let instance: RegimeInstance
        /// The rules with the calculs that each depends on, by index in the version.
        let needed: [Set<Int>]
        /// The number of its first rule.
        let first: Int
    }

    /// Loads a regime.
    ///
    /// - Throws: a diagnostic where a file of it fails.
    package init(_ policy: Policy, regime: String) throws(DiagnosticsError) {
        try self.init([policy], regime: regime)
    }

    /// Loads a regime of each of several policies.
    ///
    /// - Throws: a diagnostic where a file of one fails.
    package init(_ policies: [Policy], regime: String) throws(DiagnosticsError) {
        var versions: [Version] = []
        var count = 0
        for policy in policies {
            guard let program = policy.programs.first(where: { $0.regime.id == regime }) else {
                preconditionFailure("a regime of the policy")
            }
            let made = try RegimeInstance(program, schema: policy.schema, tracing: .questions)
            try made.instrument()
            versions.append(Version(instance: made, needed: program.neededRules, first: count))
            count += program.rules.count
        }
        self.versions = versions
        ruleCount = count
    }

    /// Takes the parameters and rows that a policy has for a regime in place of a version's own; the
    /// rules stay as they are loaded.
    ///
    /// - Throws: `EvaluationError.machine` when the machine cannot hold the rows.
    package mutating func adopt(
        _ policy: Policy, as version: Int
    ) throws(EvaluationError) {
        let instance = versions[version].instance
        let id = instance.program.regime.id
        guard let program = policy.programs.first(where: { $0.regime.id == id }) else {
            preconditionFailure("a regime of the policy")
        }
        do throws(LuaError) { try instance.adopt(program) } catch {
            throw .machine(FailureText(error, budget: 0).text)
        }
    }

    /// The rules, by index.
    package var rules: [RuleProgram] { versions.flatMap(\.instance.program.rules) }

    /// Runs rules on a dossier.
    ///
    /// - Parameters:
    ///   - rules: indices of the rules to run, where they are in force.
    ///   - dossier: what is known.
    ///   - decisionDay: the day of the decision.
    ///   - presumption: what is taken for granted of facts: for what is asked of them then.
    ///   - tellingQuestions: whether what rules ask is wanted; the results are the same without.
    /// - Returns: their results in the order of the regime, without those of calculs not asked for.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold the dossier.
    package mutating func run(
        _ rules: Set<Int>, on dossier: Dossier, le decisionDay: Day,
        presuming presumption: Presumption = Presumption(), tellingQuestions: Bool = true
    ) throws(EvaluationError) -> [ProbedResult] {
        var results: [ProbedResult] = []
        for version in versions {
            let numbers = version.first..<(version.first + version.needed.count)
            let asked = rules.filter(numbers.contains)
            guard !asked.isEmpty else { continue }
            version.instance.tellsQuestions = tellingQuestions
            results += try run(
                Set(asked.map { $0 - version.first }), of: version, on: dossier, le: decisionDay,
                presuming: presumption)
        }
        return results
    }

    private func run(
        _ rules: Set<Int>, of version: Version, on dossier: Dossier, le decisionDay: Day,
        presuming presumption: Presumption
    ) throws(EvaluationError) -> [ProbedResult] {
        let instance = version.instance
        let needed = version.needed
        let day = instance.program.regime.declaration.day(
            filed: dossier.deposeLe, decided: decisionDay)
        do throws(LuaError) {
            try instance.begin(dossier, decision: decisionDay, day: day)
            try instance.presume(presumption)
        } catch {
            throw .machine(FailureText(error, budget: 0).text)
        }
        let all = rules.reduce(into: Set<Int>()) { $0.formUnion(needed[$1]) }
        var runner = RuleRunner(instance: instance, dossier: dossier, day: day)
        let placed = runner.run(where: all.contains)
        let questions = Dictionary(grouping: placed, by: \.rule)
            .mapValues { $0.flatMap(\.questions) }
        return placed.filter { rules.contains($0.rule) }.map { placed in
            let calculs = needed[placed.rule].subtracting([placed.rule]).sorted()
            return ProbedResult(
                rule: version.first + placed.rule, expertise: placed.expertise,
                result: placed.result,
                period: placed.period.map {
                    LabelPeriod(debut: $0.debut, fin: $0.fin, regle: placed.result.id)
                },
                questions: calculs.flatMap { questions[$0] ?? [] } + placed.questions)
        }
    }
}

extension RegimeProgram {
    /// Each rule with the calculs that it depends on, by its index.
    fileprivate var neededRules: [Set<Int>] {
        let byName = Dictionary(
            rules.enumerated().compactMap { index, program in
                program.rule.nom.map { ($0.value, index) }
            }, uniquingKeysWith: { first, _ in first })
        var needed = rules.indices.map { Set([$0]) }
        for index in calculOrder + rules.indices.filter({ rules[$0].rule.kind != .calcul }) {
            for name in rules[index].calculs {
                if let calcul = byName[name] { needed[index].formUnion(needed[calcul]) }
            }
        }
        return needed
    }
}
