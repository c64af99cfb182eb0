// Patterns of `string.match` and its kin, read for their faults and their captures.
// SPDX-License-Identifier: MIT

/// What is wrong with a text that has a form of its own, and where in it.
struct TextFault: Error, Equatable {
    /// What is wrong, to follow a colon.
    let message: String
    /// The bytes at fault.
    let range: Range<Int>
    /// What to write instead.
    var help: String?
}

/// A pattern, as the Lua 5.4 manual describes it in section 6.4.1.
struct LuaPattern {
    /// What a capture gives.
    enum Capture { case text, position }

    /// The captures in the order of their opening parentheses.
    private(set) var captures: [Capture] = []
    /// Letters out of ASCII where only one of their bytes counts.
    private(set) var split: [TextFault] = []

    private let bytes: [UInt8]
    private var position = 0
    /// The captures that are not closed yet, with the places of their parentheses.
    private var open: [(capture: Int, place: Int)] = []

    /// Whether `string.find` takes a text as it is: nothing in it could be a pattern.
    static func isPlain(_ bytes: [UInt8]) -> Bool {
        !bytes.contains { "^$*+?.([%-".utf8.contains($0) }
    }

    /// Reads a pattern.
    init(_ bytes: [UInt8]) throws(TextFault) {
        self.bytes = bytes
        if peek() == UInt8(ascii: "^") { position = 1 }
        while position < bytes.count { try readItem() }
        if let (_, place) = open.last {
            throw TextFault(message: "une parenthèse n’est pas fermée", range: place..<place + 1)
        }
    }

    private func peek(_ distance: Int = 0) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    private mutating func readItem() throws(TextFault) {
        switch bytes[position] {
        case UInt8(ascii: "("): try openCapture()
        case UInt8(ascii: ")"):
            guard open.popLast() != nil else {
                throw TextFault(
                    message: "une parenthèse ne ferme rien", range: position..<position + 1,
                    help: "pour le signe lui-même, écrivez « %) »")
            }
            position += 1
        case UInt8(ascii: "%"): try readEscape()
        case UInt8(ascii: "["):
            try readSet()
            skipQuantifier()
        default: readCharacter()
        }
    }

    private mutating func openCapture() throws(TextFault) {
        guard captures.count < 32 else {
            throw TextFault(
                message: "plus de 32 captures", range: position..<position + 1)
        }
        if peek(1) == UInt8(ascii: ")") {
            captures.append(.position)
            position += 2
        } else {
            open.append((captures.count, position))
            captures.append(.text)
            position += 1
        }
    }

    private mutating func readEscape() throws(TextFault) {
        let start = position
        guard let next = peek(1) else {
            throw TextFault(
                message: "il finit par un « % » seul", range: start..<start + 1,
                help: "pour le signe lui-même, écrivez « %% »")
        }
        position += 2
        switch next {
        case UInt8(ascii: "b"):
            guard peek(1) != nil else {
                throw TextFault(
                    message: "« %b » attend deux signes", range: start..<bytes.count,
                    help: "par exemple « %b() »")
            }
            position += 2
        case UInt8(ascii: "f"):
            guard peek() == UInt8(ascii: "[") else {
                throw TextFault(
                    message: "« %f » attend un ensemble entre crochets", range: start..<position,
                    help: "par exemple « %f[%a] »")
            }
            try readSet()
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let number = Int(next - UInt8(ascii: "0"))
            let isClosed = number <= captures.count && !open.contains { $0.capture == number - 1 }
            guard number > 0, isClosed else {
                throw TextFault(
                    message: "« %\(number) » ne répète aucune capture fermée avant lui",
                    range: start..<position)
            }
        default: skipQuantifier()
        }
    }

    /// Reads `[…]`, where a `]` that stands first is one of the set.
    private mutating func readSet() throws(TextFault) {
        let start = position
        position += peek(1) == UInt8(ascii: "^") ? 2 : 1
        var isFirst = true
        while let byte = peek(), isFirst || byte != UInt8(ascii: "]") {
            isFirst = false
            if let length = letterLength {
                split.append(
                    TextFault(
                        message:
                            "entre crochets, une lettre accentuée compte pour plusieurs octets",
                        range: position..<position + length,
                        help: "remplacez-la par un « string.gsub » pour elle seule"))
                position += length
            } else {
                position += byte == UInt8(ascii: "%") && peek(1) != nil ? 2 : 1
            }
        }
        guard peek() != nil else {
            throw TextFault(
                message: "un crochet n’est pas fermé", range: start..<start + 1,
                help: "pour le signe lui-même, écrivez « %[ »")
        }
        position += 1
    }

    private mutating func readCharacter() {
        let start = position
        let length = letterLength
        position += length ?? 1
        if let length, skipQuantifier() {
            split.append(
                TextFault(
                    message: "le signe qui suit une lettre accentuée ne porte que sur son "
                        + "dernier octet", range: start..<start + length + 1))
        }
    }

    @discardableResult
    private mutating func skipQuantifier() -> Bool {
        guard let byte = peek(), "*+-?".utf8.contains(byte) else { return false }
        position += 1
        return true
    }

    /// The bytes of the letter out of ASCII that starts here; nil where none does.
    private var letterLength: Int? {
        guard let lead = peek(), lead >= 0xC2, lead <= 0xF4 else { return nil }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard position + length <= bytes.count else { return nil }
        let letter = bytes[position..<position + length]
        return String(validating: letter, as: UTF8.self) == nil ? nil : length
    }
}

extension LuaPattern {
    /// What a replacement text of `string.gsub` does wrong; nil for a good one.
    func fault(inReplacement bytes: [UInt8]) -> TextFault? {
        var position = 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "%") else {
                position += 1
                continue
            }
            let next = position + 1 < bytes.count ? bytes[position + 1] : 0
            let range = position..<min(position + 2, bytes.count)
            switch next {
            case UInt8(ascii: "%"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let number = Int(next - UInt8(ascii: "0"))
                if number > max(1, captures.count) {
                    return TextFault(
                        message: "« %\(number) » ne répond à aucune capture du modèle",
                        range: range)
                }
            default:
                return TextFault(
                    message: "« % » y précède un chiffre ou un autre « % »", range: range,
                    help: "pour le signe lui-même, écrivez « %% »")
            }
            position += 2
        }
        return nil
    }
}
