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
    init(_ source: PolicySource, options: Set<String>) {
        let (forms, found) = PolicyLoader.loadForms(source, options: options)
        let schema = PolicyInspection.schema(of: forms)
        let isWhole = !found.contains { $0.severity == .error }
        var check = FormsCheck(schema: schema, isWhole: isWhole, diagnostics: found)
        let asked = forms.compactMap { check.program(of: $0.asked) }
        others = forms.flatMap(\.others).compactMap { check.program(of: $0) }
        let overlaps = PolicyInspection.overlaps(of: forms.map(\.asked))
        diagnostics = DiagnosticsError(check.diagnostics + overlaps).diagnostics
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            policy = nil
            return
        }
        policy = Policy(
            regimes: forms.map(\.asked), warnings: diagnostics,
            fingerprint: PolicyInspection.fingerprint(of: source), schema: schema, programs: asked)
    }

    /// A dossier may hold the facts of an optional folder whether or not its rules apply.
    private static func schema(of forms: [RegimeForms]) -> DossierSchema {
        let facts = forms.flatMap(\.whole.declarations.facts).map(\.field)
        return DossierSchema.standard.adding(complements: facts)
    }

    /// Regimes that cover one day twice, where the same day of a dossier chooses both.
    private static func overlaps(of regimes: [Regime]) -> [Diagnostic] {
        regimes.indices.flatMap { index in
            regimes[(index + 1)...].filter { later in
                let first = regimes[index].declaration
                return later.declaration.choiceDate == first.choiceDate
                    && later.declaration.period.overlaps(first.period)
            }.map { later in
                .overlappingRegimes(regimes[index], later)
            }
        }
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

/// The static checks of regimes one after the other.
private struct FormsCheck {
    let schema: DossierSchema
    /// Whether everything was read.
    let isWhole: Bool
    /// What was found so far.
    var diagnostics: [Diagnostic]

    /// What is true only when everything was read: a name may be declared, or a local used, in
    /// what could not be.
    private static let dependsOnWhole: Set<String> = [
        "politique.nom-inconnu", "politique.local-inutilise",
    ]

    /// Checks a regime and orders its rules; nil when they cannot be.
    mutating func program(of regime: Regime) -> RegimeProgram? {
        let found = PolicyChecker.check(regime, schema: schema)
        diagnostics +=
            isWhole ? found : found.filter { !FormsCheck.dependsOnWhole.contains($0.code) }
        do throws(DiagnosticsError) {
            return try RegimeProgram(regime)
        } catch {
            diagnostics += error.diagnostics
            return nil
        }
    }
}
