// A batch: chunks of dossiers to workers, their lines written in order.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// Evaluates inputs of any size in constant memory.
///
/// One thread reads and writes, and evaluates as well when it is alone: a slow reader of the result
/// slows the reading. Before it waits for an input, it writes all that is known.
struct BatchRun: ~Copyable {
    /// What a batch is to do.
    struct Options {
        let terms: EvaluationTerms
        /// Whether short verdicts are written.
        let isShort: Bool
        /// How many workers there may be.
        let jobs: Int
        /// The file to write; nil for standard output.
        let output: String?
        /// Whether a result without any line is written as well.
        let isWrittenWhenEmpty: Bool
        /// Whether opinions count for the status.
        let countsOpinions: Bool
    }

    private let options: Options
    private var chunks: ChunkReader
    private var crew: BatchCrew<BatchWorker>
    private var result: ResultStream
    private var progress: BatchProgress
    private var tally = BatchTally()
    /// What fails in the policy as it loads, which ends the batch.
    private var policyFaults: [Diagnostic]?

    /// How many workers may be asked for.
    static let jobs = 1...64

    /// How many there are when nobody asks.
    static var standardJobs: Int { min(Surroundings.processors(), jobs.upperBound) }

    /// Prepares to evaluate inputs.
    init(_ inputs: [DossierInput], _ options: Options) {
        self.options = options
        chunks = ChunkReader(inputs)
        // A worker loads the policy; what fits in one chunk is not worth a second one.
        let isSmall = chunks.size.map { $0 <= ChunkReader.piece } ?? false
        let (terms, isShort) = (options.terms, options.isShort)
        crew = BatchCrew(isSmall ? 1 : options.jobs) { BatchWorker(terms, isShort: isShort) }
        result = ResultStream(to: options.output)
        let isTerminal = Surroundings.isTerminal(2)
        let isAlone = options.output != nil || !Surroundings.isTerminal(1)
        progress = BatchProgress(
            .init(summary: isTerminal, bar: isTerminal && isAlone), size: chunks.size)
    }

    /// Evaluates everything.
    ///
    /// - Returns: the statuses that occurred.
    /// - Throws: when the result cannot be written; `DiagnosticsError` when a regime fails as it
    ///   loads, and then a file is not written.
    mutating func run() throws -> Set<ExitStatus> {
        do throws(FileError) {
            try evaluateAll()
            let isWritten = tally.dossiers > 0 || options.isWrittenWhenEmpty
            if policyFaults == nil, isWritten { try result.finish() }
        } catch {
            progress.clear()
            // A reader that went away is no fault; a stream that was never there goes without saying.
            if options.output == nil && error.isBrokenPipe { return tally.statuses }
            if options.output == nil && error.isClosedStream { throw ExitStatus.fileAccess }
            throw error.failure
        }
        progress.clear()
        if let policyFaults { throw DiagnosticsError(policyFaults) }
        tellSummary()
        return tally.statuses
    }

    /// Ends the process, which takes down the machines and the policy at once.
    ///
    /// Block by block, that is some 3 % of a run on one dossier.
    mutating func end(with status: ExitStatus) { Surroundings.end(with: status.rawValue) }

    private mutating func evaluateAll() throws(FileError) {
        while policyFaults == nil, let chunk = try nextChunk() {
            if crew.isFull { try writeOldest() }
            crew.give(chunk)
        }
        try writeAll()
    }

    /// The next chunk; nil at the end.
    ///
    /// What cannot be read is told in its place.
    private mutating func nextChunk() throws(FileError) -> LineChunk? {
        while true {
            if !chunks.isReady { try writeAll() }
            do throws(FileError) {
                return try chunks.next()
            } catch {
                try writeAll()
                tell(error.failure)
                tally.statuses.insert(error.failure.status)
            }
        }
    }

    /// Writes what is under way.
    private mutating func writeAll() throws(FileError) {
        while try writeOldest() {}
    }

    /// Writes what the oldest chunk gave; false when there is none.
    @discardableResult
    private mutating func writeOldest() throws(FileError) -> Bool {
        guard policyFaults == nil, let part = crew.take() else { return false }
        if !part.output.isEmpty { try result.write(part.output) }
        policyFaults = part.policyFaults
        for remark in part.remarks { tell(remark) }
        tally.add(part.tally)
        if options.countsOpinions {
            tally.statuses.formUnion(part.tally.counts.keys.compactMap { ExitStatus(of: $0) })
        }
        progress.show(dossiers: tally.dossiers, bytes: chunks.bytesRead)
        return true
    }

    private mutating func tell(_ failure: CommandFailure) {
        progress.clear()
        Console.remark(failure.text)
    }

    private func tellSummary() {
        if tally.faults > 0 {
            let count = French.count(tally.faults, "dossier sans avis", "dossiers sans avis")
            Console.remark("erreur\u{A0}: \(count)\u{202F}; le résultat en dit les fautes\n")
        }
        progress.summarize(tally)
    }
}
