// Lua: taken and refused as stock Lua does, printed as it was read, laid out once and for all.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaRuntime
import LuaSyntax

/// Fuzzes `LuaParser`, the printer and the layout.
enum LuaFuzzer {
    /// Reads the bytes as Lua.
    static func run(_ bytes: [UInt8]) {
        let source = SourceText(path: "a.lua", bytes: bytes)
        let stock = LuaMachine.syntaxError(of: withoutPreamble(bytes))
        let chunk: Chunk
        do throws(DiagnosticsError) {
            chunk = try LuaParser.parse(source)
        } catch {
            expect(!error.diagnostics.isEmpty, "refused without a fault")
            source.expectSound(error.diagnostics)
            let isOurLimit = error.diagnostics.allSatisfy { ourLimits.contains($0.code) }
            expect(stock != nil || isOurLimit, "refused by us alone: \(error.diagnostics)")
            return
        }
        if let stock { expect(isLimit(stock), "accepted by us alone: \(stock)") }
        expect(chunk.printed() == bytes, "printed otherwise")
        expectKept(chunk)
    }

    /// Expects that a laid out text says the same, and is laid out already.
    private static func expectKept(_ chunk: Chunk) {
        let text = chunk.laidOut()
        do throws(DiagnosticsError) {
            let again = try LuaParser.parse(SourceText(path: "b.lua", bytes: text))
            let shown = String(decoding: text, as: UTF8.self)
            expect(again.words == chunk.words, "other words: \(shown)")
            expect(again.comments == chunk.comments, "other comments: \(shown)")
            expect(again.laidOut() == text, "laid out otherwise the second time: \(shown)")
        } catch {
            fatalError("finding: laid out, it is refused: \(error.diagnostics)")
        }
    }

    /// What `luaL_loadfilex` hands to the compiler: no BOM, and not the first line after `#`.
    private static func withoutPreamble(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        if rest.starts(with: SourceText.byteOrderMark) { rest = rest.dropFirst(3) }
        if rest.first == UInt8(ascii: "#") { rest = rest.drop { $0 != UInt8(ascii: "\n") } }
        return Array(rest)
    }

    /// Refused only for a depth or a length that stock Lua may take.
    private static let ourLimits: Set<String> = [
        "lua.imbrication", "lua.expression-trop-longue",
    ]

    /// Whether an error is a limit of the stock compiler on sizes, which our parser does not have.
    private static func isLimit(_ error: LuaError) -> Bool {
        let limits = [
            "too many", "C stack overflow", "control structure too long",
            "function or expression needs too many registers",
        ]
        return error.kind == .memoryLimit || limits.contains { error.message.contains($0) }
    }
}

extension Chunk {
    /// The tokens without line ends and without the marks between fields of tables.
    fileprivate var words: [[UInt8]] {
        tokens.map { withoutLineEnds($0.range) }.filter { $0 != [0x2C] && $0 != [0x3B] }
    }

    /// The comments without line ends and the space at their end.
    fileprivate var comments: [[UInt8]] {
        tokens.flatMap(\.trivia).filter { $0.kind != .space }.map { trivia in
            let bytes = withoutLineEnds(trivia.range)
            let space: Set<UInt8> = [0x09, 0x0B, 0x0C, 0x20]
            return Array(bytes.reversed().drop { space.contains($0) }.reversed())
        }
    }

    private func withoutLineEnds(_ range: SourceRange) -> [UInt8] {
        source.bytes[range].filter { $0 != 0x0A && $0 != 0x0D }
    }
}
