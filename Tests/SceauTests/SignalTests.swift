// The tool told to end while it reads or writes: nothing is left half done, nothing is said.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct SignalTests {
    private static let favorable = Repository.root.appending(
        path: "examples/dunkerque-dechets.json")

    /// Starts `sceau evaluate … -o avis.json` in a folder, what it says going to another one.
    private func start(_ input: String, in folder: Scratch, errors: Scratch) throws -> SpawnedTool {
        try SpawnedTool(
            [
                "evaluate", folder.url.appending(path: input).path,
                "-o", folder.url.appending(path: "avis.json").path, "--format", "json",
                "--le", "2022-12-05",
                "--policies", Repository.root.appending(path: "policies").path,
            ], errors: errors.url.appending(path: "erreurs"))
    }

    // MARK: - While it reads

    @Test(arguments: [SIGHUP, SIGINT, SIGTERM, SIGKILL])
    func `a run that is ended while it reads leaves the former result`(signal: Int32) throws {
        let (folder, errors) = (try Scratch(), try Scratch())
        try folder.write("ancien", to: "avis.json")
        let pipe = folder.url.appending(path: "tube.json").path
        #expect(mkfifo(pipe, 0o600) == 0)
        let run = try start("tube.json", in: folder, errors: errors)
        // Once the other end opens, the tool is about to read what never comes.
        var writer: Int32
        repeat { writer = open(pipe, O_WRONLY | O_NONBLOCK) } while writer < 0 && run.isRunning
        #expect(writer >= 0)

        run.send(signal)

        #expect(run.wait() == signal)
        close(writer)
        #expect(try errors.read("erreurs") == "")
        #expect(try folder.read("avis.json") == "ancien")
        #expect(try folder.everything() == ["avis.json", "tube.json"])
    }

    // MARK: - While it writes

    /// Starts runs until one could be stopped between the file aside and the file in its place.
    ///
    /// The moment is certain, for the stopped process is looked at; only finding it may take turns.
    private func stopWhileWriting(in folder: Scratch, errors: Scratch) throws -> SpawnedTool {
        let dossier =
            try String(contentsOf: SignalTests.favorable, encoding: .utf8)
            .replacing(#/\n */#, with: " ") + "\n"
        try folder.write(String(repeating: dossier, count: 100), to: "d.ndjson")
        while true {
            try folder.write("ancien", to: "avis.json")
            let run = try start("d.ndjson", in: folder, errors: errors)
            while try folder.aside().isEmpty, run.isRunning {}
            run.stop()
            if try !folder.aside().isEmpty { return run }
            run.send(SIGCONT)
            #expect(run.wait() == 0)
        }
    }

    @Test(arguments: [SIGHUP, SIGINT, SIGTERM])
    func `a run that is ended while it writes leaves the whole result and nothing aside`(
        signal: Int32
    ) throws {
        let (folder, errors) = (try Scratch(), try Scratch())
        let run = try stopWhileWriting(in: folder, errors: errors)
        #expect(try folder.read("avis.json") == "ancien")

        run.send(signal)
        run.send(SIGCONT)

        #expect(run.wait() & 0x7F == signal)
        #expect(try errors.read("erreurs") == "")
        let verdicts = try JSONSerialization.jsonObject(
            with: Data(folder.read("avis.json").utf8))
        #expect((verdicts as? [Any])?.count == 100)
        #expect(try folder.everything() == ["avis.json", "d.ndjson"])
    }

    @Test
    func `a run that is killed while it writes leaves the former result, and hinders no other`()
        throws
    {
        let (folder, errors) = (try Scratch(), try Scratch())
        let run = try stopWhileWriting(in: folder, errors: errors)

        run.send(SIGKILL)
        #expect(run.wait() == SIGKILL)
        #expect(try folder.read("avis.json") == "ancien")
        #expect(try folder.aside().count == 1)
        let next = try start("d.ndjson", in: folder, errors: errors)

        #expect(next.wait() == 0)
        #expect(try folder.read("avis.json").hasPrefix("["))
        #expect(try folder.aside().count == 1)
    }
}

extension Scratch {
    /// The names of files that are being written.
    fileprivate func aside() throws -> [String] {
        try everything().filter { $0.hasSuffix(".partiel") }
    }
}
