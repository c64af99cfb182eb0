// The structure of JSON: what may follow what, and how to go on after a fault.
// SPDX-License-Identifier: MIT

/// Reads one file, with nesting in an array of its own, never on the program's stack.
struct JSONParser {
    let source: SourceText
    let bytes: [UInt8]
    /// The first byte not yet read.
    var offset: Int
    var findings = FindingList()
    /// The value read, when `isSound`.
    private(set) var root: JSONNode?
    /// Whether brackets pair, so that each value stands where the file puts it.
    private(set) var isSound = true
    /// Whether nothing was left out of the tree.
    var isWhole = true
    /// Whether some byte of the file is not UTF-8.
    let hasWrongBytes: Bool
    /// Just after the last value or key, where a missing comma or colon belongs.
    private var lastEnd = 0
    private var containers: [Container] = []

    init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
        offset = bytes.starts(with: SourceText.byteOrderMark) ? 3 : 0
        let wrong = source.firstWrongByte
        hasWrongBytes = wrong != nil
        if let wrong { report(.wrongByte(at: wrong, in: source)) }
    }

    /// Reads the whole file.
    mutating func parse() {
        skipBlanks()
        if offset == bytes.count { report(.emptyFile(in: source)) }
        while isSound, offset < bytes.count {
            if containers.isEmpty && root != nil {
                report(.trailingText(at: offset..<restEnd, in: source))
                return
            }
            step()
            skipBlanks()
        }
        if isSound, let open = containers.last {
            report(.unclosed(bytes[open.start], at: open.start, in: source))
            isSound = false
        }
    }

    /// Keeps a finding; one too many ends the reading.
    mutating func report(_ diagnostic: Diagnostic) {
        if findings.isFull { isSound = false }
        findings.report(diagnostic)
    }

    /// Where the text after the value ends, blanks left out.
    private var restEnd: Int {
        (bytes.lastIndex { !JSONParser.isBlank($0) } ?? offset) + 1
    }
}

// MARK: - What may come next

extension JSONParser {
    /// An array or an object being read.
    private struct Container {
        let start: Int
        let isObject: Bool
        var next: Next
        var elements: [JSONNode] = []
        var members: [JSONMember] = []
        var keyRanges: [String: SourceRange] = [:]
        var key: (name: String, range: SourceRange)?
        /// Where the comma stands after which nothing has come.
        var comma: Int?
    }

    private enum Next { case item, colon, value, separator }

    private mutating func step() {
        let byte = bytes[offset]
        guard let container = containers.last else { return value(byte) }
        switch container.next {
        case .item where byte == UInt8(ascii: ","): strayComma()
        case .item, .separator:
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { return close(byte) }
            if container.next == .separator { return separator(byte) }
            if container.isObject { key(byte) } else { value(byte) }
        case .colon: colon(byte)
        case .value: value(byte)
        }
    }

    private mutating func strayComma() {
        report(.strayComma(at: offset..<offset + 1, in: source))
        offset += 1
    }

    private mutating func separator(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ","):
            setComma(offset)
            offset += 1
            setNext(.item)
        case UInt8(ascii: ";"):
            report(.wrongSeparator(at: offset..<offset + 1, in: source))
            offset += 1
            setNext(.item)
        case _ where startsItem(byte):
            if joinsNumber(byte) { return }
            report(.missingComma(at: lastEnd, in: source))
            setNext(.item)
        default: skipUnexpected()
        }
    }

    private mutating func colon(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ":"):
            offset += 1
            setNext(.value)
        case UInt8(ascii: "="):
            report(.missingColon(at: offset..<offset + 1, in: source))
            offset += offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: ">") ? 2 : 1
            setNext(.value)
        case _ where startsItem(byte):
            report(.missingColon(at: lastEnd..<lastEnd, in: source))
            setNext(.value)
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): missingValue()
        default: skipUnexpected()
        }
    }

    /// Leaves out a key that has no value.
    private mutating func missingValue() {
        if let key = containers.last?.key {
            report(.missingValue(of: key.name, at: key.range, in: source))
        }
        setKey(nil)
        isWhole = false
        setNext(.separator)
    }

    private mutating func key(_ byte: UInt8) {
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
            report(.missingKey(at: offset..<offset + 1, in: source))
            isWhole = false
            setKey(nil)
            return value(byte)
        }
        if isDecimalComma(byte) { return decimalComma() }
        guard let (name, range) = keyText(byte) else { return skipUnexpected() }
        lastEnd = offset
        setKey(name.map { ($0, range) })
        setComma(nil)
        if name == nil { isWhole = false }
        setNext(.colon)
    }

    private mutating func value(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): open(byte)
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
            if containers.isEmpty { skipUnexpected() } else { missingValue() }
        default:
            let start = offset
            guard let value = scalar(byte) else { return skipUnexpected() }
            accept(JSONNode(value, at: start..<offset))
        }
    }

    /// Skips what can stand nowhere, and says so.
    private mutating func skipUnexpected() {
        let range = unexpectedRun()
        report(.unexpected(at: range, in: source))
        offset = range.upperBound
    }
}

// MARK: - Arrays and objects

extension JSONParser {
    private mutating func open(_ byte: UInt8) {
        guard containers.count < JSONReader.depthLimit else {
            report(.tooDeep(at: offset..<offset + 1, in: source))
            isSound = false
            return
        }
        setComma(nil)
        containers.append(
            Container(start: offset, isObject: byte == UInt8(ascii: "{"), next: .item))
        offset += 1
    }

    private mutating func close(_ byte: UInt8) {
        guard let container = containers.last else { return }
        guard container.isObject == (byte == UInt8(ascii: "}")) else {
            report(.mismatch(byte, at: offset, opened: container.start, in: source))
            isSound = false
            return
        }
        if container.next == .item, let comma = container.comma {
            report(.strayComma(at: comma..<comma + 1, in: source))
        }
        offset += 1
        containers.removeLast()
        let value: JSONNode.Value =
            container.isObject ? .object(container.members) : .array(container.elements)
        accept(JSONNode(value, at: container.start..<offset))
    }

    /// Puts a value where it belongs.
    private mutating func accept(_ node: JSONNode) {
        lastEnd = node.range.upperBound
        guard let top = containers.indices.last else {
            root = node
            return
        }
        containers[top].next = .separator
        containers[top].comma = nil
        guard containers[top].isObject else { return containers[top].elements.append(node) }
        guard let key = containers[top].key else { return }
        containers[top].key = nil
        if let first = containers[top].keyRanges[key.name] {
            report(.duplicateKey(key.name, at: key.range, first: first, in: source))
        } else {
            containers[top].keyRanges[key.name] = key.range
        }
        containers[top].members.append(
            JSONMember(key: key.name, keyRange: key.range, value: node))
    }

    private mutating func setNext(_ next: Next) {
        if let top = containers.indices.last { containers[top].next = next }
    }

    private mutating func setComma(_ comma: Int?) {
        if let top = containers.indices.last { containers[top].comma = comma }
    }

    private mutating func setKey(_ key: (name: String, range: SourceRange)?) {
        if let top = containers.indices.last { containers[top].key = key }
    }
}

// MARK: - Numbers that were cut by a comma or a space

extension JSONParser {
    /// The last value of the container in hand, when it is a whole number.
    private var lastInteger: JSONNode? {
        guard let container = containers.last else { return nil }
        let last = container.isObject ? container.members.last?.value : container.elements.last
        guard let last, case .integer = last.value else { return nil }
        return last
    }

    /// Whether `1,5` stands where a key must.
    private func isDecimalComma(_ byte: UInt8) -> Bool {
        guard JSONParser.isDigit(byte), let last = lastInteger, let comma = containers.last?.comma
        else { return false }
        return last.range.upperBound == comma && comma + 1 == offset
    }

    private mutating func decimalComma() {
        guard let last = lastInteger else { return }
        repeat {
            while offset < bytes.count, JSONParser.isDigit(bytes[offset]) { offset += 1 }
        } while skipCommaBeforeThousands()
        spoilLast(last.range.lowerBound..<offset)
    }

    /// Goes past a comma with three digits after it, as in `1,000,000`.
    private mutating func skipCommaBeforeThousands() -> Bool {
        let next = bytes[offset...].prefix(5)
        guard next.first == UInt8(ascii: ","), next.count >= 4,
            next.dropFirst().prefix(3).allSatisfy({ JSONParser.isDigit($0) }),
            !next.dropFirst(4).contains(where: { JSONParser.isDigit($0) })
        else { return false }
        offset += 1
        return true
    }

    /// Takes `190 000`, where a comma must stand after `190`, as one number written wrongly.
    private mutating func joinsNumber(_ byte: UInt8) -> Bool {
        guard JSONParser.isDigit(byte), let last = lastInteger,
            bytes[last.range.upperBound..<offset].allSatisfy({ $0 == 0x20 })
        else { return false }
        let digits = bytes[offset...].prefix { JSONParser.isDigit($0) }
        guard digits.count == 3 || containers.last?.isObject == true else { return false }
        while offset < bytes.count, JSONParser.isDigit(bytes[offset]) { offset += 1 }
        spoilLast(last.range.lowerBound..<offset)
        return true
    }

    private mutating func spoilLast(_ range: SourceRange) {
        report(.wrongNumber(at: range, in: source))
        guard let top = containers.indices.last else { return }
        let node = JSONNode(.invalid, at: range)
        lastEnd = range.upperBound
        if containers[top].isObject, let member = containers[top].members.popLast() {
            containers[top].members.append(
                JSONMember(key: member.key, keyRange: member.keyRange, value: node))
        } else if !containers[top].isObject {
            containers[top].elements[containers[top].elements.count - 1] = node
        }
        containers[top].next = .separator
        containers[top].comma = nil
    }
}
