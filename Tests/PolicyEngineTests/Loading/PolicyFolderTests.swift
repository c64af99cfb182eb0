// Reading a policies folder from the disk.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import PolicyEngine
import Testing

struct PolicyFolderTests {
    /// A folder of its own for one test, removed after it.
    private final class Scratch {
        let root: URL

        init(_ files: [String: String]) throws {
            root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
                .appending(path: "sceau-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            for (path, text) in files { try write(text, to: path) }
        }

        deinit { try? FileManager.default.removeItem(at: root) }

        func write(_ text: String, to path: String) throws {
            let place = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: place)
        }

        func link(_ path: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: root.appending(path: path).path, withDestinationPath: target)
        }

        var policies: String { root.appending(path: "policies").path }
    }

    @Test func `without a regime no other Lua file is listed`() throws {
        let scratch = try Scratch([
            "policies/policies/a/regime.lua": "", "policies/b/x.lua.txt": "",
            "policies/b/y.lua": "", "policies/seul.lua": "",
        ])

        #expect(try PolicyFolder.read(scratch.policies).files.map(\.path) == ["b/y.lua"])
    }

    @Test func `rules of each folder and tables of all are read`() throws {
        let scratch = try Scratch([
            "policies/b/regles.lua": "-- b", "policies/a/regime.lua": "-- a",
            "policies/donnees/t.csv": "source", "policies/donnees/vieux/u.csv": "source",
            "policies/seul.lua": "", "policies/a/b/c.lua": "", "policies/README.md": "",
            "policies/tests/cas.lua": "", "policies/tests/t.csv": "",
            "policies/.cache/x.csv": "", "policies/a/.y.lua": "", "policies/a/z.lua.txt": "",
        ])

        let source = try PolicyFolder.read(scratch.policies)

        #expect(
            source.files.map(\.path) == [
                "a/b/c.lua", "a/regime.lua", "a/z.lua.txt", "b/regles.lua", "donnees/t.csv",
                "donnees/vieux/u.csv", "seul.lua",
            ])
        #expect(source.files[1].bytes == Array("-- a".utf8))
    }

    @Test func `links inside the folder are followed, those that lead out are refused`() throws {
        let scratch = try Scratch([
            "policies/a/regime.lua": "", "dehors/secret.csv": "x", "policies-2/r.lua": "",
        ])
        try scratch.link("policies/a/b.lua", to: "regime.lua")
        #expect(try PolicyFolder.read(scratch.policies).files.count == 2)

        try scratch.link("policies/z", to: "../policies-2")

        let error = #expect(throws: PolicyFolderError.self) {
            try PolicyFolder.read(scratch.policies)
        }
        #expect(error?.path == scratch.policies + "/z")
        #expect(
            error?.reason.hasPrefix("lien symbolique qui sort du dossier des politiques") == true)
    }

    @Test func `a linked file outside is refused`() throws {
        let scratch = try Scratch(["policies/a/regime.lua": "", "secret.csv": "x"])
        try scratch.link("policies/t.csv", to: "../secret.csv")

        let error = #expect(throws: PolicyFolderError.self) {
            try PolicyFolder.read(scratch.policies)
        }

        #expect(error?.path == scratch.policies + "/t.csv")
    }

    @Test func `a module that a link takes from outside is refused`() throws {
        let scratch = try Scratch([
            "policies/a/regime.lua": "local m = require \"a/m\"", "m.lua": "return {}",
        ])
        try scratch.link("policies/a/m.lua", to: "../../m.lua")

        let error = #expect(throws: PolicyFolderError.self) {
            try PolicyFolder.read(scratch.policies)
        }

        #expect(error?.path == scratch.policies + "/a/m.lua")
        #expect(
            error?.reason.hasPrefix("lien symbolique qui sort du dossier des politiques") == true)
    }

    @Test func `a link to a folder above it is refused`() throws {
        let scratch = try Scratch(["policies/a/regime.lua": ""])
        try scratch.link("policies/a/boucle", to: "..")

        let error = #expect(throws: PolicyFolderError.self) {
            try PolicyFolder.read(scratch.policies)
        }

        #expect(error?.reason.hasPrefix("lien symbolique vers un dossier qui le contient") == true)
    }

    @Test func `a folder through a link is read`() throws {
        let scratch = try Scratch(["vrai/a/regime.lua": ""])
        try scratch.link("policies", to: "vrai")

        #expect(try PolicyFolder.read(scratch.policies).files.map(\.path) == ["a/regime.lua"])
    }

    @Test func `what cannot be read is told with its path and why`() throws {
        let scratch = try Scratch(["fichier": "", "policies/a/regime.lua": ""])
        let missing = scratch.root.appending(path: "rien").path
        let file = scratch.root.appending(path: "fichier").path
        try scratch.link("policies/a/x.lua", to: "rien")

        let errors = [missing, file, scratch.policies].map { path in
            #expect(throws: PolicyFolderError.self) { try PolicyFolder.read(path) }
        }

        #expect(errors.map { $0?.path } == [missing, file, scratch.policies + "/a/x.lua"])
        #expect(
            errors.map { $0?.reason } == [
                "dossier introuvable", "ce n’est pas un dossier",
                "lien symbolique qui ne mène à aucun fichier\u{A0}: retirez-le",
            ])
        #expect(errors[0]?.description == missing + "\u{A0}: dossier introuvable")
    }

    @Test func `a file beyond any rules is refused before it is read`() throws {
        let scratch = try Scratch(["policies/a/regime.lua": ""])
        #expect(truncate(scratch.policies + "/a/regime.lua", 1024 * 1024) == 0)
        #expect(try PolicyFolder.read(scratch.policies).files.count == 1)

        #expect(truncate(scratch.policies + "/a/regime.lua", 1024 * 1024 + 1) == 0)

        let error = #expect(throws: PolicyFolderError.self) {
            try PolicyFolder.read(scratch.policies)
        }
        #expect(error?.path == scratch.policies + "/a/regime.lua")
        #expect(error?.reason.contains("1 Mio\u{A0}: partagez-le") == true)
    }

    @Test func `a file beyond any table is refused before it is read`() throws {
        let scratch = try Scratch(["policies/a/regime.lua": "", "policies/t.csv": "a"])
        #expect(truncate(scratch.policies + "/t.csv", 16 * 1024 * 1024) == 0)
        #expect(try PolicyFolder.read(scratch.policies).files.count == 2)

        #expect(truncate(scratch.policies + "/t.csv", 16 * 1024 * 1024 + 1) == 0)

        let error = #expect(throws: PolicyFolderError.self) {
            try PolicyFolder.read(scratch.policies)
        }
        #expect(error?.path == scratch.policies + "/t.csv")
        #expect(error?.reason.contains("16 Mio") == true)
    }

    @Test func `a pipe named like a table is refused, and not waited for`() throws {
        let scratch = try Scratch(["policies/a/regime.lua": ""])
        #expect(mkfifo(scratch.policies + "/t.csv", 0o600) == 0)

        let error = #expect(throws: PolicyFolderError.self) {
            try PolicyFolder.read(scratch.policies)
        }

        #expect(error?.reason.hasPrefix("ce n’est pas un fichier ordinaire") == true)
    }

    @Test func `a folder named like a table is no table`() throws {
        let scratch = try Scratch(["policies/t.csv/u.csv": "source"])

        #expect(try PolicyFolder.read(scratch.policies).files.map(\.path) == ["t.csv/u.csv"])
    }

    @Test func `the nearest folder above is found`() throws {
        let scratch = try Scratch(["policies/a/regime.lua": "", "x/y/z": "", "x/policies": ""])

        let found = PolicyFolder.find(from: scratch.root.appending(path: "x/y").path)

        #expect(found == scratch.policies)
        #expect(PolicyFolder.find(from: scratch.root.path) == scratch.policies)
    }
}
