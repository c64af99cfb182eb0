// Why a policies folder cannot be read from the disk.
// SPDX-License-Identifier: MIT

/// A folder or file that cannot be opened or read.
public struct PolicyFolderError: Error, Hashable, Sendable {
    /// The path as it was looked for.
    public let path: String
    /// What is wrong with it, in French: lower-case first letter, no full stop.
    public let reason: String
}

extension PolicyFolderError: CustomStringConvertible {
    /// The path and what is wrong with it.
    public var description: String { "\(path)\u{A0}: \(reason)" }
}

extension PolicyFolderError {
    static func missing(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path: path, reason: "dossier introuvable")
    }

    static func notAFolder(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path: path, reason: "ce n’est pas un dossier")
    }

    static func unreadable(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path: path, reason: "lecture impossible ou non permise")
    }

    static func notAFile(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path: path, reason: "ce n’est pas un fichier ordinaire")
    }

    static func tooLarge(_ path: String, limit: Int) -> PolicyFolderError {
        let remedy =
            path.hasSuffix(".lua")
            ? "partagez-le en plusieurs fichiers" : "gardez-y les lignes que lisent les règles"
        return PolicyFolderError(
            path: path, reason: "le fichier dépasse \(limit >> 20) Mio : \(remedy)")
    }

    static func leadsOut(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path: path, reason: "lien symbolique qui sort du dossier des politiques")
    }

    static func turnsRound(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path: path, reason: "lien symbolique vers un dossier qui le contient")
    }
}
