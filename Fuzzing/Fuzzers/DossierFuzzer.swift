// Dossiers: every fault inside the text, and the facts of an accepted one survive; the flat reader
// accepts nothing else.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// Fuzzes `Dossier.read`.
enum DossierFuzzer {
    /// Reads the bytes as a dossier.
    static func run(_ bytes: [UInt8]) {
        let source = SourceText(path: "a.json", bytes: bytes)
        var flat = FlatDossier(flatSchema)
        let isFlat = flat.read(bytes, in: bytes.indices)
        do throws(DiagnosticsError) {
            let dossier = try Dossier.read(source, schema: .standard)
            expectSurviving(dossier)
            guard isFlat else { return }
            expect(flat.facts == dossier.facts && dossier.reasons.isEmpty, "other flat facts")
            expect(flat.deposeLe == dossier.deposeLe, "another flat day")
            expect(Fingerprint.of(bytes[flat.object]) == dossier.fingerprint, "another flat object")
        } catch {
            expect(!isFlat, "read flat, though refused: \(error.diagnostics)")
            expect(!error.diagnostics.isEmpty, "refused without a fault")
            expect(error.diagnostics == error.diagnostics.sorted(), "not sorted")
            source.expectSound(error.diagnostics)
        }
    }

    private static let flatSchema = FlatSchema(.standard, keeping: { _ in true })

    /// Expects the same dossier when its facts and reasons are written and read again.
    private static func expectSurviving(_ dossier: Dossier) {
        let schema = JSONValue.Member("schema", "sceau/dossier/1")
        let text = JSONValue.object([schema] + dossier.facts.members).encoded()
        do throws(DiagnosticsError) {
            let again = try Dossier.read(SourceText(path: "b.json", text: text), schema: .standard)
            expect(again.facts == dossier.facts, "other facts: \(text)")
            expect(again.depositFacts == dossier.depositFacts, "other number or day: \(text)")
        } catch {
            fatalError("finding: written again, it is refused: \(error.diagnostics)")
        }
        for path in dossier.reasons.keys {
            expect(!path.isEmpty && path.utf8.allSatisfy { $0 < 0x80 }, "a reason at \(path)")
        }
    }
}

extension Dossier {
    fileprivate var depositFacts: [String] { [numero, deposeLe.iso] }
}

extension FactRecord {
    /// The facts as members of a JSON object.
    fileprivate var members: [JSONValue.Member] {
        fields.map { JSONValue.Member($0.key, $0.value.json) }
    }
}

extension Fact {
    /// The fact as it stands in a dossier.
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let value): .integer(value)
        case .decimal(let value): .number(value)
        case .boolean(let value): .boolean(value)
        case .day(let day): .string(day.iso)
        case .list(let facts): .array(facts.map(\.json))
        case .record(let record): .object(record.members)
        }
    }
}
