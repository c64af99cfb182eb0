// Tables as comma-separated values, for programs or for a French spreadsheet.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Labelling

/// What a cell holds, before a profile writes it.
enum TableCell: Hashable {
    case empty
    case text(String)
    /// One thing said for programs, and for a French reader.
    case word(String, french: String)
    case day(Day)
    case number(Double)
}

/// For whom a CSV is written.
enum CSVProfile: String, ExpressibleByArgument, CaseIterable {
    /// RFC 4180: commas, UTF-8 without a mark, ISO days, a decimal point, texts as they are.
    case ouvert
    /// Excel in French, which asks nothing when it opens the file: semicolons, a byte order mark,
    /// days as `27/01/2022`, a decimal comma, no text that Excel would run as a formula.
    case excel

    /// A table, its header first; lines end with CR and LF, the last one too.
    func written(header: [String], rows: [[TableCell]]) -> String {
        let lines = [header] + rows.map { $0.map(text) }
        let body = lines.map { line in
            line.map(quoted).joined(separator: separator) + "\r\n"
        }
        return (self == .excel ? "\u{FEFF}" : "") + body.joined()
    }

    private var separator: String { self == .excel ? ";" : "," }

    private func text(of cell: TableCell) -> String {
        switch (cell, self) {
        case (.empty, _): ""
        case (.text(let text), .ouvert), (.word(let text, _), .ouvert): text
        case (.text(let text), .excel), (.word(_, let text), .excel): text.withoutFormula
        case (.day(let day), .ouvert): day.iso
        case (.day(let day), .excel):
            day.iso.split(separator: "-").reversed().joined(separator: "/")
        case (.number(let number), .ouvert): number.plain
        case (.number(let number), .excel): number.plain.replacing(".", with: ",")
        }
    }

    /// The text in quotes where it holds what could end a cell, or has blank ends.
    private func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let ends = ("\"\t\r\n" + separator).unicodeScalars
        let isPlain = !scalars.contains { ends.contains($0) }
        guard !isPlain || scalars.first == " " || scalars.last == " " else { return text }
        // Scalar by scalar: a quote that carries an accent is a quote all the same.
        return "\"" + scalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}

extension Double {
    /// The number without grouping; whole ones without decimals.
    fileprivate var plain: String { Int64(exactly: self)?.description ?? description }
}

extension String {
    /// The text after an apostrophe where a spreadsheet could take it for a formula.
    ///
    /// Dossiers come from outside, and Excel runs what starts with one of these signs.
    /// Source: OWASP, "CSV Injection".
    fileprivate var withoutFormula: String {
        guard let first = unicodeScalars.first,
            "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
        else { return self }
        return "'" + self
    }
}
