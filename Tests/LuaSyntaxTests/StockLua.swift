// What stock Lua says of texts: one process of `lua5.4` for a whole batch.
// SPDX-License-Identifier: MIT

import Foundation

/// The stock Lua on this machine, asked about many texts at once.
enum StockLua {
    /// What it says of one text.
    enum Answer: Equatable {
        case accepted
        case refused(String)

        /// Whether it is a limit of the stock compiler that our parser does not have.
        var isCompilerLimit: Bool {
            guard case .refused(let message) = self else { return false }
            let limits = [
                "too many", "C stack overflow", "control structure too long",
                "function or expression needs too many registers",
            ]
            return limits.contains { message.contains($0) }
        }
    }

    /// A fault of this harness, not of Lua.
    struct Failure: Error { let text: String }

    /// Loads each text as `luaL_loadfilex` would, without running it.
    static func load(_ texts: [[UInt8]]) throws -> [Answer] {
        try ask("load", texts).map { $0 == "ok" ? .accepted : .refused($0) }
    }

    /// The value of each expression: `i:` and digits, `f:` and its bits, or `s:` and its bytes, in
    /// hexadecimal.
    static func values(_ texts: [[UInt8]]) throws -> [String] { try ask("value", texts) }

    private static let script = #"""
        local mode, input, output = ...
        local file, results = assert(io.open(input, "rb")), {}
        local function judge(text)
          if text:sub(1, 3) == "\u{FEFF}" then text = text:sub(4) end
          if text:sub(1, 1) == "#" then text = text:gsub("^[^\n]*", "", 1) end
          local f, message = load(text, "=x", "t")
          return f and "ok" or message:gsub("\n", " ")
        end
        local function hex(bytes) return (bytes:gsub(".", function(c) return ("%02x"):format(c:byte()) end)) end
        local function value(text)
          local v = assert(load("return " .. text))()
          if math.type(v) == "integer" then return ("i:%d"):format(v) end
          if math.type(v) == "float" then return "f:" .. hex(string.pack(">d", v)) end
          return "s:" .. hex(v)
        end
        assert(_VERSION == "Lua 5.4")
        while true do
          local length = file:read("n", 1)
          if not length then break end
          local text = length == 0 and "" or file:read(length)
          results[#results + 1] = mode == "load" and judge(text) or value(text)
        end
        local out = assert(io.open(output, "wb"))
        out:write(table.concat(results, "\n"))
        out:close()
        """#

    private static func ask(_ mode: String, _ texts: [[UInt8]]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("stock-lua-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = ["ask.lua", "input", "output"].map { folder.appendingPathComponent($0) }
        try Data(script.utf8).write(to: paths[0])
        try Data(texts.flatMap { Array("\($0.count) ".utf8) + $0 }).write(to: paths[1])
        try run([paths[0].path, mode, paths[1].path, paths[2].path])
        let output = String(decoding: try Data(contentsOf: paths[2]), as: UTF8.self)
        let answers = output.split(separator: "\n", omittingEmptySubsequences: false)
        guard answers.count == texts.count else {
            throw Failure(text: "\(texts.count) texts, \(answers.count) answers")
        }
        return answers.map(String.init)
    }

    private static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["lua5.4"] + arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(text: "lua5.4 ended with status \(process.terminationStatus)")
        }
    }
}
