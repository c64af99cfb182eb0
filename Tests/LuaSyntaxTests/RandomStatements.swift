// Random texts without fault of grammar, which the rules of scope take or refuse.
// SPDX-License-Identifier: MIT

/// Makes nested statements over few names, so that labels and locals meet often.
struct RandomStatements {
    var random: SplitMix64

    /// One text.
    mutating func next() -> String { block(depth: 0) }

    private mutating func block(depth: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...(depth == 0 ? 5 : 3), using: &random) {
            text += statement(depth: depth) + pick([" ", "; ", "\n"])
        }
        return text + pick(["", "", "", "return ", "return x; "])
    }

    private mutating func statement(depth: Int) -> String {
        if depth < 3 && Int.random(in: 0..<3, using: &random) == 0 {
            return compound(depth: depth + 1)
        }
        return pick([
            "local x", "local x = 1", "local y <const> = 2", "local x <close> = nil",
            "local y, x <const> = f()", "local x <const>, y = 1, 2", "local function x() end",
            "goto a", "goto a", "goto b", "::a::", "::a::", "::b::", ";", "x = 1", "y.x = 1",
            "x, y = 1, 2", "f(x)", "f(...)", "break", "function y() end", "function x.y() end",
            "if x then break; end", "if x then goto b end", "local x <constant> = 1",
        ])
    }

    private mutating func compound(depth: Int) -> String {
        let inner = block(depth: depth)
        return pick([
            "do \(inner)end", "while x do \(inner)end", "repeat \(inner)until x",
            "for x = 1, 2 do \(inner)end", "for x, y in f do \(inner)end",
            "if x then \(inner)else \(block(depth: depth))end", "if x then \(inner)end",
            "if x then elseif y then \(inner)end", "function f() \(inner)end",
            "local function x(y, ...) \(inner)end", "f(function(x) \(inner)end)",
            "repeat \(inner)until f(function() \(block(depth: depth))end)",
        ])
    }

    private mutating func pick(_ list: [String]) -> String {
        list[Int.random(in: 0..<list.count, using: &random)]
    }
}
