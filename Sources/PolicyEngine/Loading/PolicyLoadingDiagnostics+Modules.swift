// The texts of what is found about modules and what requires them.
// SPDX-License-Identifier: MIT

import Diagnostics

extension PolicyFinding {
    /// A text that cannot be the name of a module: `../x`, `/x`, `a\b`, `a/b.lua`.
    static func wrongModuleName(_ name: String) -> PolicyFinding {
        let bare = name.hasSuffix(".lua") ? PolicyPath.moduleName(name) : ""
        return PolicyFinding(
            code: .moduleName, message: "\(name.quotedToken) n’est pas le nom d’un module",
            help: "écrivez le dossier et le fichier, sans « .lua » : require \"commun/textes\"",
            notes: ["un module est un fichier d’un dossier des politiques"],
            fix: PolicyPath.isModuleName(bare) ? "\"\(bare)\"" : nil)
    }

    /// A module that no file is.
    static func absentModule(
        _ name: String, nearest: String?, among known: [String]
    ) -> PolicyFinding {
        PolicyFinding(
            code: .absentModule, message: "module \(name.quotedToken) introuvable",
            label: proposal(nearest),
            help: known.isEmpty
                ? "un module est un fichier .lua qui finit par « return { … } »"
                : "modules : \(known.joined(separator: ", "))",
            fix: nearest.map { "\"\($0)\"" })
    }

    /// A file of rules where a module is wanted.
    static func requiredRules(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .requiredRules,
            message: "\("\(name).lua".quotedToken) n’est pas un module : il ne finit pas par "
                + "« return »",
            help:
                "les règles d’un autre dossier se prennent par le champ inclut du régime ; ce que "
                + "plusieurs fichiers lisent se place dans un fichier qui finit par "
                + "« return { … } »")
    }

    /// Modules that require one another in a circle.
    static func moduleCircle(_ names: [String]) -> PolicyFinding {
        PolicyFinding(
            code: .moduleCircle,
            message: "les modules se demandent en cercle : \(names.joined(separator: " → "))",
            help: "placez ce qu’ils partagent dans un module qui n’en demande aucun")
    }

    /// A chain of modules that is too long to follow.
    static func modulesTooDeep(limit: Int) -> PolicyFinding {
        PolicyFinding(
            code: .modulesTooDeep,
            message: "plus de \(limit) modules qui se demandent à la suite",
            help: "demandez le module d’un fichier plus proche, ou réunissez-en plusieurs")
    }

    /// A construct in a module.
    static func constructInModule(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .constructInModule,
            message: "\(name.quotedToken) dans un fichier qui finit par « return »",
            help: "pour un fichier de règles, retirez « return » ; pour un module, déplacez "
                + "\(name.quotedToken) dans un fichier de règles")
    }

    /// A module that nothing requires.
    static func unusedModule(_ name: String) -> PolicyFinding {
        PolicyFinding(
            severity: .warning, code: .unusedModule,
            message: "aucun fichier ne demande le module \(name.quotedToken)",
            help: "écrivez local nom = require \"\(name)\" où il doit servir, ou retirez-le",
            notes: [
                "un fichier qui finit par « return » est un module : rien ne le lit de soi-même"
            ])
    }
}
