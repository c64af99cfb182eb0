// The workers of a batch: chunks in, results out in the order of the chunks.
// SPDX-License-Identifier: MIT

/// Evaluates chunks side by side, each worker on a thread with a machine of its own.
///
/// A crew of one needs no thread. No more chunks are under way than a few a worker: who gives them
/// takes results in between.
struct BatchCrew: ~Copyable {
    private let terms: EvaluationTerms
    private let isShort: Bool
    private let jobs: Int
    private let tasks = Mailbox<Task?>()
    private let finished = Mailbox<FinishedTask>()
    private var threads = 0
    private var own: BatchWorker?
    /// The results that are not taken yet, by the numbers of their chunks.
    private var results: [Int: BatchResult] = [:]
    private var given = 0
    private var taken = 0

    /// A chunk with its number.
    private struct Task: Sendable {
        let number: Int
        let chunk: LineChunk
    }

    /// What a chunk gave.
    private struct FinishedTask: Sendable {
        let number: Int
        let result: BatchResult
    }

    /// Makes a crew of so many workers, who start when there is work for them.
    init(_ jobs: Int, _ terms: EvaluationTerms, isShort: Bool) {
        self.jobs = jobs
        self.terms = terms
        self.isShort = isShort
    }

    deinit {
        for _ in 0..<threads { tasks.send(nil) }
    }

    /// Whether a result must be taken before more is given.
    var isFull: Bool { given - taken >= (jobs == 1 ? 1 : 2 * jobs + 1) }

    /// Gives a chunk to the crew.
    mutating func give(_ chunk: LineChunk) {
        let number = given
        given += 1
        if jobs > 1, threads < min(jobs, given - taken), hire() { threads += 1 }
        if threads > 0 {
            tasks.send(Task(number: number, chunk: chunk))
        } else {
            results[number] = evaluate(chunk)
        }
    }

    /// What the oldest chunk gave that is not taken yet, waiting for it; nil when all are taken.
    mutating func take() -> BatchResult? {
        guard taken < given else { return nil }
        while results[taken] == nil {
            let task = finished.receive()
            results[task.number] = task.result
        }
        defer { taken += 1 }
        return results.removeValue(forKey: taken)
    }

    /// Evaluates a chunk on the thread of the caller.
    private mutating func evaluate(_ chunk: LineChunk) -> BatchResult? {
        if own == nil { own = BatchWorker(terms, isShort: isShort) }
        return own?.evaluate(chunk)
    }

    private func hire() -> Bool {
        Threads.start { [terms, isShort, tasks, finished] in
            var worker = BatchWorker(terms, isShort: isShort)
            while let task = tasks.receive() {
                finished.send(
                    FinishedTask(number: task.number, result: worker.evaluate(task.chunk)))
            }
        }
    }
}
