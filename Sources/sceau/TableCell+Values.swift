// What the cells of several tables hold.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

extension TableCell {
    /// What stands between several texts of a cell.
    static let separator = " | "

    /// A text, or nothing.
    static func known(_ text: String?) -> TableCell { text.map { .text($0) } ?? .empty }

    /// A day, or nothing.
    static func known(_ day: Day?) -> TableCell { day.map { .day($0) } ?? .empty }

    /// A whole number, or nothing.
    static func count(_ number: Int?) -> TableCell {
        number.map { .number(Double($0)) } ?? .empty
    }

    /// A number of points, or nothing.
    static func points(_ points: Double?) -> TableCell {
        points.map { .number($0) } ?? .empty
    }

    /// Several texts.
    static func list(_ texts: [String]) -> TableCell {
        .text(texts.joined(separator: separator))
    }

    /// An opinion.
    static func avis(_ avis: Avis) -> TableCell {
        .word(avis.rawValue, french: avis.word)
    }

    /// A file, standard input by its name.
    static func path(_ place: DossierPlace) -> TableCell {
        let shown = place.path.withVisibleControls
        return .word(shown, french: place.path == "-" ? "entrée standard" : shown)
    }
}
