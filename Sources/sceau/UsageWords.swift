// What the option parser says, in French.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// Puts the help and the complaints of the option parser into French.
///
/// The parser keeps the kinds of its errors to itself: they are known by its sentences, and one that
/// is not known stays as it is.
enum UsageWords {
    // MARK: - Help

    /// A page of help; anything else, such as a script for a shell, stays as it is.
    static func help(_ text: String) -> String {
        let opening = "OVERVIEW: "
        guard text.hasPrefix(opening) else { return text }
        // Words of the same width within lines, which the parser has filled.
        let lines = text.dropFirst(opening.count)
            .replacing("(values:", with: "(parmi\u{A0}:")
            .replacing("(default:", with: "(défaut\u{A0}:")
            .replacing(" default:", with: " défaut\u{A0}:")
            .replacing("Show help information.", with: "Donne cette aide.")
            .split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { helpLine(String($0)) }.joined(separator: "\n")
    }

    private static func helpLine(_ line: String) -> String {
        switch line {
        case "ARGUMENTS:": return "ARGUMENTS\u{A0}:"
        case "OPTIONS:": return "OPTIONS\u{A0}:"
        case "SUBCOMMANDS:": return "COMMANDES\u{A0}:"
        default: break
        }
        if let usage = line.after("USAGE: ") { return "USAGE\u{A0}: " + french(usage: usage) }
        if let match = line.wholeMatch(of: #/  See '(.+) <subcommand>' for detailed help\./#) {
            return "  \(match.1) <commande>\u{A0}: l’aide d’une commande."
        }
        return line
    }

    private static func french(usage: String) -> String {
        usage.replacing("<subcommand>", with: "<commande>")
    }

    // MARK: - Complaints

    /// Why a command line is refused, and how it could be written.
    ///
    /// - Parameters:
    ///   - message: what the parser says is wrong.
    ///   - text: that with what stands around it.
    /// - Returns: some lines, each with its end.
    static func complaint(_ message: String, in text: String) -> String {
        var hint: String?
        var rest: [String] = []
        for line in text.replacing("Error: \(message)\n", with: "", maxReplacements: 1)
            .split(separator: "\n").map(String.init)
        {
            if let help = line.after("Help:  ") {
                hint = help.replacing("  ", with: "\u{A0}: ", maxReplacements: 1)
            } else if let usage = line.after("Usage: ") {
                rest.append("usage\u{A0}: " + french(usage: usage))
            } else if let match = line.wholeMatch(of: #/  See '(.+)' for more information\./#) {
                rest.append("aide complète\u{A0}: \(match.1)")
            } else {
                rest.append(line)
            }
        }
        let (words, remedy) = fault(message)
        let failure = CommandFailure(.usage, words, help: remedy ?? hint)
        return failure.text + rest.map { $0 + "\n" }.joined()
    }

    /// The fault in French, with its remedy where the sentence holds one.
    private static func fault(_ message: String) -> (String, remedy: String?) {
        let alternatives = message.split(separator: "\n   or: ", maxSplits: 1)
        if alternatives.count == 2 {
            let (first, second) = (fault(String(alternatives[0])), fault(String(alternatives[1])))
            return ("\(first.0), ou \(second.0)", first.remedy)
        }
        if let match = message.wholeMatch(of: #/Unknown option '(.+?)'\. Did you mean '(.+)'\?/#) {
            return (
                "option inconnue\u{A0}: \(match.1)", "vouliez-vous dire \(match.2)\u{202F}?"
            )
        }
        if let match = message.wholeMatch(of: #/Unknown option '(.+)'/#) {
            return ("option inconnue\u{A0}: \(match.1)", nil)
        }
        if let match = message.wholeMatch(of: #/Invalid option: (.+)/#) {
            return ("option mal écrite\u{A0}: \(match.1)", nil)
        }
        if let match = message.wholeMatch(of: #/Missing value for '(.+?)'(?: in '(.+)')?/#) {
            let place = match.2.map { " dans \($0)" } ?? ""
            return ("valeur manquante après \(match.1)\(place)", nil)
        }
        if let match = message.wholeMatch(of: #/Missing expected argument '(.+)'/#) {
            return ("argument manquant\u{A0}: \(match.1)", nil)
        }
        if let match = message.wholeMatch(of: #/Missing one of: '(.+)'/#) {
            let names = match.1.split(separator: "', '").joined(separator: ", ")
            return ("il manque l’un de\u{A0}: \(names)", nil)
        }
        if let match = message.firstMatch(of: #/^Can't generate completion scripts for '(.*?)'\./#)
        {
            return (
                "pas de complétion pour \(French.quoted(String(match.1)))",
                "valeurs admises\u{A0}: bash, fish, zsh"
            )
        }
        return value(message) ?? surplus(message) ?? (message, nil)
    }

    private static func value(_ message: String) -> (String, remedy: String?)? {
        let pattern = #/The value '(.*)' is invalid for '(.+?)'(?:\. Please provide (.+))?/#
        if let match = message.wholeMatch(of: pattern.dotMatchesNewlines()) {
            let values = match.3.map { list in
                list.matches(of: #/'(.+?)'|\n  - ([^\n]+)/#)
                    .map { String($0.1 ?? $0.2 ?? "") }.joined(separator: ", ")
            }
            return (
                "valeur \(French.quoted(String(match.1))) refusée pour \(match.2)",
                values.map { "valeurs admises\u{A0}: \($0)" }
            )
        }
        let taking = #/The option '(.+?)' does not take any value, but '(.*)' was specified\./#
        if let match = message.wholeMatch(of: taking) {
            return (
                "l’option \(match.1) ne prend pas de valeur (reçu\u{A0}: \(French.quoted(String(match.2))))",
                nil
            )
        }
        return nil
    }

    private static func surplus(_ message: String) -> (String, remedy: String?)? {
        if let match = message.wholeMatch(of: #/Unexpected argument '(.*)'/#) {
            return ("argument superflu\u{A0}: \(French.quoted(String(match.1)))", nil)
        }
        if let match = message.wholeMatch(of: #/\d+ unexpected arguments: '(.*)'/#) {
            let words = match.1.split(separator: "', '", omittingEmptySubsequences: false)
            return (
                "arguments superflus\u{A0}: \(French.list(words.map { French.quoted(String($0)) }))",
                nil
            )
        }
        return nil
    }
}

extension String {
    /// What follows a prefix; nil where the text does not start with it.
    fileprivate func after(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
