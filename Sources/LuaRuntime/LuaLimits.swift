// What a Lua machine may use.
// SPDX-License-Identifier: MIT

/// The memory and time that a machine may take; sizes are in bytes.
public struct LuaLimits: Hashable, Sendable {
    /// Held at one moment, garbage not yet collected included.
    public var liveBytes: Int
    /// One block: a table's entries, a buffer, and what crosses to Swift at once.
    public var blockBytes: Int
    /// One string.
    public var stringBytes: Int
    /// Allocated by one call in all.
    public var totalBytes: Int
    /// Seconds after which a call is stopped as a fault of ours; a backstop, never a verdict.
    public var wallSeconds: Int

    /// The limits for evaluating a policy.
    public static let standard = LuaLimits()

    /// Limits that differ from the standard ones where told.
    public init(
        liveBytes: Int = 64 << 20, blockBytes: Int = 16 << 20, stringBytes: Int = 4 << 20,
        totalBytes: Int = 256 << 20, wallSeconds: Int = 10
    ) {
        self.liveBytes = liveBytes
        self.blockBytes = blockBytes
        self.stringBytes = stringBytes
        self.totalBytes = totalBytes
        self.wallSeconds = wallSeconds
    }
}
