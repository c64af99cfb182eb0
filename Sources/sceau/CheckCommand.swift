// `sceau check`: everything wrong with the policies, at once.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// The verb for those who write policies.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Vérifie les politiques et dit tout ce qui ne va pas.".typeset,
        discussion: """
            Statut de sortie : 0 aucun défaut ; 1 au moins une erreur ; 78 aucune politique trouvée.
            """.typeset,
        aliases: ["verifier"])

    @Option(
        help: ArgumentHelp.french(
            "Forme du résultat : texte, json, sarif (hôtes de code et éditeurs) ou github (annotations).",
            valueName: "forme"))
    var format = Format.texte

    @Flag(
        help: .french(
            "Cherche aussi ce qui ne sert jamais : règles, niveaux, lignes de tableau (en texte ou en json). Ces remarques ne changent pas le statut de sortie."
        ))
    var complet = false

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var output: OutputOptions

    /// How the findings are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case texte, json, sarif, github
    }

    func run() throws {
        guard !complet || [.texte, .json].contains(format) else {
            throw CommandFailure.completenessWithoutForm
        }
        try output.chosen.check(policies.chosen)
        let source = try policies.chosen.source()
        let (policy, diagnostics) = Policy.checkReporting(source)
        // What cannot be loaded cannot be looked through.
        let whole = diagnostics.contains { $0.severity == .error } ? nil : policy
        let paths = ReportPaths(
            policies: policies.chosen.folder() ?? "",
            workingDirectory: Surroundings.workingDirectory())
        let report = CheckReport(
            diagnostics: diagnostics, extent: policy.map { PolicyExtent($0) },
            coverage: policy?.coverage, paths: paths,
            completeness: try whole.flatMap { complet ? $0 : nil }.map { policy in
                CompletenessText(
                    try CompletenessReport.search(policy.whole(source)),
                    unread: UnreadDeclaration.all(in: policy), names: FactNames(policy.schema),
                    paths: paths)
            })
        try output.chosen.publish(report.written(as: format, output.chosen.palette))
        throw report.errors > 0 ? ExitStatus.faultFound : .done
    }
}

/// How much a policy holds.
struct PolicyExtent: Hashable {
    let regimes: Int
    /// Those of optional folders included.
    let rules: Int
    let optionalRules: Int
    let tables: Int

    /// Counts what a policy declares.
    init(_ policy: Policy) {
        regimes = policy.regimes.count
        rules = PolicyExtent.places(of: policy.wholeRegimes).count
        optionalRules = rules - PolicyExtent.places(of: policy.regimes).count
        tables = Set(policy.wholeRegimes.flatMap(\.declarations.tables).map(\.path)).count
    }

    /// Each rule by its place: one in a folder that several regimes include is counted once.
    private static func places(of regimes: [Regime]) -> Set<String> {
        Set(
            regimes.flatMap { regime in
                regime.declarations.rules.map { rule in
                    "\(regime.files[rule.file].source.path):\(rule.range.lowerBound)"
                }
            })
    }

    /// « 3 régimes, 61 règles dont 3 facultatives, 6 tables ».
    var french: String {
        let optional = French.count(optionalRules, "facultative", "facultatives")
        return [
            French.count(regimes, "régime", "régimes"),
            French.count(rules, "règle", "règles") + (optionalRules > 0 ? " dont \(optional)" : ""),
            French.count(tables, "table", "tables"),
        ].joined(separator: ", ")
    }
}

/// What a check found.
struct CheckReport {
    /// Sorted.
    let diagnostics: [Diagnostic]
    /// Nil when the policy cannot be loaded.
    let extent: PolicyExtent?
    /// Nil when the policy cannot be loaded.
    let coverage: RegimeCoverage?
    /// Where other programs find the files.
    let paths: ReportPaths
    /// What never serves; nil where it was not looked for.
    var completeness: CompletenessText?

    /// The number of errors.
    var errors: Int { diagnostics.filter { $0.severity == .error }.count }

    private var warnings: Int { diagnostics.count - errors }

    /// The report; ends with an end of line.
    func written(as format: CheckCommand.Format, _ palette: Palette) -> String {
        switch format {
        case .texte: text(palette)
        case .json: json.encoded(style: .pretty) + "\n"
        case .sarif: SARIFLog(diagnostics, paths: paths).jsonValue.encoded(style: .pretty) + "\n"
        case .github: annotations
        }
    }

    /// One annotation a finding, then the summary for those who read the log itself.
    private var annotations: String {
        let lines = diagnostics.map { diagnostic in
            GitHubAnnotation(diagnostic, file: paths.path(of: diagnostic.location.file)).line
        }
        return (lines + [summary]).joined(separator: "\n") + "\n"
    }

    private func text(_ palette: Palette) -> String {
        var closing = TextPage(palette)
        closing.item("", Stretch(summary))
        if let coverage { closing.item("", Stretch(coverage.french)) }
        completeness?.tell(on: &closing)
        guard !diagnostics.isEmpty else { return closing.text }
        let found = DiagnosticRenderer(style: palette.diagnostics).render(diagnostics)
        return found + "\n" + closing.text
    }

    private var summary: String {
        let counts = [
            errors == 0 ? nil : French.count(errors, "erreur", "erreurs"),
            warnings == 0 ? nil : French.count(warnings, "avertissement", "avertissements"),
        ].compactMap(\.self)
        let found = counts.isEmpty ? "aucun défaut" : French.list(counts)
        return extent.map { "\($0.french)\u{A0}: \(found)" } ?? found
    }

    private var json: JSONValue {
        var document: JSONValue = [
            "schema": .string(ReportSchemas.check.identifier),
            "erreurs": .integer(Int64(errors)),
            "avertissements": .integer(Int64(warnings)),
            "regimes": .optional(extent?.regimes),
            "regles": .optional(extent?.rules),
            "regles_facultatives": .optional(extent?.optionalRules),
            "tables": .optional(extent?.tables),
            "couverture": coverage?.jsonValue ?? .null,
            "diagnostics": .array(diagnostics.map(\.jsonValue)),
        ]
        if let completeness { document["completude"] = completeness.jsonValue }
        return document
    }
}

extension Policy {
    /// The same policy with every optional folder in it.
    fileprivate func whole(_ source: PolicySource) throws -> Policy {
        optionalFolders.isEmpty
            ? self : try Policy.load(source, options: Set(optionalFolders))
    }
}
