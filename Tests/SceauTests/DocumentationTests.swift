// Every command that the documents show is run, and prints what they show.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct DocumentationTests {
    @Test(arguments: ["README.md", "docs/guide-instructeur.md", "docs/policy-language.md"])
    func `each console block prints what the page shows`(page: String) throws {
        let sandbox = try DocumentationSandbox()
        defer { sandbox.remove() }
        let text = try String(contentsOf: Repository.root.appending(path: page), encoding: .utf8)

        for command in ConsoleBlock.commands(in: text) {
            let printed = try sandbox.run(command.line)

            #expect(printed == command.output, "\(page): \(command.line)")
        }
    }

    @Test
    func `the pages show commands`() throws {
        let text = try String(
            contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)

        #expect(ConsoleBlock.commands(in: text).count >= 4)
    }
}

/// A command of a ```` ```console ```` block with the lines shown after it.
private struct ConsoleBlock {
    let line: String
    let output: String

    static func commands(in page: String) -> [ConsoleBlock] {
        var commands: [ConsoleBlock] = []
        var line: String?
        var output = ""
        var isInside = false
        func close() {
            if let line { commands.append(ConsoleBlock(line: line, output: output)) }
        }
        for text in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if text.hasPrefix("```") {
                if isInside { close() }
                line = nil
                isInside = text == "```console"
            } else if isInside, text.hasPrefix("$ ") {
                close()
                line = String(text.dropFirst(2))
                output = ""
            } else if isInside {
                output += text + "\n"
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

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
