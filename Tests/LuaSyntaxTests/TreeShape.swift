// What a tree says, without where: for comparing trees.
// SPDX-License-Identifier: MIT

/// A text that two trees share when they differ only in places and in how strings are written.
func shape(of value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    if value is Range<Int> { return "" }
    guard !mirror.children.isEmpty else { return String(describing: value) }
    let parts = mirror.children.compactMap { child -> String? in
        let placeOnly = ["range", "operatorRange", "offsets", "isLong"]
        if let label = child.label, placeOnly.contains(label) { return nil }
        return (child.label.map { "\($0): " } ?? "") + shape(of: child.value)
    }
    return "\(type(of: value))(" + parts.joined(separator: ", ") + ")"
}
