// Which files of a policies folder hold rules, and which only look as if they did.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Tells files by their paths in a policies folder.
enum PolicyPath {
    /// Whether rules are read there: a `.lua` file directly in a folder.
    static func isRules(_ path: String) -> Bool {
        path.hasSuffix(".lua") && parts(of: path).count == 2
    }

    /// Whether someone may think that rules are read there: too deep, too high, or `.lua.txt`.
    static func looksLikeRules(_ path: String) -> Bool {
        let lowercased = path.lowercased()
        return !isRules(path) && [".lua", ".lua.txt"].contains { lowercased.hasSuffix($0) }
    }

    /// What to do so that rules are read there.
    static func remedy(for path: String) -> String {
        let parts = parts(of: path)
        if parts.count > 2 {
            return "déplacez-le dans le dossier \(String(parts[0]).quotedToken) : ce qui est plus "
                + "profond n’est pas lu"
        }
        if parts.count < 2 { return "déplacez-le dans le dossier d’un régime" }
        let stem = parts[1].prefix { $0 != "." }
        return "renommez-le en \("\(stem).lua".quotedToken)"
    }

    /// The name by which files require a module, given its path.
    static func moduleName(_ path: String) -> String { String(path.dropLast(".lua".count)) }

    /// Whether a module may be required by a name: `dossier/fichier`, both in the policies folder.
    static func isModuleName(_ name: String) -> Bool {
        let parts = parts(of: name)
        return parts.count == 2 && !name.hasSuffix(".lua")
            && parts.allSatisfy { !["", ".", ".."].contains($0) }
            && !name.unicodeScalars.contains {
                $0 == "\\" || $0.properties.generalCategory == .control
            }
    }

    private static func parts(of path: String) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: false)
    }
}
