// One worker of an impact: dossiers in, what two policies say of them out.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// What the dossiers of a chunk give to an impact.
struct ImpactChunk: RemarkedChunk {
    /// What both policies say.
    var report = ImpactReport()
    /// What is wrong with dossiers that neither can judge.
    var remarks = CorpusRemarks()
}

/// Judges the dossiers of chunks by two policies.
struct ImpactWorker: ChunkWorker, ~Copyable {
    private var before: FullEvaluator
    private var after: FullEvaluator

    /// Makes a worker.
    init(before: EvaluationTerms, after: EvaluationTerms) {
        self.before = FullEvaluator(before)
        self.after = FullEvaluator(after)
    }

    /// What one policy gives.
    private typealias Judged = Result<(dossier: Dossier, verdict: Verdict), DossierFault>

    /// Judges the dossiers of a chunk.
    mutating func evaluate(_ chunk: LineChunk) -> ImpactChunk {
        var result = ImpactChunk()
        for index in chunk.indices {
            let text = chunk.text(index)
            let place = DossierLine(fichier: text.place.path, ligne: text.place.line)
            switch (ImpactWorker.judge(text, &before), ImpactWorker.judge(text, &after)) {
            case (.success(let former), .success(let new)):
                result.report.add(new.dossier, at: place, from: former.verdict, to: new.verdict)
            case (.failure(let fault), .success):
                result.report.add(
                    DossierRefusal(place: place, side: .avant, reason: fault.reason))
            case (.success, .failure(let fault)):
                result.report.add(
                    DossierRefusal(place: place, side: .apres, reason: fault.reason))
            case (.failure, .failure(let fault)): result.remarks.add(fault)
            }
        }
        return result
    }

    private static func judge(_ text: DossierText, _ evaluator: inout FullEvaluator) -> Judged {
        do throws(DossierFault) {
            let dossier = try evaluator.read(text)
            return .success((dossier, try evaluator.verdict(on: dossier, at: text.place)))
        } catch {
            return .failure(error)
        }
    }
}

extension DossierFault {
    /// The fault in a sentence, the first one where there are several.
    fileprivate var reason: String {
        switch self {
        case .refused(let failure): failure.message
        case .unreadable(let found), .policy(let found):
            (found.first?.message ?? "illisible")
                + (found.count > 1
                    ? " (et \(French.count(found.count - 1, "autre faute", "autres fautes")))" : "")
        }
    }
}
