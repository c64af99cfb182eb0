// One worker of a batch: dossiers in, lines out.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// How many dossiers have which opinion, and what that leads to.
struct BatchTally: Sendable {
    /// How many dossiers have each opinion.
    var counts: [Avis: Int] = [:]
    /// How many dossiers have none.
    var faults = 0
    /// The statuses of faults and of rules that failed.
    var statuses: Set<ExitStatus> = []

    /// How many dossiers there are.
    var dossiers: Int { counts.values.reduce(faults, +) }

    /// Counts a dossier with its opinion.
    mutating func count(_ avis: Avis) { counts[avis, default: 0] += 1 }

    /// Adds the dossiers of another tally.
    mutating func add(_ other: BatchTally) {
        counts.merge(other.counts, uniquingKeysWith: +)
        faults += other.faults
        statuses.formUnion(other.statuses)
    }
}

/// What the dossiers of a chunk gave.
struct BatchResult: Sendable {
    /// Lines of verdicts or of faults, one a dossier.
    var output: [UInt8] = []
    /// What is to be said besides, in order.
    var remarks: [CommandFailure] = []
    /// The dossiers, counted.
    var tally = BatchTally()
    /// What fails in the policy as it loads, which ends the batch; nil when nothing does.
    var policyFaults: [Diagnostic]?
}

/// Evaluates the dossiers of chunks, one chunk after the other.
struct BatchWorker: ChunkWorker, ~Copyable {
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
            terms.policy, le: terms.decisionDay, regime: terms.regime, isShort: isShort,
            ready: terms.early?.take(), threads: terms.helper?.starter)
    }

    /// Evaluates the dossiers of a chunk.
    mutating func evaluate(_ chunk: LineChunk) -> BatchResult {
        var result = BatchResult()
        // Verdicts take some six times the room of their dossiers.
        result.output.reserveCapacity(isShort ? chunk.size / 8 : 6 * chunk.size)
        for index in chunk.indices where result.policyFaults == nil {
            evaluate(index, of: chunk, &result)
        }
        return result
    }

    private mutating func evaluate(_ index: Int, of chunk: LineChunk, _ result: inout BatchResult) {
        if !chunk.isCut,
            let avis = quick.evaluate(chunk.bytes, in: chunk.line(index), into: &result.output)
        {
            result.output.append(UInt8(ascii: "\n"))
            return result.tally.count(avis)
        }
        evaluateInFull(chunk.text(index), &result)
    }

    private mutating func evaluateInFull(_ text: DossierText, _ result: inout BatchResult) {
        if full == nil { full = FullEvaluator(terms) }
        guard let (outcome, failures) = full?.outcome(of: text) else { return }
        for failure in failures {
            result.remarks.append(failure)
            result.tally.statuses.insert(failure.status)
        }
        switch outcome {
        case .verdict(let verdict):
            result.tally.count(verdict.avis)
            if isShort {
                verdict.short.write(to: &result.output)
                return result.output.append(UInt8(ascii: "\n"))
            }
        case .fault(.policy(let diagnostics)):
            result.policyFaults = diagnostics
            return
        case .fault(let fault):
            result.tally.faults += 1
            result.tally.statuses.insert(fault.status)
        }
        EvaluatedDossier(place: text.place, outcome: outcome).writeLine(to: &result.output)
    }
}
