// The text of one dossier, and where it stands among others.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Where a dossier stands: a whole file, or a line of one.
struct DossierPlace: Hashable {
    /// The file as the user named it; `-` for standard input.
    let path: String
    /// The number of its line, from 1; nil for a whole file.
    var line: Int?

    /// The file, and the line where there is one.
    var shown: String { line.map { "\(path):\($0)" } ?? path }
}

/// One dossier to evaluate.
struct DossierText {
    /// Where it stands.
    let place: DossierPlace
    /// Its bytes, which count lines as their file does; only the first ones where there are too many.
    let source: SourceText
    /// What makes it no dossier, before any of it is read.
    let fault: Diagnostic?

    /// Takes the whole of a file as a dossier.
    init(path: String, source: SourceText) {
        place = DossierPlace(path: path)
        self.source = source
        fault = nil
    }

    /// Takes a line without its end as a dossier.
    ///
    /// What is cut is only the start of a line that is too long; the limit is that of a dossier.
    init(
        _ place: DossierPlace, shownAs name: String, bytes: ArraySlice<UInt8>,
        isCut: Bool = false, limit: Int = FileAccess.largest
    ) {
        let isTooLong = isCut || bytes.count > limit
        let kept = isTooLong ? bytes.prefix(DossierText.shownOfLongLine) : bytes
        self.place = place
        source = SourceText(path: name, bytes: Array(kept), firstLine: place.line ?? 1)
            .showing(.fault)
        if isTooLong {
            fault = .lineTooLong(limit: limit, in: source)
        } else {
            let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            fault = isBlank ? .blankLine(in: source) : nil
        }
    }

    /// How much is kept of a line that is too long.
    static let shownOfLongLine = 80
}

/// The stable codes of lines that hold no dossier.
enum DossierLineCode: String, CaseIterable, Sendable {
    case tooLong = "dossier.ligne-trop-longue"
    case blank = "dossier.ligne-vide"
}

extension Diagnostic {
    /// A line with more bytes than a dossier may have.
    fileprivate static func lineTooLong(limit: Int, in source: SourceText) -> Diagnostic {
        Diagnostic(
            DossierLineCode.tooLong, "la ligne dépasse \(limit >> 20) Mio", at: start(source),
            help: "vérifier que chaque ligne porte un seul dossier")
    }

    /// A line without anything in it.
    fileprivate static func blankLine(in source: SourceText) -> Diagnostic {
        Diagnostic(
            DossierLineCode.blank, "ligne vide", at: start(source),
            help: "écrire un dossier par ligne, et rien entre deux")
    }

    private static func start(_ source: SourceText) -> Location { Location(0..<0, in: source) }
}
