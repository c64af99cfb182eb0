// What `sceau evaluate` is asked for, and its work.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// One run of `sceau evaluate`; its options as `EvaluateCommand` explains them.
struct EvaluationRequest {
    /// Files, folders, or « - » for standard input, in the order in which they were given.
    var dossiers: [String] = []
    /// Nil where the names of the dossiers tell.
    var format: Format?
    /// Nil where none was asked for.
    var csv: CSVProfile?
    /// Whether lines hold short verdicts.
    var isShort = false
    /// How many dossiers are evaluated at a time; nil for one a processor.
    var jobs: Int?
    /// Whether opinions count for the status.
    var countsOpinions = false
    /// Replacements of parameters and facts, as they were written.
    var replacements: [String] = []
    var policies = PolicyChoice()
    var decision = DecisionChoice()
    var output = OutputChoice()

    /// How the verdicts are written.
    enum Format: String, CaseIterable {
        case texte, json, ndjson, markdown, csv
    }

    /// Evaluates the dossiers and writes what they give.
    ///
    /// Where the work is done the process may end here.
    ///
    /// - Throws: `ExitStatus`, also for work that is done; `CommandFailure`.
    func run() throws {
        if let jobs, !BatchRun.jobs.contains(jobs) { throw CommandFailure.wrongJobs }
        if csv != nil, format != .csv { throw CommandFailure.profileWithoutCSV }
        if !replacements.isEmpty { return try compare() }
        let isByLines = dossiers.contains { $0.hasSuffix(".ndjson") }
        switch format ?? (isByLines ? .ndjson : .texte) {
        case .ndjson: try evaluateByLines()
        case _ where isShort: throw CommandFailure.shortWithoutLines
        case .texte: try evaluate(as: .texte)
        case .json: try evaluate(as: .json)
        case .markdown: try evaluate(as: .markdown)
        case .csv: try evaluate(as: .csv(csv ?? .ouvert))
        }
    }

    /// Evaluates dossier by dossier: a line for each, nothing kept.
    private func evaluateByLines() throws {
        let (found, terms) = try prepare(byLines: .all)
        var batch = BatchRun(
            found.inputs,
            BatchRun.Options(
                terms: terms, isShort: isShort, jobs: jobs ?? BatchRun.standardJobs,
                output: output.file, isWrittenWhenEmpty: found.isBatch,
                countsOpinions: countsOpinions))
        var statuses = Set(found.failures.map(\.status))
        do {
            statuses.formUnion(try batch.run())
        } catch let error as DiagnosticsError {
            output.colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
        batch.end(with: .worst(of: statuses))
    }

    /// Evaluates all dossiers as they are and with replacements.
    private func compare() throws {
        if isShort { throw CommandFailure.shortWithoutLines }
        let form = format ?? .texte
        guard [.texte, .json].contains(form) else { throw CommandFailure.formWithoutComparison }
        let (found, terms) = try prepare(byLines: .named)
        var run = try WhatIfRun(replacements, terms, output.colors)
        for failure in found.failures { run.keep(failure.status) }
        var compared: [ComparedDossier] = []
        for input in found.inputs { compared += run.compare(input) }
        if countsOpinions {
            for status in compared.compactMap({ ExitStatus(of: $0.other.avis) }) {
                run.keep(status)
            }
        }
        let report = ComparisonReport(
            compared, isBatch: found.isBatch, schema: terms.policy.schema)
        if found.isBatch || !compared.isEmpty {
            try output.publish(form == .json ? report.json : report.text(output.palette))
        }
        throw ExitStatus.worst(of: run.statuses)
    }

    /// Evaluates all dossiers, then writes one report.
    private func evaluate(as form: VerdictReport.Form) throws {
        let (found, terms) = try prepare(byLines: .named)
        var evaluation = Evaluation(terms, output.colors)
        for failure in found.failures { evaluation.keep(failure.status) }
        let results = try results(of: found.inputs, as: form, &evaluation)
        let report = VerdictReport(
            results, isBatch: found.isBatch, schema: evaluation.schema, tables: evaluation.tables)
        if found.isBatch || report.holdsAny {
            try output.publish(report.written(as: form, output.palette))
        }
        withExtendedLifetime(report) {
            evaluation.end(with: .worst(of: evaluation.statuses))
        }
    }

    /// Finds the dossiers and loads the policy; what cannot be listed is told.
    private func prepare(
        byLines reading: DossierInputs.LineReading
    ) throws -> (found: DossierInputs, terms: EvaluationTerms) {
        let found = DossierInputs(dossiers, byLines: reading)
        try output.check(against: found.inputs, policies)
        let terms = try EvaluationTerms(
            policies: policies, decision: decision, colors: output.colors)
        found.tell()
        return (found, terms)
    }

    /// What each dossier gives, in order; faults are told, and one of the policy ends it all.
    private func results(
        of inputs: [DossierInput], as form: VerdictReport.Form, _ evaluation: inout Evaluation
    ) throws -> [EvaluatedDossier] {
        var results: [EvaluatedDossier] = []
        for input in inputs {
            for text in evaluation.texts(of: input) {
                let outcome = evaluation.outcome(of: text)
                var outlook: Outlook?
                switch outcome {
                case .verdict(let verdict):
                    if countsOpinions { evaluation.count(verdict.avis) }
                    if [.texte, .markdown].contains(form), verdict.isOpen {
                        outlook = evaluation.outlook(on: text, verdict)
                    }
                case .fault(let fault):
                    evaluation.tell(fault)
                    if case .policy = fault { throw ExitStatus.badPolicy }
                }
                results.append(
                    EvaluatedDossier(place: text.place, outcome: outcome, outlook: outlook))
            }
        }
        return results
    }
}

extension Verdict {
    /// Whether missing facts leave the opinion or the priority open.
    fileprivate var isOpen: Bool {
        ([avis] + expertises.map(\.avis)).contains(.incomplet)
            || priorite.points != priorite.pointsMax
    }
}
