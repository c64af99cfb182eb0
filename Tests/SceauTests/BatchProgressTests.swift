// Tests of what a batch shows on a terminal, and nowhere else.
// SPDX-License-Identifier: MIT

import Foundation
import PolicyEngine
import Testing

@testable import sceau

struct BatchProgressTests {
    // MARK: - Texts

    struct Moment: CustomTestStringConvertible {
        let dossiers: Int
        let bytes: Int
        let size: Int?
        let time: Duration
        let text: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Moment(
            dossiers: 1, bytes: 10, size: 1000, time: .seconds(1),
            text: "░░░░░░░░░░░░░░░░░░░░ 1\u{A0}% · 1 dossier · 1 par seconde · encore "
                + "1\u{A0}min 39\u{A0}s"),
        Moment(
            dossiers: 12_000, bytes: 400, size: 1000, time: .seconds(4),
            text: "████████░░░░░░░░░░░░ 40\u{A0}% · 12\u{202F}000 dossiers · 3\u{202F}000 par "
                + "seconde · encore 6\u{A0}s"),
        Moment(
            dossiers: 5, bytes: 1, size: 10_000, time: .seconds(1),
            text: "░░░░░░░░░░░░░░░░░░░░ 0\u{A0}% · 5 dossiers · 5 par seconde · encore "
                + "2\u{A0}h 46\u{A0}min"),
        // A file that grew while it was read.
        Moment(
            dossiers: 3, bytes: 2000, size: 1000, time: .seconds(1),
            text: "████████████████████ 100\u{A0}% · 3 dossiers · 3 par seconde · encore 0\u{A0}s"),
        Moment(
            dossiers: 90, bytes: 2000, size: nil, time: .milliseconds(1500),
            text: "90 dossiers · 60 par seconde"),
    ])
    func `the line says how far the batch has come`(moment: Moment) {
        let text = BatchProgress.text(
            moment.dossiers, bytes: moment.bytes, of: moment.size, after: moment.time)

        #expect(text == moment.text)
    }

    @Test func `the summary counts each opinion and what has none`() {
        var tally = BatchTally()
        tally.counts = [.favorable: 1500, .aExaminer: 1000, .defavorable: 1]
        tally.faults = 2

        let text = BatchProgress.summary(tally, after: .milliseconds(2400))

        #expect(
            text
                == "2\u{202F}501 dossiers évalués · 1\u{202F}500 favorables · "
                + "1\u{202F}000 à examiner · 1 défavorable · 2 sans avis · 3\u{A0}s · 1\u{202F}042 par seconde"
        )
    }

    // MARK: - On a terminal

    /// What a run says whose standard error is a terminal.
    private func terminal(_ arguments: String, input: String, in folder: Scratch) throws -> String {
        let policies = Repository.root.appending(path: "policies").path
        let tool = Repository.binaries.appending(path: "sceau").path
        try folder.write(input, to: "d.ndjson")
        try folder.write(
            "exec '\(tool)' evaluate d.ndjson --le 2022-12-05 --policies '\(policies)' \(arguments)\n",
            to: "commande.sh")
        // `script` gives its command a terminal for all three streams.
        let run = try Tool.shell("script -qec 'sh commande.sh' /dev/null", in: folder.url)
        #expect(run.status == 0)
        return run.output
    }

    private var line: String {
        get throws {
            try String(
                contentsOf: Repository.root.appending(path: "examples/dunkerque-dechets.json"),
                encoding: .utf8
            ).replacing(#/\n */#, with: " ") + "\n"
        }
    }

    @Test func `a terminal shows the line while the result goes elsewhere, then the summary`()
        throws
    {
        let folder = try Scratch()
        let input = String(repeating: try line, count: 3)

        let toFile = try terminal("-o avis", input: input, in: folder)
        let toPipe = try terminal("| cat > avis2", input: input, in: folder)
        let toTerminal = try terminal("", input: input, in: folder)

        for shown in [toFile, toPipe] {
            #expect(shown.hasPrefix("\r\u{1B}[K████████████████████ 100\u{A0}% · 3 dossiers · "))
            #expect(shown.contains("\r\u{1B}[K3 dossiers évalués · 3 favorables · "))
        }
        #expect(!toTerminal.contains("\u{1B}[K"))
        #expect(toTerminal.contains("\n3 dossiers évalués · 3 favorables · "))
        #expect(try folder.read("avis") == (try folder.read("avis2")))
    }
}
