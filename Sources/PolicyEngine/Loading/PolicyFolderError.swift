// Why a policies folder cannot be read from the disk.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

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
    private init(_ path: String, _ reason: String) {
        self.init(path: path, reason: reason.typeset)
    }

    static func missing(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path, "dossier introuvable")
    }

    static func notAFolder(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path, "ce n’est pas un dossier")
    }

    static func unreadable(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path, "lecture impossible ou non permise : vérifiez vos droits d’accès")
    }

    /// A name in bytes that are no UTF-8, so that it cannot even be named.
    static func foreignName(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path, "ce nom n’est pas écrit en UTF-8 : renommez le fichier")
    }

    static func notAFile(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path, "ce n’est pas un fichier ordinaire : retirez-le de ce dossier")
    }

    static func tooLarge(_ path: String, limit: Int, isRules: Bool) -> PolicyFolderError {
        let remedy =
            isRules ? "partagez-le en plusieurs" : "gardez-y les lignes que lisent les règles"
        return PolicyFolderError(path, "le fichier dépasse \(limit >> 20) Mio : \(remedy)")
    }

    static func tooLargeTogether(_ path: String, limit: Int) -> PolicyFolderError {
        PolicyFolderError(
            path,
            "les fichiers dépassent ensemble \(limit >> 20) Mio : retirez-en ce que les règles ne "
                + "lisent pas")
    }

    static func tooManyFiles(_ path: String, limit: Int) -> PolicyFolderError {
        PolicyFolderError(
            path,
            "plus de \(French.number(Int64(limit))) fichiers et dossiers : retirez ceux que les "
                + "règles ne lisent pas")
    }

    static func tooManyRegimes(_ path: String, limit: Int) -> PolicyFolderError {
        PolicyFolderError(
            path, "plus de \(limit) régimes : retirez ceux qui ne s’appliquent plus à rien")
    }

    static func leadsOut(_ path: String) -> PolicyFolderError {
        PolicyFolderError(
            path,
            "lien symbolique qui sort du dossier des politiques : remplacez-le par une copie")
    }

    static func turnsRound(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path, "lien symbolique vers un dossier qui le contient : retirez-le")
    }

    static func deadLink(_ path: String) -> PolicyFolderError {
        PolicyFolderError(path, "lien symbolique qui ne mène à aucun fichier : retirez-le")
    }
}
