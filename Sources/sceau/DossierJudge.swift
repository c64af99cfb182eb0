// One dossier of a corpus after the other, the short way where it will do.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Judges the dossiers of chunks for what keeps only some of their verdicts.
///
/// The verdicts are those of `FullEvaluator`.
struct DossierJudge: ~Copyable {
    private let terms: EvaluationTerms
    private var quick: LineEvaluator
    /// Made when the quick way first leaves a dossier.
    private var full: FullEvaluator?

    /// Makes a judge.
    init(_ terms: EvaluationTerms) {
        self.terms = terms
        quick = LineEvaluator(
            terms.policy, le: terms.decisionDay, regime: terms.regime, isShort: false)
    }

    /// The verdict on a dossier, or its fault, and the rules that failed.
    mutating func outcome(
        of index: Int, in chunk: LineChunk
    ) -> (outcome: DossierOutcome, failures: [CommandFailure]) {
        if !chunk.isCut, let verdict = quick.verdict(on: chunk.bytes, in: chunk.line(index)) {
            return (.verdict(verdict), [])
        }
        var evaluator = full.take() ?? FullEvaluator(terms)
        let outcome = evaluator.outcome(of: chunk.text(index))
        full = consume evaluator
        return outcome
    }
}

/// Tells of a dossier's labels, and of nothing else in it.
struct LabelReader: ~Copyable {
    private let schema: DossierSchema
    private var flat: FlatDossier

    /// Reads dossiers under a schema.
    init(_ schema: DossierSchema) {
        self.schema = schema
        flat = FlatDossier(
            FlatSchema(schema) { ["labels", "accorde_le", "expire_le"].contains($0) })
    }

    /// The facts of a dossier that the schema accepts, its labels among them.
    mutating func facts(of index: Int, in chunk: LineChunk) -> FactRecord {
        if !chunk.isCut, flat.read(chunk.bytes, in: chunk.line(index)) { return flat.facts }
        let dossier = try? Dossier.read(chunk.text(index).source, schema: schema)
        return dossier?.facts ?? FactRecord()
    }
}
