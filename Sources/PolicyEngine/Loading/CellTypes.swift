// What a cell's text means, and what type a column has when no one says.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// Reads the texts of cells as values of a type.
struct CellTypes {
    /// Whether decimals may be written with a comma, which a file with `;` allows.
    let allowsDecimalComma: Bool

    /// Reads a text that is not empty; nil when it does not fit the type.
    func value(_ text: String, _ type: ScalarType) -> Constant? {
        switch type {
        case .texte: .text(text.normalized)
        case .entier: integer(text).map { .integer($0) }
        case .nombre: integer(text).map { .integer($0) } ?? decimal(text).map { .decimal($0) }
        case .booleen: boolean(text).map { .boolean($0) }
        case .jour: Day(iso: text).map { .day($0) }
        case .pays: Country.frenchName(of: text) == nil ? nil : .text(text)
        case .nature: ClosedList.natures.values.contains(text) ? .text(text) : nil
        }
    }

    /// The narrowest type that all of a column's texts fit; text when there are none.
    func common(_ texts: [String]) -> ScalarType {
        guard !texts.isEmpty else { return .texte }
        let candidates: [ScalarType] = [.entier, .nombre, .jour, .booleen]
        return candidates.first { type in texts.allSatisfy { value($0, type) != nil } } ?? .texte
    }

    /// Whether a number may be meant as thousands: `1.500`.
    func isAmbiguous(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].utf8.count == 3 && parts[0].utf8.count <= 3
            && parts[0] != "0" && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
    }

    /// A zero in front makes a code, such as a department's, not a number.
    private func integer(_ text: String) -> Int64? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit),
            digits == "0" || !digits.hasPrefix("0")
        else { return nil }
        return Int64(text)
    }

    private func decimal(_ text: String) -> Double? {
        let isMark: (Character) -> Bool = { $0 == "." || (allowsDecimalComma && $0 == ",") }
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: isMark)
        guard parts.count == 2, !parts[1].isEmpty, parts[1].utf8.allSatisfy(isDigit),
            integer(String(parts[0])) != nil || parts[0] == "-0"
        else { return nil }
        return Double("\(parts[0]).\(parts[1])")
    }

    private func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "oui": true
        case "non": false
        default: nil
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension Day {
    /// The day told by `01/03/2021`, day before month as in France; nil for anything else.
    init?(french text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        guard parts.count == 3, parts[2].utf8.count == 4, parts[0].utf8.count <= 2,
            parts[1].utf8.count <= 2, let year = Int(parts[2]), let month = Int(parts[1]),
            let day = Int(parts[0])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
