// Every command that the documents show is run, and prints what they show.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct DocumentationTests {
    @Test(arguments: ["README.md", "docs/guide-instructeur.md", "policies/README.md"])
    func `each console block prints what the page shows`(page: String) throws {
        let sandbox = try DocumentationSandbox()
        defer { sandbox.remove() }
        let text = try String(contentsOf: Repository.root.appending(path: page), encoding: .utf8)

        let commands = ShownCommand.all(in: text)
        #expect(!commands.isEmpty)
        for command in commands {
            let printed = try sandbox.run(command.line)

            #expect(printed == command.output, "\(page): \(command.line)")
        }
    }

    @Test(arguments: ["README.md", "docs/guide-instructeur.md", "policies/README.md"])
    func `each Lua block passes the check in place of what it shows`(page: String) throws {
        let text = try String(contentsOf: Repository.root.appending(path: page), encoding: .utf8)
        let blocks = CodeBlock.all("lua", in: text)

        #expect(!blocks.isEmpty)
        for block in blocks {
            let sandbox = try DocumentationSandbox()
            defer { sandbox.remove() }
            try sandbox.replaceConstruct(with: block.lines)

            #expect(try sandbox.checks(), "\(page): \(block.lines)")
        }
    }

    @Test
    func `each example of the guide's list of functions passes the check`() throws {
        let text = try String(
            contentsOf: Repository.root.appending(path: "docs/guide-instructeur.md"),
            encoding: .utf8)
        let section = try #require(
            text.components(separatedBy: "## ").first {
                $0.hasPrefix("Les fonctions")
            })
        let examples = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "|").dropFirst().first }
            .map { $0.trimmingCharacters(in: .whitespaces.union(["`"])) }

        #expect(examples.count >= 20)
        for (number, example) in examples.enumerated() {
            let sandbox = try DocumentationSandbox()
            defer { sandbox.remove() }
            try sandbox.replaceConstruct(
                with: [
                    "calcul \"GUIDE-\(number)\" {",
                    "  titre = \"Guide\", source = \"Guide\", nom = \"guide\",",
                    "  arrondi = \"dernier_jour\", valeur = \(example),", "}",
                ])

            #expect(try sandbox.checks(), "\(example)")
        }
    }
}

/// A fenced block of a page, its indentation taken off.
private struct CodeBlock {
    let lines: [String]

    /// The blocks of one language, in order.
    static func all(_ language: String, in page: String) -> [CodeBlock] {
        var blocks: [CodeBlock] = []
        var lines: [String]?
        var indent = 0
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            let bare = line.drop { $0 == " " }
            if bare == "```" + language {
                lines = []
                indent = line.count - bare.count
            } else if bare == "```" {
                blocks += lines.map { [CodeBlock(lines: $0)] } ?? []
                lines = nil
            } else {
                lines?.append(String(line.dropFirst(indent)))
            }
        }
        return blocks
    }
}

/// A command of a `console` block with the lines shown after it.
private struct ShownCommand {
    let line: String
    var output = ""

    /// The commands of a page, in order.
    static func all(in page: String) -> [ShownCommand] {
        var commands: [ShownCommand] = []
        for line in CodeBlock.all("console", in: page).flatMap(\.lines) {
            if line.hasPrefix("$ ") {
                commands.append(ShownCommand(line: String(line.dropFirst(2))))
            } else if !commands.isEmpty {
                commands[commands.count - 1].output += line + "\n"
            }
        }
        return commands
    }
}

/// A copy of what the pages speak of, so that a shown edit changes no file of the repository.
private struct DocumentationSandbox {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "sceau-docs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["policies", "examples"] {
            try FileManager.default.copyItem(
                at: Repository.root.appending(path: name), to: folder.appending(path: name))
        }
    }

    /// Standard output and error together, as a terminal shows them.
    func run(_ command: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "exec 2>&1; " + command]
        process.currentDirectoryURL = folder
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = [
            "PATH": Repository.binaries.path() + ":" + path, "LC_ALL": "C.UTF-8",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// Whether the policies, as they now stand, are without fault.
    func checks() throws -> Bool {
        try run("sceau check >/dev/null && echo bien") == "bien\n"
    }

    /// Adds a construct to the policy, in place of the one with the same head if there is one.
    func replaceConstruct(with lines: [String]) throws {
        let policies = folder.appending(path: "policies")
        let rules = policies.appending(path: "expe-ct")
        let head = try #require(lines.first)
        if let file = try holder(of: head, in: policies) {
            var kept: [String] = []
            var isInside = false
            for line in try String(contentsOf: file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
            {
                if line == head { isInside = true }
                if !isInside { kept.append(String(line)) }
                if line == "}" { isInside = false }
            }
            try kept.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        try lines.joined(separator: "\n")
            .write(to: rules.appending(path: "essai.lua"), atomically: true, encoding: .utf8)
    }

    /// The policy file that has a line, one of `expe-ct` before the others.
    private func holder(of head: String, in policies: URL) throws -> URL? {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: policies.path())
            .filter { $0.hasSuffix(".lua") && !$0.hasPrefix("tests/") }.sorted()
        let own = paths.filter { $0.hasPrefix("expe-ct/") }
        return try (own + paths).map { policies.appending(path: $0) }.first { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .contains { $0 == head }
        }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
