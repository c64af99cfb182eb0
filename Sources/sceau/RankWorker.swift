// One worker of a ranking: dossiers in, what a ranking keeps of them out.
// SPDX-License-Identifier: MIT

import PolicyAnalysis
import PolicyEngine

/// What the dossiers of a chunk give to a ranking.
struct RankedChunk: RemarkedChunk {
    /// The dossiers with a verdict, in order.
    var dossiers: [RankedDossier] = []
    /// What is wrong with others.
    var remarks = CorpusRemarks()
}

/// Judges the dossiers of chunks for a ranking.
struct RankWorker: ChunkWorker, ~Copyable {
    private var judge: DossierJudge
    private let policy: Policy

    /// Makes a worker.
    init(_ terms: EvaluationTerms) {
        judge = DossierJudge(terms)
        policy = terms.policy
    }

    /// Judges the dossiers of a chunk.
    mutating func evaluate(_ chunk: LineChunk) -> RankedChunk {
        var result = RankedChunk()
        for index in chunk.indices {
            let (outcome, failures) = judge.outcome(of: index, in: chunk)
            result.remarks.add(failures)
            let place = chunk.place(index)
            switch outcome {
            case .verdict(let verdict):
                result.dossiers.append(
                    RankedDossier(
                        verdict, under: policy, fichier: place.path, ligne: place.line))
            case .fault(let fault):
                result.remarks.add(
                    fault, at: DossierLine(fichier: place.path, ligne: place.line))
            }
        }
        return result
    }
}
