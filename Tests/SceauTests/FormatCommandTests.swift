// `sceau fmt`, run as an officer runs it.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct FormatCommandTests {
    private let crooked = "regime  \"r\"{titre='T',\n  du = jour\"2020-07-08\"}\n"
    private let laidOut = """
        regime "r" {
          titre = 'T',
          du    = jour "2020-07-08",
        }

        """

    @Test func `every Lua file of the policies is laid out, its tests included`() throws {
        let folder = try Scratch()
        try folder.write(crooked, to: "policies/r/regime.lua")
        try folder.write(laidOut, to: "policies/r/autre.lua")
        try folder.write("cas  'c' {}", to: "policies/tests/cas.lua")
        try folder.write("x=1", to: "policies/tests/notes.txt")
        try folder.write("x=1", to: "policies/.cache.lua")
        let inode = try inode(of: "policies/r/autre.lua", in: folder)

        let run = try Tool.run(["fmt"], in: folder.url)

        #expect(run.status == 0)
        #expect(run.output == "r/regime.lua\ntests/cas.lua\n")
        #expect(run.errors == "2 fichiers mis en forme, 1 fichier déjà en forme\n")
        #expect(try folder.read("policies/r/regime.lua") == laidOut)
        #expect(try folder.read("policies/tests/cas.lua") == "cas 'c' {}\n")
        #expect(try folder.read("policies/tests/notes.txt") == "x=1")
        #expect(try folder.read("policies/.cache.lua") == "x=1")
        #expect(try self.inode(of: "policies/r/autre.lua", in: folder) == inode)
    }

    @Test func `a check writes nothing, names the files and ends with 1`() throws {
        let folder = try Scratch()
        try folder.write(crooked, to: "policies/r/regime.lua")
        try folder.write(laidOut, to: "policies/r/autre.lua")

        let before = try Tool.run(["fmt", "--check"], in: folder.url)
        let untouched = try folder.read("policies/r/regime.lua")
        let mended = try Tool.run(["mettre-en-forme"], in: folder.url)
        let after = try Tool.run(["fmt", "--check"], in: folder.url)

        #expect(before.status == 1)
        #expect(before.output == "r/regime.lua\n")
        #expect(before.errors == "1 fichier à mettre en forme, 1 fichier déjà en forme\n")
        #expect(untouched == crooked)
        #expect(mended.status == 0)
        #expect(after.status == 0)
        #expect(after.output == "")
        #expect(after.errors == "2 fichiers déjà en forme\n")
    }

    @Test func `only the files and folders that are named are laid out`() throws {
        let folder = try Scratch()
        let one = try folder.write("x=1", to: "policies/r/un.lua")
        try folder.write("x=1", to: "policies/r/deux.lua")
        try folder.write("x=1", to: "policies/s/trois.lua")

        let run = try Tool.run(["fmt", "policies/s", one], in: folder.url)

        #expect(run.status == 0)
        #expect(run.output == "policies/s/trois.lua\n\(one)\n")
        #expect(try folder.read("policies/r/un.lua") == "x = 1\n")
        #expect(try folder.read("policies/r/deux.lua") == "x=1")
        #expect(try folder.read("policies/s/trois.lua") == "x = 1\n")
    }

    @Test func `standard input is laid out on standard output`() throws {
        let plain = try Tool.run(["fmt", "-"], input: crooked)
        let check = try Tool.run(["fmt", "--check", "-"], input: crooked)
        let clean = try Tool.run(["fmt", "--check", "-"], input: laidOut)
        let faulty = try Tool.run(["fmt", "-"], input: "x = {")
        let mixed = try Tool.run(["fmt", "-", "a.lua"], input: crooked)

        #expect(plain.output == laidOut)
        #expect(plain.errors == "")
        #expect([plain, check, clean, faulty, mixed].map(\.status) == [0, 1, 0, 78, 64])
        #expect(check.output == "-\n")
        #expect(clean.output == "")
        #expect(faulty.output == "")
        #expect(faulty.errors.contains("entrée standard:1:"))
    }

    @Test func `a file with a fault is reported and left, the others are laid out`() throws {
        let folder = try Scratch()
        try folder.write("x =  = 1\n", to: "policies/r/faux.lua")
        try folder.write("x=1", to: "policies/r/juste.lua")
        let accent = folder.url.appending(path: "policies/r/latin.lua")
        try Data([0x78, 0x3D, 0x22, 0xE9, 0x22]).write(to: accent)

        let run = try Tool.run(["fmt"], in: folder.url)

        #expect(run.status == 78)
        #expect(run.output == "r/juste.lua\n")
        #expect(run.errors.contains("r/faux.lua:1:6: erreur"))
        #expect(run.errors.contains("r/latin.lua:1:4: erreur"))
        #expect(run.errors.hasSuffix("1 fichier mis en forme, 2 fichiers laissés tels quels\n"))
        #expect(try folder.read("policies/r/faux.lua") == "x =  = 1\n")
        #expect(try Data(contentsOf: accent).count == 5)
        #expect(try folder.read("policies/r/juste.lua") == "x = 1\n")
    }

    @Test func `a file that is not there ends with 74, the others are laid out`() throws {
        let folder = try Scratch()
        let file = try folder.write("x=1", to: "a.lua")

        let run = try Tool.run(["fmt", "absent.lua", file], in: folder.url)

        #expect(run.status == 74)
        #expect(run.errors.contains("absent.lua\u{A0}: fichier introuvable\n"))
        #expect(try folder.read("a.lua") == "x = 1\n")
    }

    @Test func `nothing to lay out ends with 78`() throws {
        let folder = try Scratch()
        try folder.write("", to: "vide/notes.txt")

        let nowhere = try Tool.run(["fmt"], in: folder.url)
        let absent = try Tool.run(["fmt", "--policies", "absent"], in: folder.url)
        let empty = try Tool.run(["fmt", "--policies", "vide"], in: folder.url)

        #expect([nowhere, absent, empty].map(\.status) == [78, 78, 78])
        #expect(nowhere.errors.contains("--policies"))
        #expect(absent.errors.contains("absent\u{A0}: répertoire introuvable\n"))
        #expect(empty.errors.contains("aucun fichier .lua dans «\u{202F}vide\u{202F}»\n"))
    }

    @Test func `links are followed inside the folder only, and once`() throws {
        let folder = try Scratch()
        let outside = try folder.write("x=1", to: "ailleurs/a.lua")
        try folder.write("x=1", to: "policies/r/b.lua")
        let policies = folder.url.appending(path: "policies")
        let links = ["dehors.lua": outside, "r/rond": policies.path]
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(
                atPath: policies.appending(path: name).path, withDestinationPath: target)
        }

        let run = try Tool.run(["fmt"], in: folder.url)

        #expect(run.status == 0)
        #expect(run.output == "r/b.lua\n")
        #expect(try folder.read("ailleurs/a.lua") == "x=1")
    }

    @Test func `help is French`() throws {
        let run = try Tool.run(["fmt", "--help"])

        #expect(run.status == 0)
        let words = run.output.replacing(#/\s+/#, with: " ")
        #expect(words.contains("Met les fichiers des politiques en forme"))
        #expect(words.contains("Répertoire des politiques."))
    }

    /// The number of a file on the disk, which a rewritten file changes.
    private func inode(of path: String, in folder: Scratch) throws -> Int? {
        let path = folder.url.appending(path: path).path
        return try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }
}
