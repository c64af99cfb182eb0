// Runs cases on a policy, and remembers the machines that their settings ask for.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
public import PolicyEngine

/// A runner of cases on one policy.
///
/// A machine is made for each choice of optional folders, once; other changes of the policy are
/// taken over by the machine that is there.
public struct CaseRunner: ~Copyable {
    private let source: PolicySource
    private let dossiers: [String: SourceText]
    private let tracing: Tracing
    /// The policies that are loaded already, by their optional folders.
    private let policies: [Set<String>: Policy]
    private var benches: [Set<String>: Bench] = [:]
    /// The dossiers that cases change, by path.
    private var bases: [String: JSONValue] = [:]

    /// A policy with its machine, and the setting in which it stands.
    private final class Bench {
        let policy: Policy
        var evaluator: Evaluator
        var setting: PolicySetting

        init(_ policy: Policy, _ setting: PolicySetting, _ tracing: Tracing)
            throws(DiagnosticsError)
        {
            self.policy = policy
            self.setting = setting
            evaluator = try Evaluator(policy, tracing: tracing)
        }
    }

    /// Prepares to run cases.
    ///
    /// - Parameters:
    ///   - source: the files of the policy.
    ///   - dossiers: those of the tests, by path from `tests`.
    ///   - policies: what `source` gives with some choices of optional folders, where it is known.
    public init(
        _ source: PolicySource, dossiers: [String: SourceText],
        policies: [Set<String>: Policy] = [:]
    ) {
        self.init(source, dossiers: dossiers, policies: policies, tracing: .explanation)
    }

    init(
        _ source: PolicySource, dossiers: [String: SourceText],
        policies: [Set<String>: Policy] = [:], tracing: Tracing
    ) {
        self.source = source
        self.dossiers = dossiers
        self.policies = policies
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
            let bench = try bench(for: setting.policy.options)
            let edited: SourceText
            switch setting.dossier {
            case .file(let path):
                guard let text = dossiers[path] else {
                    return .impossible("dossier \(path.quotedToken) introuvable")
                }
                edited = try self.edited(text, setting.edits)
            case .written(let json):
                edited = try CaseRunner.edited(json, setting.edits, of: "dossier")
            }
            let dossier: Dossier
            do throws(DiagnosticsError) {
                dossier = try Dossier.read(edited, schema: bench.policy.schema)
            } catch {
                throw DiagnosticsError(
                    error.diagnostics.map { setting.places.placed($0, in: edited, setting.edits) })
            }
            return evaluate(
                dossier, le: setting.decisionDay, regime: setting.regime, in: setting.policy,
                on: bench)
        } catch {
            return Observation(refusedWith: error)
        }
    }

    /// What a dossier gives under a regime in a setting; properties draw their dossiers.
    mutating func observe(
        _ dossier: Dossier, le day: Day, regime: String, in setting: PolicySetting
    ) -> Observation {
        do throws(DiagnosticsError) {
            let bench = try bench(for: setting.options)
            return evaluate(dossier, le: day, regime: regime, in: setting, on: bench)
        } catch {
            return Observation(refusedWith: error)
        }
    }

    private mutating func evaluate(
        _ dossier: Dossier, le day: Day, regime: String?, in setting: PolicySetting,
        on bench: Bench
    ) -> Observation {
        do throws(EvaluationError) {
            if setting != bench.setting {
                // Until all of it is taken over, the machine stands in no setting at all.
                benches[setting.options] = nil
                try bench.evaluator.adopt(
                    bench.policy.replacing(parameters: setting.parameters, rows: setting.rows))
                bench.setting = setting
                benches[setting.options] = bench
            }
            return .verdict(try bench.evaluator.evaluate(dossier, le: day, regime: regime))
        } catch {
            return .impossible(error.french)
        }
    }

    /// Makes a runner on the same policy.
    var anotherOne: () -> CaseRunner {
        let (source, dossiers, policies, tracing) = (source, dossiers, policies, tracing)
        return {
            CaseRunner(source, dossiers: dossiers, policies: policies, tracing: tracing)
        }
    }

    /// The policy with some optional folders turned on.
    ///
    /// - Throws: a diagnostic where a file of it fails.
    mutating func policy(in setting: PolicySetting) throws(DiagnosticsError) -> Policy {
        try bench(for: setting.options).policy
            .replacing(parameters: setting.parameters, rows: setting.rows)
    }

    private mutating func bench(for options: Set<String>) throws(DiagnosticsError) -> Bench {
        if let known = benches[options] { return known }
        var setting = PolicySetting()
        setting.options = options
        let bench = try Bench(try policy(with: options), setting, tracing)
        benches[options] = bench
        return bench
    }

    private func policy(with options: Set<String>) throws(DiagnosticsError) -> Policy {
        if let known = policies[options] { return known }
        return try Policy.load(source, options: options)
    }

    /// The dossier with its changes; an unchanged one keeps its bytes and its places.
    private mutating func edited(
        _ text: SourceText, _ edits: [FactEdit]
    ) throws(DiagnosticsError) -> SourceText {
        guard !edits.isEmpty else { return text }
        return try CaseRunner.edited(base(text), edits, of: text.path)
    }

    private static func edited(
        _ base: JSONValue, _ edits: [FactEdit], of path: String
    ) throws(DiagnosticsError) -> SourceText {
        var json = base
        for edit in edits {
            do throws(EditFault) {
                json = try json.editing(edit)
            } catch {
                throw DiagnosticsError([
                    Diagnostic(TestCode.edit, error.message, at: .init(file: path))
                ])
            }
        }
        let name = edits.isEmpty ? path : path + " modifié"
        return SourceText(path: name, text: json.encoded(style: .pretty))
    }

    /// A dossier as it is before changes, read once.
    private mutating func base(_ text: SourceText) throws(DiagnosticsError) -> JSONValue {
        if let known = bases[text.path] { return known }
        let document = JSONReader.read(text)
        guard let root = document.root, let json = JSONValue(root), document.isWhole else {
            throw DiagnosticsError(document.diagnostics)
        }
        bases[text.path] = json
        return json
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
        case .loading(let diagnostics): diagnostics.first?.message ?? ""
        case .machine(let reason): reason
        }
    }
}
