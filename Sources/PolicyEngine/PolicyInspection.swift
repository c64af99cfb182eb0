// One reading and checking of a policies folder: what was found, and the policy if nothing stops it.
// SPDX-License-Identifier: MIT

import Crypto
import Diagnostics
import Labelling

/// What reading a policy and checking it in all its forms found.
struct PolicyInspection {
    /// The policy as it was asked for; nil when there is an error.
    let policy: Policy?
    /// The programs of the regimes' other forms, which `check` loads and nothing evaluates.
    let others: [RegimeProgram]
    /// Errors and warnings, sorted.
    let diagnostics: [Diagnostic]

    /// Reads, checks and orders every regime, with and without its optional folders.
    init(
        _ source: PolicySource, options: Set<String>, threads: ThreadStarter? = nil,
        announce: (_ regimes: [Regime], DossierSchema) -> Void = { _, _ in }
    ) {
        let (forms, found) = PolicyLoader.loadForms(
            source, options: options, threads: threads)
        let schema = PolicyInspection.schema(of: forms)
        announce(forms.map(\.asked), schema)
        let reading = PartialReading(source, found: found)
        let checks = forms.map(sharedBy: threads) {
            FormsCheck($0, schema: schema, reading: reading)
        }
        others = checks.flatMap(\.others)
        var all = found + checks.flatMap(\.diagnostics)
        let coverage = RegimeCoverage(forms.map(\.asked.declaration))
        if !found.contains(where: \.isRegimeFault) {
            all += PolicyInspection.findings(of: coverage, forms.map(\.asked))
        }
        diagnostics = DiagnosticsError(all).diagnostics
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            policy = nil
            return
        }
        policy = Policy(
            regimes: forms.map(\.asked), wholeRegimes: forms.map(\.whole), warnings: diagnostics,
            coverage: coverage, fingerprint: PolicyInspection.fingerprint(of: source),
            schema: schema, programs: checks.compactMap(\.asked))
    }

    /// A dossier may hold the facts of an optional folder whether or not its rules apply.
    private static func schema(of forms: [RegimeForms]) -> DossierSchema {
        let facts = forms.flatMap(\.whole.declarations.facts).map(\.field)
        return DossierSchema.standard.adding(complements: facts)
    }

    /// Overlaps and gaps, each at the regime that begins after it, as many of both as one file may
    /// have faults: regimes of the same days all overlap one another.
    private static func findings(
        of coverage: RegimeCoverage, _ regimes: [Regime]
    ) -> [Diagnostic] {
        let known = Dictionary(regimes.map { ($0.id, $0) }) { first, _ in first }
        var (overlaps, gaps) = (FindingList(), FindingList())
        for overlap in coverage.overlaps {
            guard let regime = known[overlap.later], let file = regime.declaringFile else {
                continue
            }
            overlaps.report(
                PolicyFinding.overlappingRegimes(overlap).diagnostic(
                    at: regime.declaration.id.range, in: file))
        }
        for gap in coverage.gaps {
            guard let regime = known[gap.before], let file = regime.declaringFile else { continue }
            gaps.report(
                PolicyFinding.uncoveredDays(gap).diagnostic(
                    at: regime.declaration.id.range, in: file))
        }
        return overlaps.diagnostics + gaps.diagnostics
    }

    /// Each path and each text with its length before it, so that no two folders collide.
    private static func fingerprint(of source: PolicySource) -> String {
        var hash = SHA256()
        for file in source.files {
            hash.update(data: Array("\(file.path.utf8.count):\(file.path)".utf8))
            hash.update(data: Array("\(file.bytes.count):".utf8))
            hash.update(data: file.bytes)
        }
        let digits = Array("0123456789abcdef".utf8)
        let bytes = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "sha256:" + String(decoding: bytes, as: UTF8.self)
    }
}

/// The static checks of a regime in all its forms.
private struct FormsCheck: Sendable {
    /// The program of the form that was asked for, and of the others; without those whose rules
    /// cannot be ordered.
    private(set) var asked: RegimeProgram?
    private(set) var others: [RegimeProgram] = []
    /// What was found.
    private(set) var diagnostics: [Diagnostic] = []

    /// Checks all forms of a regime and orders their rules.
    init(_ forms: RegimeForms, schema: DossierSchema, reading: PartialReading) {
        let whole = PolicyChecker.check(forms.whole, schema: schema)
        func findings(in regime: Regime) -> [Diagnostic] {
            if regime.files.count == forms.whole.files.count { return whole }
            if whole.isEmpty, forms.wholeHolds(for: regime) { return [] }
            return PolicyChecker.check(regime, schema: schema)
        }
        func report(_ findings: [Diagnostic]) {
            diagnostics += findings.filter(reading.confirms).map { forms.explaining($0) }
        }
        report(findings(in: forms.asked))
        asked = program(of: forms.asked)
        for other in forms.others {
            report(findings(in: other))
            if let program = program(of: other) { others.append(program) }
        }
    }

    private mutating func program(of regime: Regime) -> RegimeProgram? {
        do throws(DiagnosticsError) {
            return try RegimeProgram(regime)
        } catch {
            diagnostics += error.diagnostics
            return nil
        }
    }
}

extension Diagnostic {
    /// Whether it may have kept a regime's period from being read.
    fileprivate var isRegimeFault: Bool {
        severity == .error && location.file.hasSuffix("/" + PolicyLoader.regimeFile)
    }
}
