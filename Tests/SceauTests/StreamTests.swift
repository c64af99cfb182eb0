// Tests of batches that flow: what is read, held and written at once.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct StreamTests {
    /// An example on one line, with its end.
    private static var line: String {
        get throws {
            try String(
                contentsOf: Repository.root.appending(path: "examples/dunkerque-dechets.json"),
                encoding: .utf8
            ).replacing(#/\n */#, with: " ") + "\n"
        }
    }

    /// `sceau evaluate` on standard input, both of its ends at hand.
    private struct FlowingRun {
        let process = Process()
        let input = Pipe()
        let output = Pipe()

        init(_ arguments: String...) throws {
            process.executableURL = Repository.binaries.appending(path: "sceau")
            process.arguments =
                ["evaluate", "-", "--format", "ndjson", "--le", "2022-12-05"] + arguments
            process.currentDirectoryURL = Repository.root
            process.standardInput = input
            process.standardOutput = output
            try process.run()
        }

        /// The next line of the result, read byte by byte so that no more is taken.
        func readLine() -> String {
            var bytes: [UInt8] = []
            var byte: UInt8 = 0
            while read(output.fileHandleForReading.fileDescriptor, &byte, 1) == 1 {
                if byte == 0x0A { break }
                bytes.append(byte)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    // MARK: - Both ways

    @Test(.timeLimit(.minutes(1)), arguments: ["1", "3"])
    func `each line is answered before the next one is there`(jobs: String) throws {
        let run = try FlowingRun("--bref", "--jobs", jobs)

        for number in ["A", "B", "C"] {
            let line = try StreamTests.line.replacing("EX-001", with: number)
            try run.input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
            #expect(run.readLine().hasPrefix("{\"numero\":\"\(number)\","))
        }

        try run.input.fileHandleForWriting.close()
        #expect(run.readLine() == "")
        run.process.waitUntilExit()
        #expect(run.process.terminationStatus == 0)
    }

    @Test(.timeLimit(.minutes(2)), arguments: ["1", "3"])
    func `a result that nobody reads stops the reading, and nothing is lost`(
        jobs: String
    ) throws {
        let blanks = String(repeating: " ", count: 10_000)
        let line = try StreamTests.line.replacing(",", with: "," + blanks, maxReplacements: 1)
        let count = 4 * (1 << 20) / line.utf8.count
        let whole = Data(String(repeating: line, count: count).utf8)
        let run = try FlowingRun("--jobs", jobs)
        let writer = run.input.fileHandleForWriting.fileDescriptor
        #expect(fcntl(writer, F_SETFL, O_NONBLOCK) == 0)

        // A run that is slower than the wait only makes less of what is taken.
        var taken = 0
        var request = pollfd(fd: writer, events: Int16(POLLOUT), revents: 0)
        while taken < whole.count, poll(&request, 1, 3_000) > 0 {
            let sent = whole[taken...].prefix(4_096).withUnsafeBytes {
                write(writer, $0.baseAddress, $0.count)
            }
            if sent > 0 { taken += sent }
        }

        #expect(taken < 1 << 20)
        #expect(fcntl(writer, F_SETFL, 0) == 0)
        let rest = whole[taken...]
        let input = run.input.fileHandleForWriting
        DispatchQueue.global().async {
            try? input.write(contentsOf: rest)
            try? input.close()
        }
        let output = try run.output.fileHandleForReading.readToEnd() ?? Data()
        run.process.waitUntilExit()
        #expect(output.count { $0 == 0x0A } == count)
        #expect(run.process.terminationStatus == 0)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["1", "2"])
    func `a reader that goes away ends a batch that has no end`(jobs: String) throws {
        let run = try Tool.shell(
            """
            { yes '{}' | sceau evaluate - --format ndjson --jobs \(jobs); echo $? >&2; } \
            | head -c 9
            """)

        #expect(run.output == "{\"schema\"")
        #expect(["0\n", "65\n"].contains(run.errors))
    }

    // MARK: - Memory

    /// The most memory that a run takes, in KiB.
    private func peak(_ file: String, _ folder: Scratch) throws -> Int {
        let run = try SpawnedTool(
            [
                "evaluate", file, "--le", "2022-12-05", "--jobs", "1",
                "-o", folder.url.appending(path: "avis").path,
                "--policies", Repository.root.appending(path: "policies").path,
            ], errors: folder.url.appending(path: "erreurs"))
        let (status, usage) = run.waitForUsage()
        #expect(status == 0)
        return usage.ru_maxrss
    }

    @Test func `20 MB take no more memory than 2 MB`() throws {
        let folder = try Scratch()
        let text = String(repeating: "eau ", count: 10_000)
        let line = try StreamTests.line.replacing("EX-001", with: text)
        let (small, large) = (
            try folder.write(String(repeating: line, count: 50), to: "a.ndjson"),
            try folder.write(String(repeating: line, count: 500), to: "b.ndjson")
        )

        let peaks = try [small, large].map { try peak($0, folder) }

        #expect(try folder.read("avis").count { $0 == "\n" } == 500)
        #expect(peaks[1] < peaks[0] + 4_096)
    }

    // MARK: - Signals

    @Test(arguments: [SIGHUP, SIGINT, SIGTERM])
    func `a batch that is ended half-way leaves the former result and nothing aside`(
        signal: Int32
    ) throws {
        let (folder, errors) = (try Scratch(), try Scratch())
        try folder.write("ancien", to: "avis.ndjson")
        let pipe = folder.url.appending(path: "tube.ndjson").path
        #expect(mkfifo(pipe, 0o600) == 0)
        let run = try SpawnedTool(
            [
                "evaluate", pipe, "--le", "2022-12-05",
                "-o", folder.url.appending(path: "avis.ndjson").path,
                "--policies", Repository.root.appending(path: "policies").path,
            ], errors: errors.url.appending(path: "erreurs"))
        let writer = open(pipe, O_WRONLY)
        let line = Array(try StreamTests.line.utf8)
        #expect(write(writer, line, line.count) == line.count)
        // The first verdict is written aside while the next dossier is waited for.
        while try folder.everything().count < 3, run.isRunning {}
        #expect(run.isRunning)

        run.send(signal)

        #expect(run.wait() & 0x7F == signal)
        close(writer)
        #expect(try errors.read("erreurs") == "")
        #expect(try folder.read("avis.ndjson") == "ancien")
        #expect(try folder.everything() == ["avis.ndjson", "tube.ndjson"])
    }

    @Test func `a batch that was started to outlive its terminal goes on`() throws {
        let folder = try Scratch()
        let file = try folder.write(try StreamTests.line, to: "d.ndjson")

        let run = try Tool.shell(
            """
            trap '' HUP; cd '\(folder.url.path)'; mkfifo tube.ndjson
            sceau evaluate tube.ndjson -o avis --le 2022-12-05 \
              --policies '\(Repository.root.appending(path: "policies").path)' &
            exec 3> tube.ndjson; cat '\(file)' >&3
            while test "$(ls -A | wc -l)" -lt 3; do :; done
            kill -HUP $!; cat '\(file)' >&3; exec 3>&-
            wait $!; echo $?; grep -c . avis
            """)

        #expect(run.output == "0\n2\n")
        #expect(run.errors == "")
    }

    // MARK: - Closed streams

    @Test func `what is said on a closed stream never gets into the result`() throws {
        let folder = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "policies"),
            to: folder.url.appending(path: "policies"))
        try folder.write(
            """
            local function tombe(x)
              error("non")
            end
            critere "X-01" {
              titre = "T", source = "S",
              exige = tombe(nombre(dossier.expertises)) == 1,
              sinon = refus "non",
            }

            """, to: "policies/expe-ct/essai.lua")
        try folder.write(try StreamTests.line, to: "d.ndjson")
        let command = "sceau evaluate d.ndjson --le 2022-12-05"

        let open = try Tool.shell(command, in: folder.url)
        let closed = try Tool.shell("\(command) -o avis <&- >&- 2>&-", in: folder.url)

        #expect(open.errors.contains("règle X-01"))
        #expect([open.status, closed.status] == [78, 78])
        #expect(try folder.read("avis") == open.output)
    }
}
