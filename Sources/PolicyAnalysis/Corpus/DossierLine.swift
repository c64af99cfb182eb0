// Where the dossiers of a corpus stand, and those that no policy could judge.
// SPDX-License-Identifier: MIT

/// Where a dossier stands.
public struct DossierLine: Hashable, Sendable {
    /// The file as the user named it.
    public let fichier: String
    /// The number of its line, from 1; nil for a whole file.
    public let ligne: Int?

    /// Names a dossier's place.
    public init(fichier: String, ligne: Int? = nil) {
        self.fichier = fichier
        self.ligne = ligne
    }
}

/// A dossier of a corpus without a verdict.
public struct UnjudgedDossier: Hashable, Sendable {
    /// Where it stands.
    public let place: DossierLine
    /// Why: lower-case first letter, no full stop.
    public let reason: String

    /// A dossier that could not be read or judged.
    public init(place: DossierLine, reason: String) {
        self.place = place
        self.reason = reason
    }
}
