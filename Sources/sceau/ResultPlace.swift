// Where a result may not go: the place of what the command reads.
// SPDX-License-Identifier: MIT

import ArgumentParser

/// Looks at the file that an option names for a result, before anything is written.
enum ResultPlace {
    /// Refuses an empty name, which a variable without a value gives.
    static func checkName(_ output: String?, option: String) throws {
        guard output?.isEmpty == true else { return }
        throw ValidationError(
            "\(option) est suivi d’un nom vide\u{A0}: donner le nom du fichier à écrire")
    }

    /// Refuses a file that is one of those read, under this name or another.
    static func check(
        _ output: String?, against paths: @autoclosure () -> [String],
        _ failure: (String) -> CommandFailure
    ) throws {
        guard let output, FileAccess.isFile(output) else { return }
        for path in paths() where FileAccess.isSameFile(path, output) { throw failure(path) }
    }
}
