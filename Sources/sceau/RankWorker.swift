// One worker of a ranking: dossiers in, what a ranking keeps of them out.
// SPDX-License-Identifier: MIT

import PolicyAnalysis

/// What the dossiers of a chunk give to a ranking.
struct RankedChunk: RemarkedChunk {
    /// The dossiers with a verdict, in order.
    var dossiers: [RankedDossier] = []
    /// What is wrong with others.
    var remarks = CorpusRemarks()
}

/// Judges the dossiers of chunks for a ranking.
struct RankWorker: ChunkWorker, ~Copyable {
    private var evaluator: FullEvaluator

    /// Makes a worker.
    init(_ terms: EvaluationTerms) { evaluator = FullEvaluator(terms) }

    /// Judges the dossiers of a chunk.
    mutating func evaluate(_ chunk: LineChunk) -> RankedChunk {
        var result = RankedChunk()
        for index in chunk.indices {
            let text = chunk.text(index)
            let (outcome, failures) = evaluator.outcome(of: text)
            result.remarks.add(failures)
            switch outcome {
            case .verdict(let verdict):
                result.dossiers.append(
                    RankedDossier(verdict, fichier: text.place.path, ligne: text.place.line))
            case .fault(let fault): result.remarks.add(fault)
            }
        }
        return result
    }
}
