// The built tool, run as an officer runs it.
// SPDX-License-Identifier: MIT

import Foundation

/// What a run of the tool left behind.
struct ToolRun {
    let status: Int32
    let output: String
    let errors: String
}

/// Runs `sceau` from the build folder.
enum Tool {
    /// Runs the tool to its end, in the root of the repository unless told otherwise.
    static func run(
        _ arguments: [String], in directory: URL = Repository.root, input: String = "",
        environment: [String: String] = [:]
    ) throws -> ToolRun {
        let process = Process()
        process.executableURL = Repository.binaries.appending(path: "sceau")
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.environment = environment
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return ToolRun(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }
}

extension Tool {
    /// Runs a shell's commands, among which `sceau` is the tool.
    static func shell(_ commands: String, in directory: URL = Repository.root) throws -> ToolRun {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let path = Repository.binaries.appending(path: "sceau").path
        process.arguments = ["-c", "sceau() { '\(path)' \"$@\"; }\n\(commands)"]
        process.currentDirectoryURL = directory
        let (stdout, stderr) = (Pipe(), Pipe())
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return ToolRun(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }
}

/// A folder that is removed with its owner.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "sceau-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file, its folders included, and gives its path.
    @discardableResult
    func write(_ text: String, to path: String) throws -> String {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: false, encoding: .utf8)
        return file.path
    }

    /// The text of a file.
    func read(_ path: String) throws -> String {
        try String(contentsOf: url.appending(path: path), encoding: .utf8)
    }

    /// The names in the folder, hidden ones included, sorted.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    /// The paths of all that the folder holds at any depth, hidden ones included, sorted.
    func everything() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted()
    }
}
