// The command line sees in a policies folder what the engine sees there.
// SPDX-License-Identifier: MIT

import Foundation
import PolicyEngine
import Testing

@testable import sceau

struct FolderEntryTests {
    @Test(arguments: ["dossier", "fichier.lua", "lien.lua", "vers-rien.lua", "tube.lua", "absent"])
    func `the system and Foundation tell the same of a path`(name: String) throws {
        let root = FileManager.default.temporaryDirectory.appending(
            path: "sceau-\(UUID().uuidString)")
        let manager = FileManager.default
        defer { try? manager.removeItem(at: root) }
        try manager.createDirectory(
            at: root.appending(path: "dossier"), withIntermediateDirectories: true)
        try Data("-- une ligne".utf8).write(to: root.appending(path: "fichier.lua"))
        for (link, target) in [("lien.lua", "fichier.lua"), ("vers-rien.lua", "rien")] {
            try manager.createSymbolicLink(
                atPath: root.appending(path: link).path, withDestinationPath: target)
        }
        #expect(mkfifo(root.appending(path: "tube.lua").path, 0o600) == 0)
        let path = root.appending(path: name).path

        let (asked, looked) = (FileAccess.policies, FolderAccess.foundation)

        #expect(asked.look(path)?.kind == looked.look(path)?.kind)
        #expect(asked.look(path)?.size == looked.look(path)?.size)
        #expect((asked.look(path) == nil) == (name == "absent"))
        #expect(asked.names(path)?.sorted() == looked.names(path)?.sorted())
        if name != "tube.lua" { #expect(asked.bytes(path) == looked.bytes(path)) }
        if asked.target(path) != nil {
            #expect(asked.target(path) == asked.target(root.path)! + "/" + target(of: name))
        }
        #expect((asked.target(path) == nil) == ["absent", "vers-rien.lua"].contains(name))
    }

    private func target(of name: String) -> String { name == "lien.lua" ? "fichier.lua" : name }
}
