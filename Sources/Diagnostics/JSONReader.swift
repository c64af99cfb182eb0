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

    /// Reads one value; faults are collected, and reading goes on wherever that is sound.
    public static func read(_ source: SourceText) -> JSONDocument {
        if let encoding = foreignEncoding(of: source.bytes) {
            let fault = Diagnostic.foreignEncoding(encoding, in: source)
            return JSONDocument(root: nil, isWhole: false, diagnostics: [fault])
        }
        if isBinary(source.bytes) {
            let fault = Diagnostic.binaryFile(in: source)
            return JSONDocument(root: nil, isWhole: false, diagnostics: [fault])
        }
        var parser = JSONParser(source)
        parser.parse()
        return JSONDocument(
            root: parser.isSound ? parser.root : nil, isWhole: parser.isWhole,
            diagnostics: parser.findings.diagnostics)
    }

    /// The name of a Unicode encoding that is not UTF-8.
    private static func foreignEncoding(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return "UTF-32"
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "UTF-16"
        }
        // Without a mark: JSON starts with an ASCII character, of which UTF-16 pads one byte.
        guard bytes.count >= 2 else { return nil }
        return (bytes[0] == 0) != (bytes[1] == 0) ? "UTF-16" : nil
    }

    /// Whether a file is no text: an archive, as office documents are, a PDF, or one with NULs.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: "%PDF".utf8)
            || bytes.prefix(512).contains(0)
    }

    /// The offset of the first byte that is not UTF-8.
    static func firstWrongByte(of bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}
