// A small policy with its tests and an example, for runs of `sceau test`.
// SPDX-License-Identifier: MIT

import Foundation

/// A folder that holds `policies`, its tests, and `examples`.
struct TestedFolder {
    private let scratch: Scratch

    static let regime = """
        regime "essai" {
          titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
        }
        parametre "seuil" {
          titre = "Seuil", unite = "habitants",
          valeurs = { { du = jour "2020-01-01", valeur = 10, source = "Essai" } },
        }
        """

    static let rules = """
        critere "POP-01" {
          titre = "Assez d’habitants", source = "Essai",
          exige = collectivite.population >= seuil,
          sinon = piece "Trop peu d’habitants.",
        }
        critere "NAT-01" {
          titre = "Nature", source = "Essai",
          exige = collectivite.nature == "commune",
          sinon = refus "Ce n’est pas une commune.",
        }
        """

    static let cases = """
        tableau "habitants" {
          dossier = "dossiers/base.json", le = jour "2021-03-10",
          colonnes = { "collectivite.population", "=> avis" },
          lignes = { { 10, "favorable" }, { 9, "incomplet" } },
        }
        """

    static let dossier = """
        {
          "schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-03-01",
          "collectivite": { "nom": "Commune d’essai", "nature": "commune", "population": 900 }
        }
        """

    /// Writes everything, and accepts the example's verdict.
    init() throws {
        scratch = try Scratch()
        try write(TestedFolder.regime, to: "policies/essai/regime.lua")
        try write(TestedFolder.rules, to: "policies/essai/regles.lua")
        try write(TestedFolder.cases, to: "policies/tests/cas.lua")
        try write(TestedFolder.dossier, to: "policies/tests/dossiers/base.json")
        try write(TestedFolder.dossier, to: "examples/a.json")
        _ = try test("--accept")
    }

    /// Where it is.
    var url: URL { scratch.url }

    /// Runs `sceau test` in it.
    func test(_ arguments: String..., environment: [String: String] = [:]) throws -> ToolRun {
        try Tool.run(["test"] + arguments, in: url, environment: environment)
    }

    /// Writes a file.
    func write(_ text: String, to path: String) throws { try scratch.write(text, to: path) }

    /// Replaces a part of a file, which it must hold.
    func edit(_ path: String, _ before: String, _ after: String) throws {
        let text = try read(path)
        try write(text.replacing(before, with: after), to: path)
        guard text.contains(before) else { throw CocoaError(.fileReadCorruptFile) }
    }

    /// The text of a file.
    func read(_ path: String) throws -> String { try scratch.read(path) }

    /// Whether a file is there.
    func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: path).path())
    }

    /// What every file in it holds, by path.
    func texts() throws -> [String: String] {
        var texts: [String: String] = [:]
        for path in try scratch.everything() where !path.hasPrefix(".") {
            texts[path] = try? read(path)
        }
        return texts
    }

    /// Removes a file or a folder.
    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: url.appending(path: path))
    }

    /// The number of a file on its disk, which changes when it is written again.
    func inode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.appending(path: path).path())[
            .systemFileNumber] as? Int
    }
}
