// JSON read with positions, and every fault of syntax at once.
// SPDX-License-Identifier: MIT

/// Reads JSON (RFC 8259) in UTF-8.
///
/// ```swift
/// let document = JSONReader.read(SourceText(path: "a.json", text: "[1, 2]"))
/// ```
public enum JSONReader {
    /// The most that arrays and objects may nest.
    public static let depthLimit = 512

    /// Whether a byte may stand between two values: space, tab, line feed or carriage return.
    package static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Reads one value; faults are collected, and reading goes on wherever that is sound.
    public static func read(_ source: SourceText) -> JSONDocument {
        if let encoding = source.foreignEncoding {
            let fault = Diagnostic.foreignEncoding(encoding, in: source)
            return JSONDocument(root: nil, isWhole: false, diagnostics: [fault])
        }
        if isBinary(source) {
            let fault = Diagnostic.binaryFile(in: source)
            return JSONDocument(root: nil, isWhole: false, diagnostics: [fault])
        }
        var parser = JSONParser(source)
        parser.parse()
        return JSONDocument(
            root: parser.isSound ? parser.root : nil, isWhole: parser.isWhole,
            diagnostics: parser.findings.diagnostics)
    }

    /// Whether a file is no text: a document, or bytes zero where no brace or bracket starts JSON.
    private static func isBinary(_ source: SourceText) -> Bool {
        if source.isOfficeDocument { return true }
        guard source.bytes.prefix(512).contains(0) else { return false }
        let first = source.bytes.first { $0 != 0 && !JSONParser.isBlank($0) }
        return first != UInt8(ascii: "{") && first != UInt8(ascii: "[")
    }
}
