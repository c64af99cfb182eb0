// Runs cases on a policy, and remembers the machines that their settings ask for.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
public import PolicyEngine

/// A runner of cases on one policy.
///
/// A machine is made for each distinct change that cases make to the policy, once.
public struct CaseRunner: ~Copyable {
    private let source: PolicySource
    private let dossiers: [String: SourceText]
    private let tracing: Tracing
    private var benches: [PolicySetting: Bench] = [:]

    /// A policy in a setting, with its machine; nil where it cannot be loaded.
    private final class Bench {
        let policy: Policy
        var evaluator: Evaluator

        init(_ policy: Policy, _ tracing: Tracing) throws(DiagnosticsError) {
            self.policy = policy
            evaluator = try Evaluator(policy, tracing: tracing)
        }
    }

    /// Prepares to run cases.
    ///
    /// - Parameters:
    ///   - source: the files of the policy.
    ///   - dossiers: those of the tests, by path from `tests`.
    public init(_ source: PolicySource, dossiers: [String: SourceText]) {
        self.init(source, dossiers: dossiers, tracing: .explanation)
    }

    init(_ source: PolicySource, dossiers: [String: SourceText], tracing: Tracing) {
        self.source = source
        self.dossiers = dossiers
        self.tracing = tracing
    }

    /// What a case gives.
    public mutating func run(_ test: TestCase) -> CaseResult {
        let observation = observe(test.setting)
        let mismatches = test.expectations.compactMap { expectation -> Mismatch? in
            let obtained = observation.value(of: expectation.facet)
            if let obtained, expectation.holds(for: obtained) { return nil }
            return Mismatch(expectation: expectation, obtained: obtained)
        }
        return CaseResult(test: test, observation: observation, mismatches: mismatches)
    }

    /// What a dossier gives in a setting.
    mutating func observe(_ setting: CaseSetting) -> Observation {
        do throws(DiagnosticsError) {
            let bench = try bench(for: setting.policy)
            guard let text = dossiers[setting.dossier] else {
                return .impossible("dossier \(setting.dossier.quotedToken) introuvable")
            }
            let edited = try CaseRunner.edited(text, setting.edits)
            let dossier = try Dossier.read(edited, schema: bench.policy.schema)
            return evaluate(dossier, setting, on: bench)
        } catch {
            return .refused(error.diagnostics)
        }
    }

    /// What generated JSON gives; properties draw their dossiers so.
    mutating func observe(
        _ json: JSONValue, le day: Day, regime: String?, policy: PolicySetting
    ) -> Observation {
        let text = SourceText(path: "dossier", text: json.encoded(style: .pretty))
        do throws(DiagnosticsError) {
            let bench = try bench(for: policy)
            let dossier = try Dossier.read(text, schema: bench.policy.schema)
            let setting = CaseSetting(
                dossier: "", edits: [], decisionDay: day, regime: regime, policy: policy)
            return evaluate(dossier, setting, on: bench)
        } catch {
            return .refused(error.diagnostics)
        }
    }

    private func evaluate(
        _ dossier: Dossier, _ setting: CaseSetting, on bench: Bench
    ) -> Observation {
        do throws(EvaluationError) {
            return .verdict(
                try bench.evaluator.evaluate(
                    dossier, le: setting.decisionDay, regime: setting.regime))
        } catch {
            return .impossible(error.french)
        }
    }

    private mutating func bench(for setting: PolicySetting) throws(DiagnosticsError) -> Bench {
        if let known = benches[setting] { return known }
        let policy = try Policy.load(source, options: setting.options)
            .replacing(parameters: setting.parameters, rows: setting.rows)
        let bench = try Bench(policy, tracing)
        benches[setting] = bench
        return bench
    }

    /// The dossier with its changes; an unchanged one keeps its bytes and its places.
    private static func edited(
        _ text: SourceText, _ edits: [FactEdit]
    ) throws(DiagnosticsError) -> SourceText {
        guard !edits.isEmpty else { return text }
        let document = JSONReader.read(text)
        guard let root = document.root, var json = JSONValue(root), document.isWhole else {
            throw DiagnosticsError(document.diagnostics)
        }
        for edit in edits {
            do throws(EditFault) {
                json = try json.editing(edit)
            } catch {
                throw DiagnosticsError([
                    Diagnostic("test.modification", error.message, at: .init(file: text.path))
                ])
            }
        }
        return SourceText(path: text.path + " modifié", text: json.encoded(style: .pretty))
    }
}

/// What a case gave.
public struct CaseResult: Sendable {
    /// The case.
    public let test: TestCase
    /// What came out.
    public let observation: Observation
    /// What was expected and did not come out; empty when the case passed.
    public let mismatches: [Mismatch]
}

/// An expectation that did not hold.
public struct Mismatch: Sendable {
    /// The expectation.
    public let expectation: Expectation
    /// What came out; nil when there was nothing to look at.
    public let obtained: FacetValue?
}

extension EvaluationError {
    /// The reason, in French: lower-case first letter, no full stop.
    var french: String {
        switch self {
        case .decisionBeforeFiling(let filed, let decided):
            "la décision (\(French.day(decided))) précède le dépôt (\(French.day(filed)))"
        case .unknownRegime(let name, _): "régime inconnu\u{A0}: \(name.quotedToken)"
        case .machine(let reason): reason
        }
    }
}
