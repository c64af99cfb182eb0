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
            .typeset,
        discussion: "Sceau propose un avis, expliqué règle par règle ; une personne décide."
            .typeset,
        subcommands: [
            EvaluateCommand.self, CheckCommand.self, TestCommand.self, ExplainCommand.self,
            ImpactCommand.self, RankCommand.self, DiffCommand.self, SchemaCommand.self,
            FormatCommand.self, DocsCommand.self, ExportLuaCommand.self,
        ])

    @Flag(help: .french("Donne la version de sceau, celle de Lua et les politiques trouvées."))
    var version = false

    func run() throws {
        guard version else { throw CleanExit.helpRequest(self) }
        try Console.publish(Sceau.versionText(policies: PolicyChoice()), to: nil)
    }

    /// Version, Lua version and policies, one a line.
    static func versionText(policies: PolicyChoice) -> String {
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
        Surroundings.letWritesFail()
        Surroundings.end(with: status(of: Array(CommandLine.arguments.dropFirst())))
    }

    /// Runs a command line and gives its status.
    static func status(of arguments: [String]) -> Int32 {
        do {
            if let request = EvaluationRequest(plain: arguments) {
                try request.run()
            } else {
                var command = try command(of: arguments)
                try command.run()
            }
            return ExitStatus.done.rawValue
        } catch {
            return tell(error).rawValue
        }
    }

    /// The command that arguments ask for.
    ///
    /// A verb that comes first is parsed by itself, since the parser looks through every command
    /// that it may meet; what it refuses, a request for help and all that is no verb are the root's
    /// matter.
    private static func command(of arguments: [String]) throws -> any ParsableCommand {
        let verb = configuration.subcommands.first { command in
            arguments.first.map(command.configuration.answers) ?? false
        }
        guard let verb, let command = try? verb.parseAsRoot(Array(arguments.dropFirst())),
            type(of: command) == verb
        else {
            try checkVerb(of: arguments)
            return try parseAsRoot(arguments)
        }
        return command
    }

    /// Refuses a first word that is no verb, by itself or after `help`.
    private static func checkVerb(of arguments: [String]) throws {
        let isHelp = arguments.first == "help"
        guard let word = isHelp ? arguments.dropFirst().first : arguments.first,
            !word.hasPrefix("-"), word != "help"
        else { return }
        var verbs: [String] = []
        for command in configuration.subcommands {
            if let name = command.configuration.commandName { verbs.append(name) }
            verbs += command.configuration.aliases
        }
        guard !verbs.contains(word) else { return }
        throw CommandFailure.unknownVerb(
            word, nearest: Spelling.nearest(to: word, among: verbs), known: verbs)
    }

    /// Shows what stopped a command, or the help that it asked for.
    private static func tell(_ error: any Error) -> ExitStatus {
        if let status = error as? ExitStatus { return status }
        if let failure = error as? CommandFailure {
            Console.remark(failure.text)
            return failure.status
        }
        switch exitCode(for: error) {
        case .success: return showHelp(UsageWords.help(fullMessage(for: error)))
        case .validationFailure:
            Console.remark(UsageWords.complaint(message(for: error), in: fullMessage(for: error)))
            return .usage
        default: return tell(CommandFailure.defect("\(type(of: error))"))
        }
    }

    private static func showHelp(_ text: String) -> ExitStatus {
        do {
            try Console.publish(text + "\n", to: nil)
            return .done
        } catch {
            return tell(error)
        }
    }
}

extension CommandConfiguration {
    /// Whether a word is the command's name or an alias of it.
    fileprivate func answers(to word: String) -> Bool {
        commandName == word || aliases.contains(word)
    }
}
