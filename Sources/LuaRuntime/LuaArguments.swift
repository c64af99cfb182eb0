// Arguments written straight into what crosses, without values in between.
// SPDX-License-Identifier: MIT

internal import CLuaShim

/// The arguments of one call; its room is kept from one call to the next.
///
/// Records, lists and boxes are tables under the metatables that the machine's trusted text has
/// named with `shapes`, which numbers the keys of records too. What is announced (fields, items)
/// must follow, or the call fails with an error of kind `fault`.
public struct LuaArguments {
    private var writer = FlatWriter()
    /// One argument by its nodes, each before those that it holds.
    private var nodes: [shim_node] = []
    /// Where the nodes' texts stand.
    private var texts: [UInt8] = []

    /// Nothing as yet.
    public init() {}

    /// Forgets what was written.
    public mutating func removeAll() {
        writer.reset()
        nodes.removeAll(keepingCapacity: true)
        texts = []
    }

    /// Adds any value.
    ///
    /// - Throws: `LuaError` of kind `fault` when tables nest too deep to cross.
    public mutating func append(_ value: LuaValue) throws(LuaError) { try writer.append([value]) }

    /// Adds an integer.
    public mutating func append(integer: Int64) {
        writer.append(tag: SHIM_INTEGER, UInt64(bitPattern: integer))
    }

    /// Adds a float.
    public mutating func append(number: Double) {
        writer.append(tag: SHIM_NUMBER, number.bitPattern)
    }

    /// Adds a Boolean.
    public mutating func append(boolean: Bool) {
        writer.append(tag: boolean ? SHIM_TRUE : SHIM_FALSE)
    }

    /// Adds a text in UTF-8.
    public mutating func append(text: ArraySlice<UInt8>) {
        writer.append(tag: SHIM_STRING)
        writer.append(text: text)
    }

    /// Adds a text.
    public mutating func append(text: String) {
        writer.append(tag: SHIM_STRING)
        writer.append(text: text)
    }

    /// Adds the one table that stands for an integer.
    public mutating func append(box integer: Int64) {
        writer.append(tag: SHIM_BOX, UInt64(bitPattern: integer))
    }

    /// Begins a list; as many values must follow.
    public mutating func beginList(count: Int) {
        writer.append(tag: SHIM_LIST)
        writer.append(number: UInt32(truncatingIfNeeded: count))
    }

    /// Begins a record with an identity, which the trusted text finds in it, 0 for none; as many keys
    /// must follow, each with its value.
    public mutating func beginRecord(identity: Int, fields: Int) {
        writer.append(tag: SHIM_RECORD)
        writer.append(number: UInt32(truncatingIfNeeded: identity))
        writer.append(number: UInt32(truncatingIfNeeded: fields))
    }

    /// Adds the key of the next field of a record, by its number from 1.
    public mutating func append(key: Int) {
        writer.append(number: UInt32(truncatingIfNeeded: key))
    }

    /// Lends what was written to the shim for the length of one call.
    func withShimArguments<Result>(_ body: (shim_arguments) -> Result) -> Result {
        unsafe writer.bytes.withShimBytes { values in
            unsafe texts.withShimBytes { texts in
                unsafe nodes.withUnsafeBufferPointer { nodes in
                    unsafe body(
                        shim_arguments(
                            values: values, nodes: nodes.baseAddress, node_count: nodes.count,
                            texts: texts))
                }
            }
        }
    }
}

// MARK: - Trees

extension LuaArguments {
    /// What a node of a tree is.
    public enum Node: Sendable {
        case boolean(Bool)
        case integer(Int64)
        case number(Double)
        /// Bytes of the tree's texts, in UTF-8.
        case text(start: Int, length: Int)
        case box(Int64)
        /// How many items follow.
        case list(count: Int)
        /// A record with an identity, which the trusted text finds in it; 0 for none.
        case record(identity: Int)
    }

    /// Adds an argument whose nodes come one by one, each before those that it holds; the last
    /// argument of that kind counts.
    public mutating func beginTree(texts: [UInt8]) {
        writer.append(tag: SHIM_TREE)
        nodes.removeAll(keepingCapacity: true)
        self.texts = texts
    }

    /// Adds a node to the tree, under a key of the record around it.
    ///
    /// - Returns: its place; what a list or a record holds is ended by `endNode(at:)`.
    @discardableResult
    public mutating func append(_ node: Node, key: Int) -> Int {
        var raw = shim_node(tag: 0, key: UInt32(truncatingIfNeeded: key), end: 0, value: 0)
        switch node {
        case .boolean(let value): raw.tag = UInt8(value ? SHIM_TRUE : SHIM_FALSE)
        case .integer(let integer): (raw.tag, raw.value) = (UInt8(SHIM_INTEGER), integer)
        case .number(let number):
            (raw.tag, raw.value) = (UInt8(SHIM_NUMBER), Int64(bitPattern: number.bitPattern))
        case .text(let start, let length):
            (raw.tag, raw.value) = (UInt8(SHIM_STRING), Int64(start))
            raw.end = UInt32(truncatingIfNeeded: length)
        case .box(let integer): (raw.tag, raw.value) = (UInt8(SHIM_BOX), integer)
        case .list(let count): (raw.tag, raw.value) = (UInt8(SHIM_LIST), Int64(count))
        case .record(let identity): (raw.tag, raw.value) = (UInt8(SHIM_RECORD), Int64(identity))
        }
        nodes.append(raw)
        return nodes.count - 1
    }

    /// Ends a list or a record: what comes is beside it.
    public mutating func endNode(at place: Int) {
        nodes[place].end = UInt32(truncatingIfNeeded: nodes.count)
    }
}
