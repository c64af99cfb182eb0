// Runs every rule of a regime on a dossier, on each of its subjects.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaRuntime

/// One rule's result with the place where it counts.
struct PlacedResult {
    /// The rule's index in the regime.
    let rule: Int
    /// The expertise that it concerns, from 1; nil for the dossier and its requests.
    let expertise: Int?
    /// The result.
    var result: RuleResult
    /// A validity's days.
    let period: (debut: Day, fin: Day)?
    /// What the rule asked of unknown facts, in a probing machine.
    var questions: [Question] = []
}

/// The runs of one regime's rules on one dossier.
struct RuleRunner {
    let instance: RegimeInstance
    /// How many expertises and requests the dossier has; nil when the list is absent.
    let counts: (expertises: Int?, demandes: Int?)
    /// The day on which parameters, rows and rules must be in force.
    let day: Day
    /// What the direct form gave, where it ran first.
    private var direct: DirectAnswers?
    /// What each calcul gave on each subject (0 for the dossier).
    private var calculRuns: [String: [Int: RuleRun]] = [:]
    /// The names of the elements of each list, made when a rule first runs on them.
    private var subjects: [String: [String]] = [:]
    /// The bytes of the texts of all results so far.
    private var textBytes = 0
    /// What a verdict may hold of texts: Lua's own limits hold for one run of one rule.
    static let mostTextBytes = 16 << 20

    /// Runs the instrumented form of all rules on the dossier that the instance has begun.
    init(instance: RegimeInstance, dossier: Dossier, day: Day) {
        self.instance = instance
        counts = (dossier.count(of: "expertises"), dossier.count(of: "demandes"))
        self.day = day
    }

    /// Takes the runs of the direct form, and runs the instrumented form where it gave none.
    init(instance: RegimeInstance, answers: DirectAnswers, day: Day) {
        self.instance = instance
        counts = (answers.counts.expertises, answers.counts.demandes)
        self.day = day
        direct = answers
    }

    /// Whether the direct form ran and left a rule to the instrumented one.
    var hasUsedBothForms: Bool { direct?.isPrepared ?? false }

    /// Every result of the rules in force, calculs run first, in source order.
    mutating func runAll() -> [PlacedResult] { run { _ in true } }

    /// The results of some of the rules in force; the calculs that they read must be among them.
    mutating func run(where isAsked: (Int) -> Bool) -> [PlacedResult] {
        var results: [[PlacedResult]] = Array(
            repeating: [], count: instance.program.rules.count)
        for index in instance.inForce.order where isAsked(index) { results[index] = run(index) }
        return results.flatMap(\.self)
    }

    /// The number of elements of a list of the dossier, nil when it is absent.
    private func count(of scope: RuleScope) -> Int? {
        scope == .expertise ? counts.expertises : counts.demandes
    }

    private mutating func run(_ index: Int) -> [PlacedResult] {
        let program = instance.program.rules[index]
        guard let list = program.scope.list else {
            return [run(index, subject: nil, sujet: "dossier")]
        }
        switch count(of: program.scope) {
        case nil:
            // The subject itself is unknown: only the points can still be known.
            var placed = run(index, subject: 1, sujet: list, absentList: list)
            if reasonNotToRun(index, subject: 1) == nil {
                placed.result = placed.result.onAbsentList(list)
            }
            return [placed]
        case 0?:
            let run = RuleRun(outcome: .sansObjet)
            return [place(run, index, subject: nil, sujet: list)]
        case let count?:
            if subjects[list] == nil {
                subjects[list] = (1...count).map { "\(list)[\($0)]" }
            }
            let names = subjects[list] ?? []
            return (1...count).map { run(index, subject: $0, sujet: names[$0 - 1]) }
        }
    }

    private mutating func run(
        _ index: Int, subject: Int?, sujet: String, absentList: String? = nil
    ) -> PlacedResult {
        let program = instance.program.rules[index]
        let expertise = program.scope == .expertise ? subject : nil
        let demande = program.scope == .demande ? subject : nil
        let told =
            absentList == nil
            ? direct?.next(index, program.rule.kind, expertise: expertise, demande: demande) : nil
        var run: RuleRun
        if let reason = reasonNotToRun(index, subject: subject) {
            run = RuleRun(outcome: .enErreur, reason: reason)
        } else {
            run = told ?? instrumentedRun(index, expertise: expertise, demande: demande)
            finish(&run, program, subject: subject)
        }
        if run.outcome == .sansObjet, program.rule.nom != nil,
            program.rule.template?.placeholders.isEmpty == false
        {
            do throws(LuaError) {
                run.texts = try instance.fallbackTexts(of: index)
            } catch {
                run.outcome = .enErreur
                run.failure = error
            }
        }
        bound(&run)
        if let nom = program.rule.nom?.value { calculRuns[nom, default: [:]][subject ?? 0] = run }
        let listed = absentList == nil ? subject : nil
        return place(run, index, subject: program.scope == .expertise ? listed : nil, sujet: sujet)
    }

    private mutating func instrumentedRun(
        _ index: Int, expertise: Int?, demande: Int?
    ) -> RuleRun {
        do throws(LuaError) {
            try direct?.prepare(instance)
            return instance.run(index, expertise: expertise, demande: demande)
        } catch {
            return RuleRun([], failure: error)
        }
    }

    /// Puts a failure in the place of a run with which the verdict would hold too much text.
    private mutating func bound(_ run: inout RuleRun) {
        let bytes = run.textBytes
        guard textBytes + bytes <= RuleRunner.mostTextBytes else {
            run = RuleRun(outcome: .enErreur, reason: Reasons.tooMuchText)
            return
        }
        textBytes += bytes
    }

    /// A parameter without a value, or a failed calcul, makes the rule fail before it runs.
    private func reasonNotToRun(_ index: Int, subject: Int?) -> String? {
        if let name = instance.inForce.lacking[index] {
            return Reasons.parameterWithoutValue(name, on: day)
        }
        return calculsRead(by: instance.program.rules[index], subject: subject)
            .first { $0.run.outcome == .enErreur }
            .map { Reasons.failedCalcul($0.name) }
    }

    private func calculsRead(
        by program: RuleProgram, subject: Int?
    ) -> [(name: String, run: RuleRun)] {
        guard !program.calculs.isEmpty else { return [] }
        return program.calculs.compactMap { name in
            let runs = calculRuns[name] ?? [:]
            return (runs[subject ?? 0] ?? runs[0]).map { (name, $0) }
        }
    }

    /// Adds what the calculs that a rule reads assumed, and tells "no match" from failure.
    private func finish(_ run: inout RuleRun, _ program: RuleProgram, subject: Int?) {
        if run.foundNothing && program.rule.kind == .calcul {
            run.outcome = .sansObjet
            run.failure = nil
        }
        for (_, calcul) in calculsRead(by: program, subject: subject) {
            run.absents += calcul.absents
            run.hypotheses += calcul.hypotheses
        }
    }

    private func place(
        _ run: RuleRun, _ index: Int, subject: Int?, sujet: String
    ) -> PlacedResult {
        let writer = ResultWriter(
            rule: instance.written[index],
            parameters: instance.inForce.readings[index],
            tracedNodes: instance.nodes)
        let result = writer.result(of: run, sujet: sujet)
        return PlacedResult(
            rule: index, expertise: subject, result: result, period: run.period,
            questions: run.questions)
    }
}

extension Dossier {
    /// The number of elements of a list at the top, nil when it is absent.
    fileprivate func count(of list: String) -> Int? {
        guard case .list(let elements) = facts[list] else { return nil }
        return elements.count
    }
}
