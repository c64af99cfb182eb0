// From the files of `tests` to a suite.
// SPDX-License-Identifier: MIT

public import Diagnostics
import LuaSyntax
public import PolicyEngine

extension TestSuite {
    /// Reads every test file, and reports everything wrong with any of them, sorted.
    ///
    /// - Parameters:
    ///   - source: the files of `tests`.
    ///   - policy: the policy, every optional folder turned on.
    ///   - options: the names of those folders.
    /// - Returns: what could be read; nothing of it may be trusted when there are diagnostics.
    public static func read(
        _ source: TestSource, policy: Policy, options: [String]
    ) -> (suite: TestSuite, diagnostics: [Diagnostic]) {
        let vocabulary = TestVocabulary(policy, options: options)
        let dossiers = source.dossiers.mapValues { text -> JSONValue? in
            let document = JSONReader.read(text)
            return document.isWhole ? document.root.flatMap { JSONValue($0) } : nil
        }
        var draft = TestSuiteDraft()
        var diagnostics: [Diagnostic] = []
        for file in source.files {
            let findings = FileFindings(source: file)
            let reader = TestFileReader(
                findings: findings, vocabulary: vocabulary, dossiers: dossiers)
            if PolicyEncoding.check(findings) {
                do throws(DiagnosticsError) {
                    reader.read(try LuaParser.parse(file), into: &draft)
                } catch {
                    diagnostics += error.diagnostics
                }
            }
            diagnostics += findings.diagnostics
        }
        diagnostics += repeats(in: draft)
        return (
            TestSuite(
                cases: draft.cases, properties: draft.properties, survivors: draft.survivors),
            DiagnosticsError(diagnostics).diagnostics
        )
    }

    private static func repeats(in draft: TestSuiteDraft) -> [Diagnostic] {
        var known: [String: String] = [:]
        return draft.names.compactMap { name, source in
            let line = source.line(at: name.range.lowerBound)
            guard let first = known.updateValue("\(source.path), ligne \(line)", forKey: name.value)
            else { return nil }
            return PolicyFinding.repeatedTest(name.value, first: first)
                .diagnostic(at: name.range, in: source)
        }
    }
}
