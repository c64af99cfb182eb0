// Tests of `sceau docs` and of what `sceau schema` writes for editors, as their users run them.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct DocsCommandTests {
    @Test func `without options the page is that of officers, in Markdown`() throws {
        let page = try Tool.run(["docs"])
        let asked = try Tool.run(["documenter", "--pour", "instructeur", "--format", "markdown"])

        #expect(page.status == 0)
        #expect(page.errors == "")
        #expect(page.output.hasPrefix("# La politique, règle par règle\n"))
        #expect(page.output.contains("#### ELIG-01"))
        #expect(asked.output == page.output)
    }

    @Test func `the page of the public holds no note`() throws {
        let page = try Tool.run(["docs", "--pour", "public"])

        #expect(page.status == 0)
        #expect(page.output.hasPrefix("# Le label, ses conditions et sa durée\n"))
        #expect(!page.output.contains("**Note**"))
    }

    @Test func `a page in HTML is written to a file`() throws {
        let folder = try Scratch()
        let file = folder.url.appending(path: "page.html")

        let run = try Tool.run(["docs", "--format", "html", "-o", file.path])

        let page = try String(contentsOf: file, encoding: .utf8)
        #expect(run.output == "")
        #expect(run.status == 0)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">"))
        #expect(page.hasSuffix("</html>\n"))
    }

    @Test func `a policy that does not load has no page`() throws {
        let folder = try Scratch()
        try folder.write("regime \"x\" {", to: "x/regime.lua")

        let run = try Tool.run(["docs", "--policies", folder.url.path])

        #expect(run.status == 78)
        #expect(run.output == "")
        #expect(run.errors.contains("x/regime.lua:1:"))
    }

    @Test func `a reader that does not exist is a fault of usage`() throws {
        let run = try Tool.run(["docs", "--pour", "maire"])

        #expect(run.status == 64)
    }
}

struct EditorFilesCommandTests {
    private static let names = [
        ".luarc.json", ".luacheckrc", ".sceau/langage.lua", ".sceau/faits.lua",
        ".sceau/politique.lua", ".sceau/essais.lua",
    ]

    @Test(arguments: ["--editor", "--editeur"])
    func `the files for editors are written into the folder given, and listed`(flag: String) throws
    {
        let folder = try Scratch()

        let run = try Tool.run(["schema", flag, "-o", folder.url.path])

        #expect(run.status == 0)
        #expect(
            run.output
                == Self.names.map { "\(folder.url.path)/\($0)\n" }.joined())
        for name in Self.names {
            let text = try String(
                contentsOf: folder.url.appending(path: name), encoding: .utf8)
            #expect(text.hasSuffix("\n"), "\(name)")
        }
    }

    @Test func `without a folder they go where the policies are, which stay the same policy`()
        throws
    {
        let folder = try Scratch()
        let policies = folder.url.appending(path: "policies")
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "policies"), to: policies)
        let before = try Tool.run(["check", "--format", "json"], in: folder.url)

        let first = try Tool.run(["schema", "--editor"], in: folder.url)
        let second = try Tool.run(["schema", "--editor"], in: folder.url)

        #expect(first.status == 0 && second.status == 0)
        #expect(first.output.hasSuffix("policies/.sceau/essais.lua\n"))
        #expect(
            try Tool.run(["check", "--format", "json"], in: folder.url).output == before.output)
    }

    @Test func `a folder that is not there is said`() throws {
        let folder = try Scratch()

        let run = try Tool.run(["schema", "--editor", "-o", folder.url.path + "/absent"])

        #expect(run.status == 74)
        #expect(run.errors.contains("n’existe pas"))
    }

    @Test func `a document or the files, one of both`() throws {
        #expect(try Tool.run(["schema"]).status == 64)
        #expect(try Tool.run(["schema", "avis", "--editor"]).status == 64)
        #expect(try Tool.run(["schema", "langage"]).status == 0)
    }
}
