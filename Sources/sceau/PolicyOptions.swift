// Where the policies are, and how to load them.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyEngine

/// `--policies`.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp.french(
            "Répertoire des politiques. Par défaut : « policies » dans le répertoire courant ou au-dessus, puis celui installé avec l’outil (../share/sceau/policies). Jamais celui d’un dossier.",
            valueName: "répertoire"),
        completion: .directory)
    var policies: String?

    /// The policies that were chosen.
    var chosen: PolicyChoice { PolicyChoice(named: policies) }
}

/// The policies that a command works with.
struct PolicyChoice {
    /// Their folder; nil for the one that is found.
    var named: String?

    /// The folder in use, if there is any.
    func folder() -> String? {
        named ?? PolicyFolder.find(
            from: Surroundings.workingDirectory(), by: FileAccess.policies)
            ?? PolicyChoice.installedFolder()
    }

    /// The files of the folder in use.
    func source() throws -> PolicySource {
        guard let folder = folder() else { throw CommandFailure.noPolicies }
        let source: PolicySource
        do {
            source = try PolicyFolder.read(folder, by: FileAccess.policies)
        } catch {
            // On the command line « dossier » is what an applicant files.
            let reason = error.reason.replacing("dossier", with: "répertoire")
            throw CommandFailure(
                .badPolicy, "\(error.path)\u{A0}: \(reason)",
                help: FileAccess.exists(folder) ? nil : CommandFailure.absence)
        }
        guard source.files.contains(where: { $0.path.hasSuffix("/regime.lua") }) else {
            throw CommandFailure.noRegime(in: folder)
        }
        return source
    }

    /// The paths of the files of the folder in use, those of its tests as well where they are read;
    /// none where it cannot be read, which the command then tells.
    func paths(withTests: Bool = false) -> [String] {
        guard let folder = folder() else { return [] }
        do {
            let access = FileAccess.policies
            let tests = withTests ? try PolicyFolder.readTests(folder, by: access) : []
            let files = try PolicyFolder.read(folder, by: access).files
            return (files + tests).map { folder + "/" + $0.path }
        } catch {
            return []
        }
    }

    /// The policy, its warnings shown on standard error; `announce` is told the regimes and the schema
    /// of dossiers before they are checked.
    func load(
        _ colors: ColorChoice, sharedBy helper: HelperThread? = nil,
        announce: (_ regimes: [Regime], DossierSchema) -> Void = { _, _ in }
    ) throws -> Policy {
        let source = try source()
        let helper = helper ?? HelperThread.started()
        do {
            let policy = try Policy.load(source, threads: helper?.starter, announce: announce)
            colors.remark(policy.warnings)
            return policy
        } catch {
            colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }

    /// The policy with every optional folder in it, its warnings shown on standard error.
    func loadWhole(_ colors: ColorChoice) throws -> Policy {
        let policy = try load(colors)
        guard !policy.optionalFolders.isEmpty else { return policy }
        do {
            return try Policy.load(source(), options: Set(policy.optionalFolders))
        } catch let error as DiagnosticsError {
            colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }

    /// A machine with the policy's files loaded in it.
    func evaluator(_ policy: Policy, _ colors: ColorChoice) throws -> Evaluator {
        do {
            return try Evaluator(policy)
        } catch {
            colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }

    /// The policies that `make install` puts beside the executable.
    private static func installedFolder() -> String? {
        guard let executable = Surroundings.executable() else { return nil }
        let folder = executable.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
        let path = folder + "/share/sceau/policies"
        return FileAccess.isDirectory(path) ? path : nil
    }
}
