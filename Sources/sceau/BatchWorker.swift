// One worker of a batch: dossiers in, lines out.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// What some dossiers of a batch gave.
struct BatchResult: Sendable {
    /// Lines of verdicts or of faults, one a dossier.
    var output: [UInt8] = []
    /// What is to be said besides, in order.
    var remarks: [CommandFailure] = []
    /// How many dossiers have each opinion.
    var counts: [Avis: Int] = [:]
    /// How many dossiers have none.
    var faults = 0
    /// What the opinions and the faults lead to.
    var statuses: Set<ExitStatus> = []

    /// Counts a dossier with its opinion.
    mutating func count(_ avis: Avis) { counts[avis, default: 0] += 1 }
}

/// Evaluates the dossiers of chunks, one chunk after the other.
struct BatchWorker: ~Copyable {
    private let terms: EvaluationTerms
    private let isShort: Bool
    private var quick: LineEvaluator
    /// Made when the quick way first leaves a dossier.
    private var full: FullEvaluator?

    /// Makes a worker that writes verdicts, or short ones.
    init(_ terms: EvaluationTerms, isShort: Bool) {
        self.terms = terms
        self.isShort = isShort
        quick = LineEvaluator(
            terms.policy, le: terms.decisionDay, regime: terms.regime, isShort: isShort)
    }

    /// Evaluates the dossiers of a chunk.
    mutating func evaluate(_ chunk: LineChunk) -> BatchResult {
        var result = BatchResult()
        // Verdicts take some six times the room of their dossiers.
        result.output.reserveCapacity(isShort ? chunk.bytes.count / 8 : 6 * chunk.bytes.count)
        guard chunk.firstLine != nil else {
            let text = chunk.texts()[0]
            evaluate(chunk, chunk.bytes.indices, text, &result)
            return result
        }
        var lines: [(Range<Int>, Int)] = []
        chunk.forEachLine { lines.append(($0, $1)) }
        for (line, number) in lines {
            evaluate(chunk, line, chunk.text(of: line, number: number), &result)
        }
        return result
    }

    private mutating func evaluate(
        _ chunk: LineChunk, _ range: Range<Int>, _ text: @autoclosure () -> DossierText,
        _ result: inout BatchResult
    ) {
        if !chunk.isCut,
            let avis = quick.evaluate(chunk.bytes, in: range, into: &result.output)
        {
            result.output.append(UInt8(ascii: "\n"))
            return result.count(avis)
        }
        evaluateInFull(text(), &result)
    }

    private mutating func evaluateInFull(_ text: DossierText, _ result: inout BatchResult) {
        if full == nil { full = FullEvaluator(terms) }
        guard let (outcome, failures) = full?.outcome(of: text) else { return }
        for failure in failures {
            result.remarks.append(failure)
            result.statuses.insert(failure.status)
        }
        switch outcome {
        case .verdict(let verdict):
            result.count(verdict.avis)
            if isShort {
                verdict.short.write(to: &result.output)
                return result.output.append(UInt8(ascii: "\n"))
            }
        case .fault(let fault):
            result.faults += 1
            result.statuses.insert(fault.status)
        }
        EvaluatedDossier(place: text.place, outcome: outcome).writeLine(to: &result.output)
    }
}
