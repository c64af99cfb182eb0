// Plain command lines mean what the option parser makes of them.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Testing

@testable import sceau

struct EvaluationRequestTests {
    private static let plain = [
        "evaluate a.json",
        "evaluer a.json b.json dossiers",
        "evaluate a.json --le 2020-07-10 --regime expe-ct --policies ailleurs",
        "evaluate --format=json a.json --csv excel --jobs 2 --jobs 3",
        "evaluate a.ndjson --bref --bref --exit-verdict --color always",
        "evaluate --avec x=1 --avec=collectivite.population= a.json --avec y==2",
        "evaluate a.json -o sortie --output=autre --color=never b=c.json",
        "evaluate --format texte --format ndjson a.json",
        "evaluate --policies=p=q help.json à.json",
    ]

    @Test(arguments: plain)
    func `a plain command line is read as the parser reads it`(line: String) throws {
        let words = line.split(separator: " ").map(String.init)

        let read = try #require(EvaluationRequest(plain: words))

        let parsed = try EvaluateCommand.parse(Array(words.dropFirst()))
        #expect("\(read)" == "\(parsed.request)")
    }

    private static let others = [
        "", "check a.json", "evaluate", "evaluate --bref", "evaluate a.json --help",
        "evaluate a.json -h", "evaluate -", "evaluate a.json --", "evaluate a.json --forma json",
        "evaluate a.json --format jsn", "evaluate a.json --format", "evaluate a.json --jobs deux",
        "evaluate a.json --format= json", "evaluate a.json --le --bref", "evaluate a.json -osortie",
        "evaluate a.json -o=sortie", "evaluate a.json --bref=oui", "evaluate a.json --color rouge",
        "evaluate a.json --csv", "evaluate a.json --generate-completion-script",
        "evaluate a.json --jobs=-1", "evaluate a.json --avec",
    ]

    @Test(arguments: others)
    func `what needs an answer is left to the parser`(line: String) {
        let words = line.split(separator: " ").map(String.init)

        #expect(EvaluationRequest(plain: words) == nil)
    }

    @Test(arguments: [["evaluate", ""], ["evaluate", "a.json", "--output", ""]])
    func `an empty word is left to the parser`(words: [String]) {
        #expect(EvaluationRequest(plain: words) == nil)
    }
}
