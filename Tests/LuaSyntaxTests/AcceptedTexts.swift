// Texts that stock Lua takes: every production, and the edges of every rule of scope.
// SPDX-License-Identifier: MIT

/// Lua texts without fault.
let acceptedTexts: [String] = [
    // Blocks and empty statements.
    "", ";", ";;;", " \t\r\n\u{0B}\u{0C}", "return", "return;", "return 1, 2;", "do end",
    "do ; end", "do local a end", "do return end", "do return 1; end return 2",
    // Comments.
    "-- one line", "-- one line\nreturn", "--[[ long ]] return", "--[==[ ]] ]=] ]==] return 1",
    "--[=[\n\n]=]", "--[ not long\nreturn", "--[= not long\nreturn", "--[==\nreturn",
    "---[[ one\nx = 1",
    "#! first line\nreturn 1", "#", "# alone\r\nreturn",
    // Assignments.
    "a = 1", "a, b = 1", "a.b = 1", "a[1] = 2", "a.b.c, d[e] = f()", "a, a = 1, 2", "(a).b = 1",
    "f().x = 1", "f{}.x, g''.y = 1, 2", "a = b; (c or d)()", "a = b\n(c)()", "_ENV = {}",
    "self.x = 1", "_ = _1", "a.b['c'].d = nil", "a:b().c = 1",
    // Locals and attributes.
    "local a", "local a, b", "local a = 1", "local a, b = f()", "local a <const> = 1",
    "local a <close> = nil", "local a <const>, b <close> = 1, nil", "local a<const>, b<const> = 1",
    "local a <const>", "local a <const> = 1; local function f() return a end",
    "local a <const> = 1; do local a; a = 2 end", "local a <const> = 1; function a.b() end",
    "local a <const> = {}; a.b = 1", "local a <const> = {}; a[1], a.c = 1",
    "local a <const> = 1; local a; a = 2", "local a <const> = 'x'; function f(a) a = 1 end",
    "local a <const> = 1; for a = 1, 2 do a = 3 end", "local close <close> = nil",
    "local const <const> = 1; return const", "local x <const> = 1; x.y = 2", "local a <const> = a",
    "local f <close> = nil; do local g <close> = nil end", "local function f() f = nil end",
    // Calls.
    "f()", "f(1)", "f(1, 2)", "f{}", "f''", "f[[x]]", "f'' {} ()", "a.b()", "a:b()", "a:b''",
    "a:b{}", "a.b:c(1):d(2)", "(f)()", "(f or g)(1)", "('x'):rep(2)", "({}):m()", "f(...)",
    "f((...))", "f(g(h()))", "a[1]()", "(function() end)()", "f\n()", "f -- note\n(1)",
    "f(function() end, function() return end)",
    // Conditionals and loops.
    "if a then end", "if a then b() end", "if a then else end", "if a then elseif b then end",
    "if a then elseif b then elseif c then else end", "if not a then return end",
    "while a do end", "while true do break end", "while a do if b then break end end",
    "repeat until a", "repeat local x until x", "repeat break until true", "repeat ; until 1",
    "repeat return until true", "for i = 1, 2 do end", "for i = 1, 2, 3 do break end",
    "for i = i, i do local i end", "for a in b do end", "for a, b, c in d, e, f, g do end",
    "for k, v in pairs(t) do k = v end", "for i = 1, 2 do i = 3 end", "while a do break break end",
    "while a do break; b() end", "if a then while b do break end end",
    "while a do if b then break ; ; end end", "while a do if b then break else break end end",
    "for i = 1, 2 do for j = 1, 2 do break end break end", "while a do break ::x:: end",
    // Functions.
    "function f() end", "function a.b() end", "function a.b.c() end", "function a:b() end",
    "function a.b:c(d, ...) return self, d, ... end", "local function f() return f() end",
    "function f(a, b) return a + b end", "function f(...) return ... end",
    "function f(...) local a, b = ...; return {...} end", "f = function(a, a) end",
    "return function(a, ...) end", "function f() return end", "function f() return; end",
    "return ...", "local a = ...", "local function self() end",
    "local self <const> = 1; function a:b() self = 2 end", "f = function(_ENV) return x end",
    "return function() return function() return a end end",
    // Tables.
    "return {}", "return {1}", "return {1, 2}", "return {1; 2;}", "return {a = 1}",
    "return {['a'] = 1}", "return {[1] = 2, 3, a = 4; f(), ...}", "return {a}", "return {a == b}",
    "return {a.b, a()}", "return {{}, {{}}}", "return {function() end}", "return { [ [[x]] ] = 1 }",
    "return {-1, not a, #b, ~c}", "return {[f()] = g(), [{}] = {},}", "return {nil, nil}",
    // Operators.
    "return a + b - c * d / e // f % g", "return a ^ b ^ c", "return -a ^ -b", "return not not a",
    "return - - a", "return -(-a)", "return ~ ~ a", "return ~~a", "return #a .. #b",
    "return a .. b .. c", "return a << b >> c", "return a & b | c ~ d", "return a < b == c ~= d",
    "return a <= b, a >= b, a > b", "return a and b or c", "return a or b and not c",
    "return 1 .. 2", "return (a)", "return ((a))", "return (...)", "return a.b.c[d].e",
    "return 2^-3", "return -2^2, not nil == true", "return a // b -- c", "return a--[[x]]+b",
    "return (a and b) & 1", "return a[b < c]", "return a~b", "return a~=b", "return #'x' + #{}",
    // Numerals.
    "return 0, 3, 345, 0xff, 0XBEBADA, 00012", "return 3.0, 3.1416, 314.16e-2, 0.31416E1, 34e1",
    "return 0x0.1E, 0xA23p-4, 0X1.921FB54442D18P+1", "return .5, 5., 0x.8, 0x8., 0x.8p1, 5.e1",
    "return 9223372036854775807, 9223372036854775808", "return 0xffffffffffffffffff",
    "return 1e400",
    "return 3 .. 4", "return 0x1p4", "return 1//0", "return 0e12, 0x0p-0", "return 0xep1, 0xe+1",
    "return 1e1, 1E+1, 1e-01", "return a.b5, a._5",
    // Strings.
    "return '', \"\", [[]], [=[]=], [==[]]]==]", #"return '\a\b\f\n\r\t\v\\\"\''"#,
    #"return '\65\065\x41\u{41}'"#, #"return '\u{7FFFFFFF}\u{0}\u{10FFFF}\u{D800}'"#,
    "return 'a\\\nb'", "return 'a\\\r\nb'", "return 'a\\\n\rb'", "return 'a\\z  \n\t b'",
    "return 'a\\z'", #"return '\0\00\000\0001'"#, "return [[\n]]", "return [[\r\n\r\na]]",
    "return [[]\n]=]]", "return [=[ ]] ]==] ]=]", "return '--', '[[', ']]'", "return 'é — « »'",
    "return '\"', \"'\"", "return [[ \\ \\x \\q ]]", "return '\u{0}'", "return '\\u{000000000041}'",
    // Jumps.
    "::a::", "::a:: goto a", "goto a ::a::", "goto a; local x ::a::", "goto a; local x ::a:: ;",
    "goto a; local x ::a:: ::b:: ; ::c::", "do goto a; local x ::a:: end", "do goto a end ::a::",
    "do goto a end; local x ::a::", "::a:: do goto a end", "do ::a:: end ::a::",
    "do ::a:: end do ::a:: end", "while a do goto c; local x ::c:: end",
    "for i = 1, 2 do if a then goto c end; b() ::c:: end", "repeat goto c ::c:: until a",
    "repeat goto c; ::c:: local x until x", "::a:: function f() ::a:: end",
    "function f() goto a; do local x end ::a:: return end", "goto a; do ::b:: end ::a:: print()",
    "if a then goto b elseif c then goto b else goto b end ::b::", "::a:: local x; goto a",
    "do local x; goto a end ::a:: return", "goto goto1 ::goto1::",
    "while a do goto b end ::b:: f()",
    "repeat if a then goto c end; local b; ::d:: until b ::c::", "for i = 1, 2 do goto a end ::a::",
    "local a; goto b; local function f() end ::b::", "goto a; ; ; ::a:: local x",
]
