// Reads one file of tests; nothing of it is ever run.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// The reader of a file: what is wrong is reported at its place, the rest is read.
struct TestFileReader {
    /// The file's findings.
    let findings: FileFindings
    /// What tests may name.
    let vocabulary: TestVocabulary
    /// The dossiers by path from `tests`; nil for those that are no JSON.
    let dossiers: [String: JSONValue?]

    var literals: Literals { Literals(findings: findings) }

    /// Reads the cases and properties of a chunk, in order.
    func read(_ chunk: Chunk, into suite: inout TestSuiteDraft) {
        for statement in chunk.block.statements {
            let known = findings.diagnostics.count
            guard let call = ConstructCall(statement, locals: [], findings: findings) else {
                if findings.diagnostics.count == known {
                    findings.report(.notATest(), at: statement.range)
                }
                continue
            }
            guard call.kind.isTest else {
                findings.report(.policyInTest(call.kind), at: call.head)
                continue
            }
            if call.id.value.allSatisfy(\.isWhitespace) {
                findings.report(.namelessTest(), at: call.id.range)
            }
            suite.names.append((call.id, findings.source))
            switch call.kind {
            case .cas: if let test = testCase(call) { suite.cases.append(test) }
            case .tableau: suite.cases += rows(call)
            case .propriete: if let property = property(call) { suite.properties.append(property) }
            case .survivant:
                let reason = call.table(findings).locatedText("raison")
                suite.survivors[call.id.value.onOneLine] = reason?.value
            default: break
            }
        }
    }

    private func testCase(_ call: ConstructCall) -> TestCase? {
        let table = call.table(findings)
        let draft = setting(table)
        guard let attend = table["attend"] else { return nil }
        let known = findings.diagnostics.count
        let expectations = expectations(attend.value)
        let isWrong = findings.diagnostics.count > known
        check(expectations, isWrong: isWrong, in: call.owner, at: attend.name.range)
        report(draft.slips, under: expectations)
        guard let setting = draft.setting else { return nil }
        return TestCase(
            name: call.id.value, location: location(call.id.range), setting: setting,
            expectations: expectations)
    }

    /// Reports what makes expectations vacuous or contradictory.
    ///
    /// Nothing is said of the absence of expectations that were written wrong.
    func check(
        _ expectations: [Expectation], isWrong: Bool, in owner: String, at range: SourceRange
    ) {
        if expectations.isEmpty && !isWrong {
            findings.report(.noExpectation(in: owner), at: range)
        }
        let refused = expectations.filter { $0.facet == .diagnostics }
        if !refused.isEmpty && refused.count < expectations.count {
            findings.report(.refusedAndMore(), at: range)
        }
    }

    /// Reports texts outside their lists, unless the dossier is to be refused.
    func report(_ slips: [Slip], under expectations: [Expectation]) {
        guard !expectations.contains(where: { $0.facet == .diagnostics }) else { return }
        for slip in slips { findings.report(slip.finding, at: slip.range) }
    }

    /// A place of the file.
    func location(_ range: SourceRange) -> Diagnostic.Location {
        Diagnostic.Location(range, in: findings.source)
    }
}

extension String {
    /// The text with each stretch of blank space as one space.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// What the files read so far hold.
struct TestSuiteDraft {
    var cases: [TestCase] = []
    var properties: [TestProperty] = []
    var survivors: [String: String] = [:]
    /// The name of each construct with its file.
    var names: [(name: Located<String>, source: SourceText)] = []
}
