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

    /// What each text compiles to, in hexadecimal and without its line numbers; the message of
    /// those that are refused.
    static func codes(_ texts: [[UInt8]]) throws -> [String] { try ask("code", texts) }

    private static let script = #"""
        local mode, input, output = ...
        local file, results = assert(io.open(input, "rb")), {}
        local function compiled(text)
          if text:sub(1, 3) == "\u{FEFF}" then text = text:sub(4) end
          if text:sub(1, 1) == "#" then text = text:gsub("^[^\n]*", "", 1) end
          return load(text, "=x", "t")
        end
        local function judge(text)
          local f, message = compiled(text)
          return f and "ok" or message:gsub("\n", " ")
        end
        local function hex(bytes) return (bytes:gsub(".", function(c) return ("%02x"):format(c:byte()) end)) end
        local function value(text)
          local v = assert(load("return " .. text))()
          if math.type(v) == "integer" then return ("i:%d"):format(v) end
          if math.type(v) == "float" then return "f:" .. hex(string.pack(">d", v)) end
          return "s:" .. hex(v)
        end
        -- Reads a stripped dump (ldump.c) and leaves out the lines where functions start and end.
        local function code(text)
          local f, message = compiled(text)
          if not f then return message:gsub("\n", " "):gsub("^x:%d+:", "") end
          local dump, parts, place = string.dump(f, true), {}, 33
          local function skip(count) place = place + count end
          local function size()
            local value = 0
            while true do
              local byte = dump:byte(place)
              place, value = place + 1, value << 7 | byte & 0x7F
              if byte & 0x80 ~= 0 then return value end
            end
          end
          local function text_constant() skip(math.max(size() - 1, 0)) end
          local widths = { [0x03] = 8, [0x13] = 8, [0x00] = 0, [0x01] = 0, [0x11] = 0 }
          local function body()
            text_constant()
            size()
            size()
            local start = place
            skip(3)
            skip(4 * size())
            for _ = 1, size() do
              local kind = dump:byte(place)
              skip(1)
              if widths[kind] then skip(widths[kind]) else text_constant() end
            end
            skip(3 * size())
            local count = size()
            parts[#parts + 1] = dump:sub(start, place - 1)
            for _ = 1, count do body() end
            for _ = 1, 4 do assert(size() == 0) end
          end
          body()
          assert(place == #dump + 1)
          return hex(table.concat(parts))
        end
        local judges = { load = judge, code = code, value = value }
        assert(_VERSION == "Lua 5.4")
        while true do
          local length = file:read("n", 1)
          if not length then break end
          local text = length == 0 and "" or file:read(length)
          results[#results + 1] = judges[mode](text)
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
