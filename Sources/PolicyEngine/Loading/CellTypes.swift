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

    /// The first cell that is none of the numbers, days or answers that nearly all of a column's
    /// are, or that is a number written as in France where the others are numbers; nil for a
    /// column of texts, or of codes that start with 0.
    func stray(among cells: [CSVCell]) -> (cell: CSVCell, type: ScalarType)? {
        guard !cells.contains(where: { isCode($0.text) }) else { return nil }
        for type in [ScalarType.nombre, .jour, .booleen] {
            let others = cells.filter { value($0.text, type) == nil }
            guard let first = others.first else { continue }
            let fitting = cells.count - others.count
            let areFew = others.count == 1 ? fitting > 1 : others.count * 10 <= fitting
            let areFrench =
                type == .nombre && others.allSatisfy { number(inFrench: $0.text) != nil }
            if areFew || areFrench { return (first, type) }
        }
        return nil
    }

    /// The number told by `1 454` or `454,5`, written as cells have it; nil for anything else.
    func number(inFrench text: String) -> String? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count < 3 else { return nil }
        let groups = parts[0].split(omittingEmptySubsequences: false) {
            " \u{A0}\u{202F}".contains($0)
        }
        let areThousands = groups.dropFirst().allSatisfy {
            $0.utf8.count == 3 && $0.utf8.allSatisfy(isDigit)
        }
        guard groups.count == 1 || areThousands && groups[0].utf8.count < 4,
            parts.count > 1 || groups.count > 1
        else { return nil }
        let number = groups.joined() + parts.dropFirst().map { "." + $0 }.joined()
        return value(number, .nombre) == nil ? nil : number
    }

    /// Whether digits start with a zero that a number has not.
    private func isCode(_ text: String) -> Bool {
        text.utf8.count > 1 && text.hasPrefix("0") && text.utf8.allSatisfy(isDigit)
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
