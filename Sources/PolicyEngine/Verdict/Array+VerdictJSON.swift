// The values of verdicts as JSON bytes.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

extension [UInt8] {
    /// Appends a key with what stands around it, and a text.
    mutating func append(key: String, _ text: String) {
        append(contentsOf: key.utf8)
        appendJSON(text)
    }

    /// Appends a key with what stands around it, and a text or null.
    mutating func append(key: String, _ text: String?) {
        append(contentsOf: key.utf8)
        append(text) { $1.appendJSON($0) }
    }

    /// Appends a key with what stands around it, and a list of texts.
    mutating func append(key: String, _ texts: [String]) {
        append(key: key, texts) { $1.appendJSON($0) }
    }

    /// Appends a key with what stands around it, and a list.
    mutating func append<Item>(
        key: String, _ items: [Item], item write: (Item, inout [UInt8]) -> Void
    ) {
        append(contentsOf: key.utf8)
        append(UInt8(ascii: "["))
        append(items, item: write)
        append(UInt8(ascii: "]"))
    }

    /// Appends what stands between the brackets of a list.
    mutating func append<Item>(_ items: [Item], item write: (Item, inout [UInt8]) -> Void) {
        for index in items.indices {
            if index > 0 { append(UInt8(ascii: ",")) }
            write(items[index], &self)
        }
    }

    /// Appends a value, or null when there is none.
    mutating func append<Value>(_ value: Value?, _ write: (Value, inout [UInt8]) -> Void) {
        if let value { write(value, &self) } else { append(contentsOf: "null".utf8) }
    }

    /// Appends what stands between the braces of an object of named values.
    mutating func appendMembers(_ values: [NamedValue]) {
        append(values) { value, output in
            output.appendJSON(value.name)
            output.append(UInt8(ascii: ":"))
            output.appendJSON(value.value)
        }
    }

    /// Appends a number of points, as an integer when it is whole; null when there is none.
    mutating func append(points: Double?) {
        append(points) { number, output in
            if let whole = Int64(exactly: number) {
                output.appendJSON(whole)
            } else {
                output.appendJSON(number)
            }
        }
    }

    /// Appends a day as the text `yyyy-mm-dd`.
    mutating func appendJSON(_ day: Day) {
        append(UInt8(ascii: "\""))
        day.appendISO(to: &self)
        append(UInt8(ascii: "\""))
    }

    /// Appends a value: a duration in ISO 8601 (`P36M`, `P15D`), a list as its length.
    mutating func appendJSON(_ value: ShownValue) {
        switch value {
        case .text(let text): appendJSON(text)
        case .integer(let number), .list(let number): appendJSON(number)
        case .decimal(let number): appendJSON(number)
        case .boolean(let flag): appendJSON(flag)
        case .day(let day): appendJSON(day)
        case .months(let count): appendDuration(count, "M")
        case .days(let count): appendDuration(count, "D")
        case .opaque: append(contentsOf: "null".utf8)
        }
    }

    /// Appends the value of a parameter.
    mutating func appendJSON(_ constant: Constant) {
        switch constant {
        case .text(let text): appendJSON(text)
        case .integer(let number): appendJSON(number)
        case .decimal(let number): appendJSON(number)
        case .boolean(let flag): appendJSON(flag)
        case .day(let day): appendJSON(day)
        case .list(let elements):
            append(key: "", elements) { $1.appendJSON($0) }
        }
    }

    private mutating func appendDuration(_ count: Int64, _ unit: Unicode.Scalar) {
        append(contentsOf: "\"P".utf8)
        appendJSON(count)
        append(UInt8(ascii: unit))
        append(UInt8(ascii: "\""))
    }
}
