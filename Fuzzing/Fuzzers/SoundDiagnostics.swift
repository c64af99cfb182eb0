// What must hold of every diagnostic.
// SPDX-License-Identifier: MIT

import Diagnostics

extension SourceText {
    /// Expects diagnostics about this text that stand inside it and are fit to print.
    func expectSound(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            let location = diagnostic.location
            expect(holds(location.start) && holds(location.end), "outside the text: \(diagnostic)")
            expect(location.start <= location.end, "ends before it starts: \(diagnostic)")
            expect(shows(location), "another line's excerpt: \(diagnostic)")
            let texts = [diagnostic.message, diagnostic.label ?? "", diagnostic.help ?? ""]
            expect(texts.allSatisfy { !$0.contains(where: \.isNewline) }, "lines: \(diagnostic)")
        }
        // Rendering takes far longer than reading: three of a hundred are enough.
        let shown = DiagnosticRenderer(style: .plain).render(Array(diagnostics.prefix(3)))
        expect(
            shown.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isControl }, "controls: \(shown)")
    }

    /// Whether the excerpt is the line, or a part of it, with "•" where it may not be shown.
    private func shows(_ location: Diagnostic.Location) -> Bool {
        let line = text(ofLine: location.start.line).unicodeScalars
        let excerpt = location.excerpt.unicodeScalars
        // Columns do not count each wrong byte, so that only the length can be told.
        if line.contains("\u{FFFD}") { return excerpt.count <= line.count }
        let part = line.dropFirst(location.excerptColumn - 1)
        return excerpt.count <= part.count
            && zip(excerpt, part).allSatisfy { shown, own in shown == own || shown == "•" }
    }

    /// Whether a position is one of the text's, the end of each line included.
    private func holds(_ position: SourcePosition) -> Bool {
        guard (1...lineCount).contains(position.line), position.column >= 1 else { return false }
        let start = offset(ofLine: position.line)
        let end = position.line < lineCount ? offset(ofLine: position.line + 1) : bytes.count
        return position.column <= bytes[start..<end].count { $0 & 0xC0 != 0x80 } + 1
    }
}
