// `sceau fmt`: policy files in their canonical layout.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import PolicyEngine

/// The verb for those who write policies and do not want to count spaces.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Met les fichiers des politiques en forme, sans rien changer à leur sens."
            .typeset,
        discussion: """
            Espaces, alignements et lignes vides sont remis en ordre ; règles, textes et commentaires restent tels quels. Un fichier mal écrit est signalé et laissé tel quel.
            Statut de sortie : 0 tout est en forme ; 1 avec --check, un fichier au moins ne l’est pas ; 74 un fichier ne peut être lu ou écrit ; 78 un fichier est mal écrit.
            """.typeset,
        aliases: ["mettre-en-forme"])

    @Argument(
        help: ArgumentHelp.french(
            "Fichiers ou répertoires à mettre en forme ; « - » lit l’entrée standard et écrit sur la sortie standard. Par défaut : tous les fichiers .lua des politiques.",
            valueName: "fichier"),
        completion: .file(extensions: ["lua"]))
    var paths: [String] = []

    @Flag(
        help: .french("N’écrit rien : nomme les fichiers à mettre en forme et finit par 1."))
    var check = false

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var colors: ColorOptions

    func run() throws {
        if paths.contains("-") { return try runOnStandardInput() }
        var report = LayoutReport(isCheck: check)
        for file in try files() {
            do {
                report.note(file, changed: try layOut(file))
            } catch let error as DiagnosticsError {
                report.note(file, failedWith: .badPolicy)
                colors.color.remark(error.diagnostics)
            } catch let error as FileError {
                report.note(file, failedWith: .fileAccess)
                Console.remark(error.failure.text)
            }
        }
        try Console.publish(report.list, to: nil)
        Console.remark(report.summary)
        throw report.status
    }

    /// Lays one file out; whether it was not.
    private func layOut(_ file: LuaFile) throws -> Bool {
        let source = SourceText(
            path: file.shown,
            bytes: try FileAccess.bytes(ofFile: file.path))
        let text = try PolicyLayout.laidOut(source)
        guard !text.utf8.elementsEqual(source.bytes) else { return false }
        if !check { try FileAccess.replace(file.path, with: text) }
        return true
    }

    private func runOnStandardInput() throws {
        guard paths.count == 1 else { throw CommandFailure.notOnlyStandardInput }
        let source = SourceText(
            path: "entrée standard",
            bytes: try FileAccess.bytesOfStandardInput())
        do {
            let text = try PolicyLayout.laidOut(source)
            let isLaidOut = text.utf8.elementsEqual(source.bytes)
            try Console.publish(check ? (isLaidOut ? "" : "-\n") : text, to: nil)
            throw check && !isLaidOut ? ExitStatus.faultFound : .done
        } catch let error as DiagnosticsError {
            colors.color.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }

    private func files() throws -> [LuaFile] {
        if !paths.isEmpty { return try found(in: paths[0]) { try LuaFile.named(by: paths) } }
        guard let folder = policies.chosen.folder() else { throw CommandFailure.noPolicies }
        guard FileAccess.isDirectory(folder) else {
            throw CommandFailure(
                .badPolicy, "\(folder)\u{A0}: répertoire introuvable",
                help: CommandFailure.absence)
        }
        return try found(in: folder) { try LuaFile.all(in: folder, shownBelow: "") }
    }

    /// The files that a search finds, one at least.
    private func found(in place: String, _ search: () throws -> [LuaFile]) throws -> [LuaFile] {
        let files: [LuaFile]
        do {
            files = try search()
        } catch let error as FileError {
            throw error.failure
        }
        guard !files.isEmpty else { throw CommandFailure.noLuaFile(in: place) }
        return files
    }
}
