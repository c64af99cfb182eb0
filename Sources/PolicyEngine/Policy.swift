// A policy: every regime of a folder, read, checked and put in order.
// SPDX-License-Identifier: MIT

import Crypto
public import Diagnostics
public import Labelling

/// The regimes of a policies folder, ready to evaluate dossiers.
///
///     let policy = try Policy.load(PolicyFolder.read("policies"))
///     var evaluator = try Evaluator(policy)
///     let verdict = try evaluator.evaluate(dossier, le: decisionDay)
public struct Policy: Sendable {
    /// The version that a verdict names as `moteur`.
    public static let engineVersion = "0.1.0"

    /// The regimes, in byte order of identifier.
    public let regimes: [Regime]
    /// What is doubtful in the policy but does not stop it.
    public let warnings: [Diagnostic]
    /// SHA-256 of the files' relative paths and bytes, paths in byte order: `sha256:…`.
    public let fingerprint: String
    /// The dossier schema with the facts that the policy declares.
    public let schema: DossierSchema

    let programs: [RegimeProgram]

    /// Reads, checks and orders every regime.
    ///
    /// - Throws: everything wrong with any of them at once, sorted.
    public static func load(_ source: PolicySource) throws(DiagnosticsError) -> Policy {
        let (policy, diagnostics) = inspect(source)
        guard let policy else { throw DiagnosticsError(diagnostics) }
        return policy
    }

    /// Everything wrong or doubtful in a policy, sorted; a file that fails as it loads included.
    public static func check(_ source: PolicySource) -> [Diagnostic] {
        let (policy, diagnostics) = inspect(source)
        guard let policy else { return DiagnosticsError(diagnostics).diagnostics }
        do {
            _ = try Evaluator(policy)
            return DiagnosticsError(diagnostics).diagnostics
        } catch {
            return DiagnosticsError(diagnostics + error.diagnostics).diagnostics
        }
    }

    /// The regime of an identifier, if any.
    public func regime(id: String) -> Regime? { regimes.first { $0.id == id } }

    /// The rules of a regime of this policy with what they run on, in source order.
    package func rules(of regime: Regime) -> [RuleProgram] {
        programs.first { $0.regime.id == regime.id }?.rules ?? []
    }

    private static func inspect(_ source: PolicySource) -> (Policy?, [Diagnostic]) {
        var (regimes, diagnostics) = PolicyLoader.loadReporting(source)
        let facts = regimes.flatMap(\.declarations.facts).map(\.field)
        let schema = DossierSchema.standard.adding(complements: facts)
        var programs: [RegimeProgram] = []
        let isWhole = !diagnostics.contains { $0.severity == .error }
        for regime in regimes {
            let found = PolicyChecker.check(regime, schema: schema)
            diagnostics += isWhole ? found : found.filter { !dependsOnWhole.contains($0.code) }
            do throws(DiagnosticsError) {
                programs.append(try RegimeProgram(regime))
            } catch {
                diagnostics += error.diagnostics
            }
        }
        diagnostics += overlaps(of: regimes)
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            return (nil, diagnostics)
        }
        let policy = Policy(
            regimes: regimes, warnings: DiagnosticsError(diagnostics).diagnostics,
            fingerprint: fingerprint(of: source), schema: schema, programs: programs)
        return (policy, diagnostics)
    }

    /// What is true only when everything was read: a name may be declared, or a local used, in
    /// what could not be.
    private static let dependsOnWhole: Set<String> = [
        "politique.nom-inconnu", "politique.local-inutilise",
    ]

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
