// Reads the cells of a CSV file. Our own, because each cell must remember where it stands.
// SPDX-License-Identifier: MIT

import Diagnostics

/// A cell with its place.
struct CSVCell {
    /// Its text, quotes resolved and blank space around it left out.
    let text: String
    /// Its place, quotes included.
    let range: SourceRange
}

/// The cells of a file.
struct CSVContent {
    /// `,` or `;`, as the header has it.
    let separator: UInt8
    /// The cells of the first line.
    let header: [CSVCell]
    /// The other lines, each with as many cells as the header; those without a text are left out.
    let rows: [[CSVCell]]
}

/// A walk along the bytes of a CSV file (RFC 4180, `;` admitted as well).
struct CSVReader {
    private let findings: FileFindings
    private let bytes: [UInt8]
    private var separator = UInt8(ascii: ",")
    private var offset = 0
    private var isSound = true

    /// The rows that a table may have: every commune of France, and what a machine surely holds.
    static let mostRows = 50_000

    private static let quote = UInt8(ascii: "\"")
    private static let tab = UInt8(ascii: "\t")

    /// Reads a file; nil, and reported, when its cells cannot be told apart.
    static func read(_ findings: FileFindings) -> CSVContent? {
        var reader = CSVReader(findings)
        return reader.content()
    }

    private init(_ findings: FileFindings) {
        self.findings = findings
        bytes = findings.source.bytes
        if bytes.starts(with: SourceText.byteOrderMark) { offset = 3 }
        separator = headerSeparator()
    }

    /// What the first line holds most of, texts in quotes left out; `,` among equals.
    private func headerSeparator() -> UInt8 {
        var header: [UInt8] = []
        var isQuoted = false
        for byte in bytes[offset...] {
            if byte == CSVReader.quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            header.append(byte)
        }
        func count(_ byte: UInt8) -> Int { header.count { $0 == byte } }
        return [UInt8(ascii: ";"), CSVReader.tab].reduce(UInt8(ascii: ",")) { most, byte in
            count(byte) > count(most) ? byte : most
        }
    }

    private mutating func content() -> CSVContent? {
        guard let header = nextRecord() else {
            findings.report(.emptyTable(), at: 0..<0)
            return nil
        }
        guard separator != CSVReader.tab else {
            findings.report(.tabSeparator(), at: header[0].range)
            return nil
        }
        var rows: [[CSVCell]] = []
        while let row = nextRecord() {
            guard rows.count < CSVReader.mostRows else {
                report(.tooManyRows(limit: CSVReader.mostRows), at: row[0].range)
                return nil
            }
            if row.count == header.count {
                rows.append(row)
            } else if isSound {
                reportCount(of: row, expected: header.count)
            }
        }
        return isSound ? content(header, rows) : nil
    }

    /// The cells without the columns that a spreadsheet leaves empty from top to bottom.
    private func content(_ header: [CSVCell], _ rows: [[CSVCell]]) -> CSVContent {
        let kept = header.indices.filter { index in
            !header[index].text.isEmpty || rows.contains { !$0[index].text.isEmpty }
        }
        return CSVContent(
            separator: separator, header: kept.map { header[$0] },
            rows: rows.map { row in kept.map { row[$0] } })
    }

    private func reportCount(of row: [CSVCell], expected: Int) {
        let range = row[0].range.lowerBound..<row[row.count - 1].range.upperBound
        let others = [UInt8(ascii: ","), UInt8(ascii: ";"), CSVReader.tab]
            .filter { $0 != self.separator && bytes[range].contains($0) }
        let isOfOtherFile = row.count == 1 && !others.isEmpty
        let separator = String(Unicode.Scalar(separator))
        findings.report(
            isOfOtherFile
                ? .otherSeparator(expected: separator)
                : .wrongCellCount(row.count, expected: expected, separator: separator), at: range)
    }

    /// The cells of the next line that has a text; nil at the end.
    private mutating func nextRecord() -> [CSVCell]? {
        while let cells = nextLine() {
            if cells.contains(where: { !$0.text.isEmpty }) { return cells }
        }
        return nil
    }

    private mutating func nextLine() -> [CSVCell]? {
        while offset < bytes.count, isLineEnd(offset) { offset += 1 }
        guard offset < bytes.count else { return nil }
        var cells = [nextCell()]
        while offset < bytes.count, bytes[offset] == separator {
            offset += 1
            cells.append(nextCell())
        }
        return cells
    }

    private mutating func nextCell() -> CSVCell {
        if offset < bytes.count, bytes[offset] == CSVReader.quote { return quotedCell() }
        let start = offset
        while offset < bytes.count, !endsCell(offset) { offset += 1 }
        if let quote = bytes[start..<offset].firstIndex(of: CSVReader.quote) {
            report(.quoteInCell(), at: quote..<quote + 1)
        }
        return cell(Array(bytes[start..<offset]), start..<offset)
    }

    private mutating func quotedCell() -> CSVCell {
        let start = offset
        var text: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            if bytes[offset] != CSVReader.quote {
                text.append(bytes[offset])
                offset += 1
            } else if offset + 1 < bytes.count, bytes[offset + 1] == CSVReader.quote {
                text.append(CSVReader.quote)
                offset += 2
            } else {
                return closedCell(text, from: start)
            }
        }
        report(.unclosedQuote(), at: start..<start + 1)
        return cell(text, start..<offset)
    }

    /// Goes past the closing quote, after which only a separator or the line's end may stand.
    private mutating func closedCell(_ text: [UInt8], from start: Int) -> CSVCell {
        offset += 1
        let end = offset
        while offset < bytes.count, !endsCell(offset) { offset += 1 }
        if offset > end { report(.textAfterQuote(), at: end..<offset) }
        return cell(text, start..<end)
    }

    private mutating func report(_ finding: PolicyFinding, at range: SourceRange) {
        isSound = false
        findings.report(finding, at: range)
    }

    private func cell(_ text: [UInt8], _ range: SourceRange) -> CSVCell {
        CSVCell(text: String(decoding: text, as: UTF8.self).trimmed, range: range)
    }

    private func endsCell(_ offset: Int) -> Bool {
        bytes[offset] == separator || isLineEnd(offset)
    }

    private func isLineEnd(_ offset: Int) -> Bool {
        bytes[offset] == 0x0A || bytes[offset] == 0x0D
    }
}

extension String {
    /// The text without the blank space around it.
    fileprivate var trimmed: String {
        if let first = unicodeScalars.first, let last = unicodeScalars.last,
            !first.mayBeBlank, !last.mayBeBlank
        {
            return self
        }
        let start = drop(while: \.isWhitespace)
        let trailing = start.reversed().prefix(while: \.isWhitespace).count
        return String(start.dropLast(trailing))
    }
}

extension Unicode.Scalar {
    /// Whether it may be a part of a blank character; no letter before the first combining mark is.
    fileprivate var mayBeBlank: Bool {
        isASCII ? value <= 0x20 : value >= 0x300 || properties.isWhitespace
    }
}
