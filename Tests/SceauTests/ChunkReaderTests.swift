// Tests of how files are cut into lines, whatever the pieces in which they are read.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Testing

@testable import sceau

struct ChunkReaderTests {
    /// The lines of a file with their numbers, as the reader cuts them.
    private func lines(
        _ path: String, limit: Int = FileAccess.largest
    ) throws -> [(number: Int?, text: DossierText)] {
        var reader = ChunkReader([DossierInput(.file(path), .lines)], limit: limit)
        var found: [(Int?, DossierText)] = []
        while let chunk = try reader.next() {
            for text in chunk.indices.map({ chunk.text($0, limit: limit) }) {
                found.append((text.place.line, text))
            }
        }
        return found
    }

    @Test(arguments: ["\n", "\r\n"])
    func `lines of any length are whole, around the size of a piece as well`(end: String) throws {
        let folder = try Scratch()
        let lengths = [
            0, 1, 65_534, 65_535, 65_536, 65_537, 3, 131_070, 131_071, 131_072, 0, 0, 400_000, 7,
        ]
        let expected = lengths.enumerated().map { index, length in
            String(repeating: String(index % 10), count: length)
        }
        let path = try folder.write(expected.map { $0 + end }.joined(), to: "d.ndjson")

        let found = try lines(path)

        #expect(found.map(\.number) == Array(1...lengths.count))
        #expect(found.map { String(decoding: $0.text.source.bytes, as: UTF8.self) } == expected)
    }

    @Test func `the last line needs no end, and no line is made of nothing`() throws {
        let folder = try Scratch()

        let cut = try lines(try folder.write("a\nb", to: "a.ndjson"))
        let ended = try lines(try folder.write("a\nb\n", to: "b.ndjson"))
        let none = try lines(try folder.write("", to: "c.ndjson"))

        #expect(cut.map { $0.text.source.bytes } == [[0x61], [0x62]])
        #expect(ended.map { $0.text.source.bytes } == [[0x61], [0x62]])
        #expect(none.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n"])
    func `a line as long as a dossier is taken, and one byte more is too long`(
        end: String
    ) throws {
        let folder = try Scratch()
        let (most, more) = (
            String(repeating: "a", count: 70_000), String(repeating: "b", count: 70_001)
        )
        let endless = String(repeating: "c", count: 900_000)
        let path = try folder.write(
            [most, more, "d", endless, "e", endless].map { $0 + end }.joined(), to: "d.ndjson")

        let found = try lines(path, limit: 70_000)

        let long = "dossier.ligne-trop-longue"
        #expect(found.map(\.number) == Array(1...6))
        #expect(found.map { $0.text.fault?.code } == [nil, long, nil, long, nil, long])
        #expect(found.map { $0.text.source.bytes.count } == [70_000, 80, 1, 80, 1, 80])
        #expect(found.map { $0.text.fault?.location.start.line } == [nil, 2, nil, 4, nil, 6])
    }

    /// A text, and the numbers of the lines that it is cut into; nil for the whole of it.
    private static let texts: [(text: String, numbers: [Int?])] = [
        ("{\"a\": 1}\n{\"a\": 2}\n", [1, 2]), ("\n{\"a\": 1}\r\n{\"a\": 2}", [1, 2, 3]),
        ("{\"a\": 1}\nx", [1, 2]), ("{\"a\": 1}\n", [nil]), ("{\n\"a\": 1\n}\n", [nil]),
        ("{\"a\": {\"b\": 1}\n, \"c\": 2}", [nil]), ("", [nil]),
    ]

    @Test(arguments: texts)
    func `an input whose first line is an object with more after it is read by lines`(
        text: String, numbers: [Int?]
    ) throws {
        let folder = try Scratch()
        let path = try folder.write(text, to: "d")

        var reader = ChunkReader([DossierInput(.file(path), .either)])
        var found: [Int?] = []
        while let chunk = try reader.next() { found += chunk.indices.map { chunk.place($0).line } }

        #expect(found == numbers)
    }

    @Test func `an input in one piece is as long as a dossier may be, and no longer`() throws {
        let folder = try Scratch()
        let path = try folder.write("{\n" + String(repeating: " ", count: 200_000), to: "d")

        var long = ChunkReader([DossierInput(.file(path), .either)], limit: 100_000)
        var fitting = ChunkReader([DossierInput(.file(path), .either)])

        #expect(throws: FileError(path, .tooLarge)) { _ = try long.next() }
        let after = try long.next()
        let whole = try fitting.next()
        #expect(after?.size == nil)
        #expect(whole?.size == 200_002)
    }
}
