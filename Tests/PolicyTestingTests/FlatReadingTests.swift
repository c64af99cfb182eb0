// The flat reader agrees with the full one on drawn dossiers, whole and spoilt.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyEngine
import PolicyTesting
import Testing

struct FlatReadingTests {
    /// Whether the flat reader accepts; a difference from the full reader is an issue.
    private func agrees(_ flat: inout FlatDossier, _ bytes: [UInt8]) -> Bool {
        guard flat.read(bytes, in: bytes.indices) else { return false }
        do throws(DiagnosticsError) {
            let dossier = try Dossier.read(
                SourceText(path: "tiré.json", bytes: bytes), schema: .standard)
            let isSame =
                flat.facts == dossier.facts && dossier.reasons.isEmpty
                && String(decoding: flat.bytes[flat.numero], as: UTF8.self) == dossier.numero
                && flat.deposeLe == dossier.deposeLe
                && Fingerprint.of(bytes[flat.object]) == dossier.fingerprint
            if !isSame { Issue.record("other facts: \(String(decoding: bytes, as: UTF8.self))") }
        } catch {
            let messages = error.diagnostics.map(\.message)
            Issue.record("\(messages): \(String(decoding: bytes, as: UTF8.self))")
        }
        return true
    }

    private func generator(seed: UInt64) throws -> DossierGenerator {
        let regime = try Policy.load(SmallPolicy.source()).regime(id: "essai")
        return DossierGenerator(
            seed: seed, schema: .standard, regime: try #require(regime).declaration)
    }

    @Test(arguments: 0..<8)
    func `drawn dossiers are all read, to the same facts`(seed: UInt64) throws {
        var generator = try generator(seed: seed)
        var flat = FlatDossier(FlatSchema(.standard, keeping: { _ in true }))

        let read = (0..<FlatReadingTests.count).filter { number in
            let json = generator.dossier(numero: "T-\(number)").json
            let style = number % 2 == 0 ? JSONValue.Style.compact : .pretty
            return agrees(&flat, Array(json.encoded(style: style).utf8))
        }

        #expect(read.count == FlatReadingTests.count)
    }

    @Test(arguments: 0..<8)
    func `a spoilt dossier is never read to other facts`(seed: UInt64) throws {
        var generator = try generator(seed: seed)
        var random = SplitMix64(seed: seed)
        var flat = FlatDossier(FlatSchema(.standard, keeping: { _ in true }))
        var accepted = 0

        for number in 0..<4 * FlatReadingTests.count {
            var bytes = Array(generator.dossier(numero: "T-\(number)").json.encoded().utf8)
            for _ in 0...Int.random(in: 0...2, using: &random) {
                Spoiling.spoil(&bytes, using: &random)
            }
            if agrees(&flat, bytes) { accepted += 1 }
        }

        #expect(accepted > 0)
    }

    /// How many dossiers are drawn for one seed; a variable of the environment asks for more.
    private static let count =
        ProcessInfo.processInfo.environment["SCEAU_DRAWN"].flatMap { Int($0) } ?? 100
}

/// Ways to change a dossier that leave much of it right.
private enum Spoiling {
    private static let values = [
        "null", "true", "false", "0", "-1", "1.5", "2019", "1e2", "[]", "{}", "[null]", "\"\"",
        "\" \"", "\"eau\"", "\"FR\"", "\"2024-02-29\"", "\"2020-07-08T23:30+02:00\"",
        "\"commune\"", "\"autre\"", "\"404833048\"", "\"73282932000074\"", "\"73282932000075\"",
        "\"\\u00e9\"", "\"\\n\"", "\"\\u0000\"", "\"\u{301}\"", "\"\u{FEFF}\"", "\"«\u{202F}»\"",
        "{\"inconnu\":\"?\"}", "{\"pays\":null}", "[{\"pays\":null}]", "[{}]", "[[]]",
    ]
    private static let inserted = Array(
        "{}[],:\"\\/0123456789-+.eEntrufalsé \n\t\u{0}\u{7F}…œ#".utf8)

    static func spoil(_ bytes: inout [UInt8], using random: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...12, using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = inserted.randomElement(using: &random) ?? 0
        case 2: bytes.insert(inserted.randomElement(using: &random) ?? 0, at: place)
        case 3: bytes.removeSubrange(place..<end)
        case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
        default: replaceValue(after: place, in: &bytes, using: &random)
        }
    }

    /// Puts another value in place of the next one.
    private static func replaceValue(
        after place: Int, in bytes: inout [UInt8], using random: inout SplitMix64
    ) {
        guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")),
            let end = bytes[colon...].dropFirst().firstIndex(where: { ",]}".utf8.contains($0) }),
            let value = values.randomElement(using: &random)
        else { return }
        bytes.replaceSubrange(colon + 1..<end, with: Array(value.utf8))
    }
}
