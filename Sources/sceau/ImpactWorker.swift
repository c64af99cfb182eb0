// One worker of an impact: dossiers in, what two policies say of them out.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// What the dossiers of a chunk give to an impact.
struct ImpactChunk: RemarkedChunk {
    /// What both policies say.
    var report: ImpactReport
    /// What is wrong with dossiers that neither can judge.
    var remarks = CorpusRemarks()
}

/// Judges the dossiers of chunks by two policies.
struct ImpactWorker: ChunkWorker, ~Copyable {
    private var before: DossierJudge
    private var after: DossierJudge
    private var labels: LabelReader
    private let renamed: RenamedRules

    /// Makes a worker.
    init(before: EvaluationTerms, after: EvaluationTerms, renamed: RenamedRules) {
        self.before = DossierJudge(before)
        self.after = DossierJudge(after)
        self.renamed = renamed
        labels = LabelReader(after.policy.schema)
    }

    /// Judges the dossiers of a chunk.
    mutating func evaluate(_ chunk: LineChunk) -> ImpactChunk {
        var result = ImpactChunk(report: ImpactReport(renamed: renamed))
        for index in chunk.indices {
            let found = chunk.place(index)
            let place = DossierLine(fichier: found.path, ligne: found.line)
            let former = before.outcome(of: index, in: chunk).outcome
            switch (former, after.outcome(of: index, in: chunk).outcome) {
            case (.verdict(let former), .verdict(let new)):
                let facts = labels.facts(of: index, in: chunk)
                result.report.add(facts, at: place, from: former, to: new)
            case (.fault(let fault), .verdict):
                result.report.add(
                    DossierRefusal(place: place, side: .avant, reason: fault.reason(at: place)))
            case (.verdict, .fault(let fault)):
                result.report.add(
                    DossierRefusal(place: place, side: .apres, reason: fault.reason(at: place)))
            case (.fault, .fault(let fault)): result.remarks.add(fault, at: place)
            }
        }
        return result
    }
}
