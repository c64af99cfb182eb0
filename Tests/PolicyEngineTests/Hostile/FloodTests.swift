// Files with more faults than anyone reads: the first hundred are told, quickly.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

struct FloodTests {
    /// A text of rules with 300 faults of one kind.
    struct Flood: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
    }

    @Test(arguments: [
        Flood(
            testDescription: "unused locals",
            text: (1...300).map { "local a\($0) = 1\n" }.joined()),
        Flood(
            testDescription: "unknown names",
            text: "local t = { " + (1...300).map { "x\($0)y" }.joined(separator: ", ") + " }\n"),
        Flood(
            testDescription: "repeated identifiers",
            text: (1...301).map { _ in
                "signalement \"S\" { titre = \"T\", source = \"S\", si = true, message = \"M\" }\n"
            }.joined()),
    ])
    func `a hundred faults of a file are told, the first ones, and that others follow`(
        _ flood: Flood
    ) {
        let found = Policy.check(Trial.source(flood.text))

        let places = found.map { $0.location.start }
        #expect(found.count == 100)
        #expect(places == places.sorted())
        #expect((places.last?.line ?? 0) <= 102)
        let more = "d’autres erreurs suivent, qui ne sont pas montrées"
        #expect(found.filter { $0.notes.contains(more) }.count == 1)
    }

    @Test
    func `a verdict does not hold more text than sixteen mebibytes`() throws {
        let rules = (1...300).map { number in
            """
            critere "C-\(number)" {
              titre = "Essai", source = "Essai", exige = false, sinon = refus "{long('x')}",
            }
            """
        }
        let trial = try Trial(
            """
            local function long(t)
              for _ = 1, 16 do t = t .. t end
              return t
            end

            """ + rules.joined(separator: "\n"))

        let verdict = try trial.verdict()

        let held = verdict.regles.filter { $0.outcome == .nonSatisfaite }
        #expect(held.count == 256)
        #expect(held.map(\.id) == (1...256).map { "C-\($0)" })
        let failed = try verdict.result("C-257")
        #expect(failed.outcome == .enErreur)
        #expect(failed.motif?.contains("trop de texte") == true)
    }
}
