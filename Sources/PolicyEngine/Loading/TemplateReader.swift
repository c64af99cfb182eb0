// Reads the `{expression}` placeholders of a text where they stand in the file.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

/// A walk along the bytes of a literal text.
struct TemplateReader {
    private let literal: StringLiteral
    private let findings: FileFindings
    private var index = 0
    private var text: [UInt8] = []
    private var pieces: [Template.Piece] = []

    private static let opening = UInt8(ascii: "{")
    private static let closing = UInt8(ascii: "}")

    /// Reads a literal; a placeholder that is wrong is reported and left out.
    static func read(
        _ literal: StringLiteral, range: SourceRange, findings: FileFindings
    ) -> Template {
        var reader = TemplateReader(literal: literal, findings: findings)
        while reader.index < literal.bytes.count { reader.readNext() }
        reader.endText()
        return Template(pieces: reader.pieces, range: range)
    }

    private init(literal: StringLiteral, findings: FileFindings) {
        self.literal = literal
        self.findings = findings
    }

    private mutating func readNext() {
        let byte = literal.bytes[index]
        let isBrace = byte == TemplateReader.opening || byte == TemplateReader.closing
        if isBrace, index + 1 < literal.bytes.count, literal.bytes[index + 1] == byte {
            text.append(byte)
            index += 2
        } else if byte == TemplateReader.opening {
            readPlaceholder()
        } else {
            if isBrace { findings.report(.loneBrace(), at: place(of: index)) }
            text.append(byte)
            index += 1
        }
    }

    private mutating func readPlaceholder() {
        guard let end = closingBrace(from: index + 1) else {
            findings.report(.unclosedBrace(), at: place(of: index))
            index = literal.bytes.count
            return
        }
        let content = index + 1..<end
        let braces = place(of: index).lowerBound..<place(of: end).upperBound
        index = end + 1
        if literal.bytes[content].allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
            findings.report(.emptyPlaceholder(), at: braces)
        } else if let escape = escape(in: content) {
            let source = findings.source.text(in: escape)
            findings.report(.escapeInPlaceholder(source), at: escape)
        } else {
            parse(literal.offsets[content.lowerBound]..<literal.offsets[content.upperBound])
        }
    }

    private mutating func parse(_ range: SourceRange) {
        do throws(DiagnosticsError) {
            let expression = try LuaParser.parseExpression(in: findings.source, range: range)
            endText()
            pieces.append(.placeholder(expression))
        } catch {
            findings.append(error.diagnostics)
        }
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        pieces.append(.text(String(decoding: text, as: UTF8.self)))
        text = []
    }

    /// The brace that closes a placeholder; those in nested tables and texts do not.
    private func closingBrace(from start: Int) -> Int? {
        var depth = 0
        var position = start
        while position < literal.bytes.count {
            switch literal.bytes[position] {
            case TemplateReader.opening: depth += 1
            case TemplateReader.closing:
                if depth == 0 { return position }
                depth -= 1
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                guard let end = closingQuote(from: position) else { return nil }
                position = end
            default: break
            }
            position += 1
        }
        return nil
    }

    private func closingQuote(from start: Int) -> Int? {
        var position = start + 1
        while position < literal.bytes.count {
            if literal.bytes[position] == literal.bytes[start] { return position }
            position += literal.bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// The first escape of a placeholder: its source would not be what it denotes.
    private func escape(in content: Range<Int>) -> SourceRange? {
        guard !literal.isLong else { return nil }
        // A `\z` stands before the byte whose place is not next to the last one.
        for position in content.lowerBound - 1..<content.upperBound {
            let (start, end) = (literal.offsets[position], literal.offsets[position + 1])
            guard end != start + 1 else { continue }
            let isEscape = findings.source.bytes[start] == UInt8(ascii: "\\")
            return isEscape ? start..<end : start + 1..<end
        }
        return nil
    }

    private func place(of position: Int) -> SourceRange {
        literal.offsets[position]..<literal.offsets[position] + 1
    }
}
