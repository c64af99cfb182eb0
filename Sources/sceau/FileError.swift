// A file that could not be opened, read or written, and why, in French.
// SPDX-License-Identifier: MIT

import Diagnostics

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that could not be opened, read or written.
struct FileError: Error, Hashable {
    /// What went wrong.
    enum Cause: Hashable {
        /// The system's error number.
        case system(Int32)
        /// The folder of a file to write is not there.
        case missingFolder(String)
        /// It has more bytes than a dossier may have.
        case tooLarge
        /// It is a symbolic link to nothing.
        case deadLink
        /// It is no plain file of our own making.
        case notOurs
    }

    /// The path as the user gave it.
    let path: String
    /// What went wrong.
    let cause: Cause

    /// Makes an error.
    init(_ path: String, _ cause: Cause) {
        self.path = path
        self.cause = cause
    }

    /// Takes the error number that the system just left.
    init(_ path: String) { self.init(path, .system(errno)) }

    /// Whether the reader of a pipe went away.
    var isBrokenPipe: Bool { cause == .system(EPIPE) }

    /// Whether the caller closed the stream before the tool started.
    var isClosedStream: Bool { cause == .system(EBADF) }

    /// Whether nothing stands at the path.
    var isAbsent: Bool { cause == .system(ENOENT) }

    /// The failure to show.
    var failure: CommandFailure {
        CommandFailure(
            .fileAccess, "\(path)\u{A0}: \(reason)",
            help: isAbsent ? CommandFailure.absence : nil)
    }

    /// Why, in a few words: lower-case first letter, no full stop.
    var reason: String {
        switch cause {
        case .system(let number): FileError.reason(number, path)
        case .missingFolder(let folder):
            "le répertoire «\u{202F}\(folder)\u{202F}» n’existe pas"
        case .tooLarge:
            "le fichier dépasse \(FileAccess.largest >> 20) Mio\u{A0}: ce n’est pas un dossier"
        case .deadLink: "c’est un lien qui ne mène à aucun fichier"
        case .notOurs: "c’est un lien ou un fichier spécial, qui n’est pas récrit"
        }
    }

    private static func reason(_ number: Int32, _ path: String) -> String {
        switch number {
        case ENOENT where path.contains("\u{FFFD}"):
            "fichier introuvable (son nom n’est pas écrit en UTF-8\u{202F}: le renommer)"
        case ENOENT: "fichier introuvable"
        case EACCES, EPERM: "accès refusé"
        case EISDIR: "c’est un répertoire, non un fichier"
        case ENOTDIR: "une partie du chemin n’est pas un répertoire"
        case ENOSPC, EDQUOT: "il n’y a plus de place sur le disque"
        case EFBIG: "le fichier dépasse la taille que le système permet"
        case ELOOP: "des liens mènent l’un à l’autre sans fin"
        case ENAMETOOLONG: "le chemin est trop long"
        case EROFS: "le disque n’accepte que la lecture"
        case EIO: "le disque ou le périphérique ne répond pas comme il faut"
        case EBADF: "le flux est fermé"
        case EPIPE: "plus personne ne lit ce qui est écrit"
        default: "lecture ou écriture impossible (erreur système \(number))"
        }
    }
}
