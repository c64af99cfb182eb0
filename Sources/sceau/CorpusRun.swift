// A corpus: chunks of dossiers to workers, what they find taken in order.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis

/// What a chunk gives besides what is kept of it.
protocol RemarkedChunk: Sendable {
    /// What is wrong with some of its dossiers.
    var remarks: CorpusRemarks { get }
}

/// Walks inputs of any size; who takes the results says what is kept.
struct CorpusRun<Worker: ChunkWorker & ~Copyable & SendableMetatype>: ~Copyable
where Worker.Output: RemarkedChunk {
    private let colors: ColorChoice
    private var chunks: ChunkReader
    private var crew: BatchCrew<Worker>
    private var progress: BatchProgress
    /// How many dossiers each chunk under way has, the oldest first.
    private var underWay: [Int] = []
    private var dossiers = 0
    private var outcome = CorpusOutcome()

    /// Prepares to walk inputs with some workers at most.
    init(
        _ inputs: [DossierInput], jobs: Int, _ colors: ColorChoice,
        make: @escaping @Sendable () -> Worker
    ) {
        self.colors = colors
        chunks = ChunkReader(inputs)
        // A worker loads policies; what fits in one chunk is not worth a second one.
        let isSmall = chunks.size.map { $0 <= ChunkReader.piece } ?? false
        crew = BatchCrew(isSmall ? 1 : jobs, make: make)
        let isTerminal = Surroundings.isTerminal(2)
        progress = BatchProgress(.init(summary: false, bar: isTerminal), size: chunks.size)
    }

    /// Walks everything; what is wrong with dossiers is told as it comes, in their order.
    ///
    /// - Returns: the statuses that occurred, and the dossiers without a verdict.
    consuming func run(_ take: (Worker.Output) -> Void) -> CorpusOutcome {
        while true {
            do throws(FileError) {
                guard let chunk = try chunks.next() else { break }
                if crew.isFull { takeOldest(take) }
                underWay.append(chunk.indices.count)
                crew.give(chunk)
            } catch {
                while takeOldest(take) {}
                progress.clear()
                Console.remark(error.failure.text)
                outcome.add(error)
            }
        }
        while takeOldest(take) {}
        progress.clear()
        return outcome
    }

    /// Takes what the oldest chunk gave; false when there is none.
    @discardableResult
    private mutating func takeOldest(_ take: (Worker.Output) -> Void) -> Bool {
        guard let output = crew.take() else { return false }
        dossiers += underWay.isEmpty ? 0 : underWay.removeFirst()
        if !output.remarks.isEmpty { progress.clear() }
        output.remarks.tell(colors)
        outcome.add(output.remarks)
        take(output)
        progress.show(dossiers: dossiers, bytes: chunks.bytesRead)
        return true
    }
}

/// What a walk leaves beside its results.
struct CorpusOutcome {
    /// The statuses that occurred.
    private(set) var statuses: Set<ExitStatus> = []
    /// The dossiers that could not be read or judged, in their order.
    private(set) var unjudged: [UnjudgedDossier] = []

    fileprivate mutating func add(_ remarks: CorpusRemarks) {
        statuses.formUnion(remarks.statuses)
        unjudged += remarks.unjudged
    }

    fileprivate mutating func add(_ error: FileError) {
        statuses.insert(error.failure.status)
        unjudged.append(
            UnjudgedDossier(place: DossierLine(fichier: error.path), reason: error.reason))
    }
}

/// What keeps dossiers of a chunk from a verdict, and the rules that failed, to be told in order.
struct CorpusRemarks: Sendable {
    private enum Remark: Sendable {
        case fault(DossierFault)
        case failure(CommandFailure)
    }

    private var remarks: [Remark] = []
    /// The statuses that they lead to.
    private(set) var statuses: Set<ExitStatus> = []
    /// The dossiers that have no verdict.
    private(set) var unjudged: [UnjudgedDossier] = []

    /// Whether there is nothing to tell.
    var isEmpty: Bool { remarks.isEmpty }

    /// Keeps the fault of a dossier.
    mutating func add(_ fault: DossierFault, at place: DossierLine) {
        remarks.append(.fault(fault))
        unjudged.append(UnjudgedDossier(place: place, reason: fault.reason(at: place)))
        statuses.insert(fault.status)
    }

    /// Keeps rules that failed.
    mutating func add(_ failures: [CommandFailure]) {
        for failure in failures {
            remarks.append(.failure(failure))
            statuses.insert(failure.status)
        }
    }

    /// Tells everything.
    func tell(_ colors: ColorChoice) {
        for remark in remarks {
            switch remark {
            case .fault(.unreadable(let found)), .fault(.policy(let found)): colors.remark(found)
            case .fault(.refused(let failure)), .failure(let failure):
                Console.remark(failure.text)
            }
        }
    }
}

extension DossierFault {
    /// The fault in a sentence, the first one where there are several; the dossier stands beside it.
    func reason(at place: DossierLine) -> String {
        let name = "\(place.shown)\u{A0}: "
        return switch self {
        case .refused(let failure):
            failure.message.hasPrefix(name)
                ? String(failure.message.dropFirst(name.count)) : failure.message
        case .unreadable(let found), .policy(let found):
            (found.first?.message ?? "illisible")
                + (found.count > 1
                    ? " (et \(French.count(found.count - 1, "autre faute", "autres fautes")))" : "")
        }
    }
}
