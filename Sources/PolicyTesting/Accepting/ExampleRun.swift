// Examples with the verdicts that are expected of them.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling
public import PolicyEngine

/// A sample dossier and the text of its expected verdict.
public struct Example: Sendable {
    /// Its path as shown.
    public let path: String
    /// The dossier.
    public let dossier: SourceText
    /// The expected verdict's text; nil when there is none yet.
    public let expected: SourceText?

    /// The ending of expected verdicts, which stand beside their dossiers.
    public static let expectedEnding = ".avis.json"

    /// Makes an example.
    public init(path: String, dossier: SourceText, expected: SourceText?) {
        self.path = path
        self.dossier = dossier
        self.expected = expected
    }

    /// The path of its expected verdict.
    public var expectedPath: String {
        let ending = ".json"
        return (path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path)
            + Example.expectedEnding
    }
}

/// What an example gives, beside what is expected of it.
public struct ExampleResult: Sendable {
    /// The example.
    public let example: Example
    /// What it gives.
    public let observation: Observation
    /// What it gives, without prose; nil when no verdict could be given at all.
    public let obtained: ExpectedVerdict?
    /// What is expected; nil when there is nothing or it cannot be read.
    public let expected: ExpectedVerdict?

    /// What differs; empty when nothing does, or when nothing can be compared.
    public var changes: [VerdictChange] {
        guard let expected, let obtained else { return [] }
        return expected.changes(to: obtained)
    }

    /// Whether the verdict says what is expected; the order of its rules says nothing.
    public var passed: Bool { expected != nil && expected?.unordered == obtained?.unordered }

    /// Evaluates an example.
    ///
    /// The decision day is that of the expected verdict; without one, `le`, and without that the
    /// filing day.
    public init(_ example: Example, on policy: Policy, _ evaluator: inout Evaluator, le: Day?) {
        self.example = example
        expected = example.expected.flatMap { ExpectedVerdict($0) }
        do throws(DiagnosticsError) {
            let dossier = try Dossier.read(example.dossier, schema: policy.schema)
            let day =
                expected?.decisionDay.flatMap { Day(iso: $0) } ?? le ?? dossier.deposeLe
            do throws(EvaluationError) {
                let verdict = try evaluator.evaluate(dossier, le: day)
                observation = .verdict(verdict)
                obtained = ExpectedVerdict(verdict)
            } catch {
                observation = .impossible(error.french)
                obtained = nil
            }
        } catch {
            observation = .refused(error.diagnostics)
            obtained = ExpectedVerdict(refusedWith: error.diagnostics)
        }
    }
}
