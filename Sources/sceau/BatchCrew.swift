// The workers of a batch: chunks in, results out in the order of the chunks.
// SPDX-License-Identifier: MIT

/// Evaluates the dossiers of chunks, one chunk after the other.
protocol ChunkWorker: ~Copyable {
    /// What the dossiers of a chunk give.
    associatedtype Output: Sendable

    /// Evaluates the dossiers of a chunk.
    mutating func evaluate(_ chunk: LineChunk) -> Output
}

/// Evaluates chunks side by side, each worker on a thread with a machine of its own.
///
/// A crew of one needs no thread. No more chunks are under way than a few a worker: who gives them
/// takes results in between.
struct BatchCrew<Worker: ChunkWorker & ~Copyable & SendableMetatype>: ~Copyable {
    private let make: @Sendable () -> Worker
    private let jobs: Int
    private let tasks = Mailbox<Task?>()
    private let finished = Mailbox<FinishedTask>()
    private var threads = 0
    private var own: Worker?
    /// The results that are not taken yet, by the numbers of their chunks.
    private var results: [Int: Worker.Output] = [:]
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
        let result: Worker.Output
    }

    /// Makes a crew of so many workers, who start when there is work for them.
    init(_ jobs: Int, make: @escaping @Sendable () -> Worker) {
        self.jobs = jobs
        self.make = make
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
    mutating func take() -> Worker.Output? {
        guard taken < given else { return nil }
        while results[taken] == nil {
            let task = finished.receive()
            results[task.number] = task.result
        }
        defer { taken += 1 }
        return results.removeValue(forKey: taken)
    }

    /// Evaluates a chunk on the thread of the caller.
    private mutating func evaluate(_ chunk: LineChunk) -> Worker.Output? {
        if own == nil { own = make() }
        return own?.evaluate(chunk)
    }

    private func hire() -> Bool {
        Threads.start { [make, tasks, finished] in
            var worker = make()
            while let task = tasks.receive() {
                finished.send(
                    FinishedTask(number: task.number, result: worker.evaluate(task.chunk)))
            }
        }
    }
}
