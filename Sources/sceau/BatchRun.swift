// A batch: chunks of dossiers to workers, their lines written in order.
// SPDX-License-Identifier: MIT

import Dispatch
import Diagnostics
import Labelling
import PolicyEngine
import Synchronization

/// Evaluates inputs of any size in constant memory.
///
/// It goes by rounds: some chunks are read, the workers share them, and what they give is written in
/// the order of the chunks before more is read. So a slow reader of the result slows the reading.
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
        /// Whether opinions count for the status.
        let countsOpinions: Bool
    }

    private let options: Options
    private var chunks: ChunkReader
    private var workers: [Worker] = []
    private var progress: BatchProgress
    private var tally = BatchResult()

    /// A worker that only one thread at a time can use.
    private final class Worker: Sendable {
        let worker: Mutex<BatchWorker>

        init(_ options: Options) {
            worker = Mutex(BatchWorker(options.terms, isShort: options.isShort))
        }
    }

    /// How many workers may be asked for.
    static let jobs = 1...64

    /// How many there are when nobody asks.
    static var standardJobs: Int { min(Surroundings.processors(), jobs.upperBound) }

    /// How many chunks each worker gets in a round: many, so that none waits long for the others.
    private static let chunksPerWorker = 4

    /// Prepares to evaluate inputs.
    init(_ inputs: [DossierInput], _ options: Options) {
        self.options = options
        chunks = ChunkReader(inputs)
        progress = BatchProgress(
            isShown: Surroundings.isTerminal(2)
                && (options.output != nil || !Surroundings.isTerminal(1)),
            size: chunks.size)
    }

    /// Evaluates everything.
    ///
    /// - Returns: the statuses that occurred.
    /// - Throws: when the result cannot be written.
    consuming func run() throws -> Set<ExitStatus> {
        do throws(FileError) {
            var result = try ResultStream(to: options.output)
            let isWhole = try writeAll(to: &result)
            try result.finish(isWhole: isWhole)
        } catch {
            progress.clear()
            if options.output == nil && error.isBrokenPipe { return tally.statuses }
            if options.output == nil && error.isClosedStream { throw ExitStatus.fileAccess }
            throw error.failure
        }
        progress.clear()
        tellSummary()
        return tally.statuses
    }

    /// Goes round by round; false when a signal asks to end.
    private mutating func writeAll(to result: inout ResultStream) throws(FileError) -> Bool {
        while true {
            let round = nextRound()
            if round.isEmpty { return true }
            for part in evaluate(round) {
                try result.write(part.output)
                for remark in part.remarks { Console.remark(remark.text) }
                add(part)
            }
            guard result.mayGoOn else { return false }
            progress.show(
                dossiers: tally.counts.values.reduce(tally.faults, +), bytes: chunks.bytesRead)
        }
    }

    private mutating func nextRound() -> [LineChunk] {
        var round: [LineChunk] = []
        while round.count < options.jobs * BatchRun.chunksPerWorker {
            do throws(FileError) {
                guard let chunk = try chunks.next() else { break }
                round.append(chunk)
            } catch {
                Console.remark(error.failure.text)
                tally.statuses.insert(error.failure.status)
            }
        }
        return round
    }

    /// What each chunk gives, in order; each worker takes the next one that is left.
    private mutating func evaluate(_ round: [LineChunk]) -> [BatchResult] {
        let count = min(options.jobs, round.count)
        while workers.count < count { workers.append(Worker(options)) }
        if count == 1 {
            return round.map { chunk in workers[0].worker.withLock { $0.evaluate(chunk) } }
        }
        let crew = workers
        let next = Atomic(0)
        let results = Mutex([BatchResult](repeating: BatchResult(), count: round.count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            crew[number].worker.withLock { worker in
                while true {
                    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard index < round.count else { return }
                    let result = worker.evaluate(round[index])
                    results.withLock { $0[index] = result }
                }
            }
        }
        return results.withLock { $0 }
    }

    private mutating func add(_ part: BatchResult) {
        for (avis, count) in part.counts {
            tally.counts[avis, default: 0] += count
            if options.countsOpinions, let status = ExitStatus(of: avis) {
                tally.statuses.insert(status)
            }
        }
        tally.faults += part.faults
        tally.statuses.formUnion(part.statuses)
    }

    private func tellSummary() {
        if tally.faults > 0 {
            let count = French.count(tally.faults, "dossier sans avis", "dossiers sans avis")
            Console.remark("erreur\u{A0}: \(count)\u{202F}; le résultat en dit les fautes\n")
        }
        if Surroundings.isTerminal(2) { Console.remark(tally.counts.summary + "\n") }
    }
}
