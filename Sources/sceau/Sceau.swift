// The command line: options in, text out.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import LuaRuntime
import PolicyEngine

/// The tool; its verbs are commands of their own.
@main
struct Sceau: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sceau",
        abstract: "Évalue des dossiers de labellisation selon des règles écrites en Lua."
            .withFrenchSpaces,
        discussion: "Sceau propose un avis, expliqué règle par règle ; une personne décide."
            .withFrenchSpaces,
        subcommands: [
            EvaluateCommand.self, CheckCommand.self, ExplainCommand.self, SchemaCommand.self,
            ExportLuaCommand.self,
        ])

    @Flag(help: .french("Donne la version de sceau, celle de Lua et les politiques trouvées."))
    var version = false

    func run() throws {
        guard version else { throw CleanExit.helpRequest(self) }
        try Console.publish(Sceau.versionText(policies: PolicyOptions.parse([])), to: nil)
    }

    /// Version, Lua version and policies, one a line.
    static func versionText(policies: PolicyOptions) -> String {
        let folder = policies.folder()
        let regimes = try? Policy.load(policies.source()).regimes.map(\.id)
        let found = folder.map { path in
            path + (regimes.map { " (\($0.joined(separator: ", ")))" } ?? " (inutilisables)")
        }
        return """
            sceau \(Policy.engineVersion)
            Lua \(LuaMachine.version)
            politiques\u{A0}: \((found ?? "aucune").withVisibleControls)

            """
    }

    /// Runs the command line and ends the process.
    static func main() {
        Surroundings.ignoreBrokenPipes()
        Surroundings.end(with: status(of: Array(CommandLine.arguments.dropFirst())))
    }

    /// Runs a command line and gives its status.
    static func status(of arguments: [String]) -> Int32 {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            return ExitStatus.done.rawValue
        } catch let status as ExitStatus {
            return status.rawValue
        } catch let failure as CommandFailure {
            Console.remark(failure.text)
            return failure.status.rawValue
        } catch {
            return tell(error)
        }
    }

    /// Shows help, or what the option parser has to say; anything else is a defect of ours.
    private static func tell(_ error: any Error) -> Int32 {
        let code = exitCode(for: error)
        switch code {
        case .success:
            do {
                try Console.publish(fullMessage(for: error) + "\n", to: nil)
                return code.rawValue
            } catch {
                Console.remark(error.text)
                return error.status.rawValue
            }
        case .validationFailure:
            Console.remark(fullMessage(for: error) + "\n")
            return ExitStatus.usage.rawValue
        default:
            Console.remark(CommandFailure.defect("\(type(of: error))").text)
            return ExitStatus.defect.rawValue
        }
    }
}
