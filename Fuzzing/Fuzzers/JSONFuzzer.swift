// JSON: read as Foundation reads it, and the same when it is written and read again.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation

/// Fuzzes `JSONReader`.
enum JSONFuzzer {
    /// Reads the bytes as JSON.
    static func run(_ bytes: [UInt8]) {
        let source = SourceText(path: "a.json", bytes: bytes)
        let document = JSONReader.read(source)
        source.expectSound(document.diagnostics)
        let theirs = try? JSONSerialization.jsonObject(
            with: Data(bytes), options: .fragmentsAllowed)
        guard document.diagnostics.isEmpty else {
            let isExpected = document.diagnostics.contains { refusedByUsAlone.contains($0.code) }
            expect(theirs == nil || isExpected, "refused by us alone: \(document.diagnostics)")
            return
        }
        guard let root = document.root, let value = JSONValue(root) else {
            fatalError("finding: neither a value nor a fault")
        }
        expect(document.isWhole, "something is missing without a fault")
        if let theirs { expect(value.agrees(with: theirs), "\(value) and \(theirs)") }
        expect(theirs != nil, "accepted by us alone")
        for style in [JSONValue.Style.compact, .pretty] {
            let text = value.encoded(style: style)
            let again = JSONReader.read(SourceText(path: "b.json", text: text))
            let same = again.root.flatMap { JSONValue($0) }
            expect(same == value && again.diagnostics.isEmpty, "read again: \(text)")
        }
    }

    /// What Foundation takes and we refuse: RFC 8259 leaves repeated keys, numbers that no `Double`
    /// holds, depth and lone surrogates to the reader; Foundation also guesses other encodings, and
    /// takes a last comma in an array when blanks follow it, which RFC 8259 does not allow.
    private static let refusedByUsAlone: Set<String> = [
        "json.cle-en-double", "json.nombre-trop-grand", "json.profondeur", "json.encodage",
        "json.binaire", "json.demi-caractere", "json.virgule-en-trop",
    ]
}

extension JSONValue {
    /// Whether Foundation read the same value.
    fileprivate func agrees(with other: Any) -> Bool {
        switch (self, other) {
        case (.null, is NSNull): true
        case (.boolean(let value), let other as Bool): value == other
        case (.integer(let value), let other as NSNumber): value == other.int64Value
        case (.number(let value), let other as NSNumber): value == other.doubleValue
        case (.string(let value), let other as String):
            value.withoutMark.utf8.elementsEqual(other.utf8)
        case (.array(let values), let others as [Any]):
            values.count == others.count && zip(values, others).allSatisfy { $0.agrees(with: $1) }
        case (.object(let members), let others as [String: Any]):
            members.count == others.count
                && members.allSatisfy { member in
                    others[member.key.withoutMark].map { member.value.agrees(with: $0) } ?? false
                }
        default: false
        }
    }
}

extension String {
    /// The text as Foundation reads it: without the byte order mark that it may begin with.
    fileprivate var withoutMark: String {
        unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
    }
}
