// The canonical layout, byte for byte.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import Testing

struct LayoutTests {
    struct Example: CustomTestStringConvertible {
        let name: String
        let text: String
        let expected: String
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ expected: String) {
            (self.name, self.text, self.expected) = (name, text, expected)
        }
    }

    @Test(arguments: tableExamples + expressionExamples + statementExamples + commentExamples)
    func `a text is laid out in one way`(example: Example) throws {
        let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: example.text))

        let text = String(decoding: chunk.laidOut(), as: UTF8.self)

        #expect(text == example.expected)
    }

    @Test func `line ends become LF, the order mark goes, the first line for the shell stays`()
        throws
    {
        let bytes = Array("\u{FEFF}#!/usr/bin/lua \r\n\r\n\r\nx = [[a\r\nb]] -- é \r\n".utf8)

        let chunk = try LuaParser.parse(SourceText(path: "a.lua", bytes: bytes))

        let text = String(decoding: chunk.laidOut(), as: UTF8.self)
        #expect(text == "#!/usr/bin/lua\n\nx = [[a\nb]] -- é\n")
    }

    @Test func `wrong UTF-8 stays as it is`() throws {
        let bytes: [UInt8] = [0x78, 0x3D, 0x22, 0xE9, 0x22, 0x2D, 0x2D, 0xFF]

        let chunk = try LuaParser.parse(SourceText(path: "a.lua", bytes: bytes))

        #expect(
            chunk.laidOut() == Array("x = \"".utf8) + [0xE9] + Array("\" --".utf8) + [0xFF, 0x0A])
    }
}

private let tableExamples: [LayoutTests.Example] = [
    .init(
        "a rule reads as a form",
        """
        critere  "EXP-07"{
            titre="Au moins un expert" ;
          source = 'Communiqué',
          exige=existe(expertise.experts,{statut="elu"}) or
            existe(expertise.experts,{statut="agent"}), ["note"]= examen"À voir"

        }
        """,
        """
        critere "EXP-07" {
          titre    = "Au moins un expert",
          source   = 'Communiqué',
          exige    = existe(expertise.experts, { statut = "elu" })
                  or existe(expertise.experts, { statut = "agent" }),
          ["note"] = examen "À voir",
        }

        """),
    .init(
        "a table on one line stays there",
        "t={a=1,2,[ 'k' ]=3;};u={ }",
        """
        t = { a = 1, 2, ['k'] = 3 };
        u = {}

        """),
    .init(
        "fields that share a line stay together and are not aligned",
        """
        t = {
          a = 1, bcd = 2,
          e = 3,
          lettres = 4 }
        """,
        """
        t = {
          a = 1, bcd = 2,
          e       = 3,
          lettres = 4,
        }

        """),
    .init(
        "a table too long for a line has its fields one a line",
        """
        attend = { avis = "incomplet", regles = { ["DEM-01"] = "indeterminee" }, manquants = { "demandes" }, le = 1 }
        """,
        """
        attend = {
          avis      = "incomplet",
          regles    = { ["DEM-01"] = "indeterminee" },
          manquants = { "demandes" },
          le        = 1,
        }

        """),
    .init(
        "a list too long for a line fills several",
        """
        local natures = { "communaute_communes", "communaute_agglomeration", "communaute_urbaine", "metropole", "petr" }
        """,
        """
        local natures = {
          "communaute_communes", "communaute_agglomeration", "communaute_urbaine", "metropole", "petr",
        }

        """),
    .init(
        "rows keep their line, and a text may pass the limit",
        """
        t = {
          { "\(String(repeating: "a", count: 60))", "\(String(repeating: "b", count: 60))", 1 },
          { du = 1, source = "\(String(repeating: "c", count: 100))" },
        }
        u = { du = 1, source = "\(String(repeating: "d", count: 100))" }
        """,
        """
        t = {
          { "\(String(repeating: "a", count: 60))", "\(String(repeating: "b", count: 60))", 1 },
          { du = 1, source = "\(String(repeating: "c", count: 100))" },
        }
        u = { du = 1, source = "\(String(repeating: "d", count: 100))" }

        """),
    .init(
        "a table that holds a function on several lines takes several too",
        "t = { f = function() a() b() end, c = 1 }",
        """
        t = {
          f = function()
            a()
            b()
          end,
          c = 1,
        }

        """),
]

private let expressionExamples: [LayoutTests.Example] = [
    .init(
        "operators stand between spaces, where they must not meet",
        "x=a..1 ..2 ..-b- -c~=not d^-e,#t//~1,- - -x,(a)",
        "x = a .. 1 .. 2 .. -b - -c ~= not d ^ -e, #t // ~1, - - -x, (a)\n"),
    .init(
        "long strings keep away from brackets",
        "x[ [[a]] ],t=y[ [=[b]=] ],{ [ [[c]] ]=1,[[d]] }",
        "x[ [[a]] ], t = y[ [=[b]=] ], { [ [[c]] ] = 1, [[d]] }\n"),
    .init(
        "calls are joined to what they call",
        "a . b : c (1,...)  [2]\n(f)\n{} '' [[x]].y = 1",
        "a.b:c(1, ...)[2](f) {} '' [[x]].y = 1\n"),
    .init(
        "a chain too long for a line is cut before its loosest operator",
        """
        r {
          si = parmi("faible_presence", dossier.objectifs) and presence[demande.pays].nombre > seuil_presence,
          longue = a == 1 and (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb or cccccccccccccccccccccccccccccccccc),
        }
        return parmi("faible_presence", dossier.objectifs) and presence[demande.pays].nombre > seuil_presence
        """,
        """
        r {
          si     = parmi("faible_presence", dossier.objectifs)
               and presence[demande.pays].nombre > seuil_presence,
          longue = a == 1
               and (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb or cccccccccccccccccccccccccccccccccc),
        }
        return parmi("faible_presence", dossier.objectifs)
          and presence[demande.pays].nombre > seuil_presence

        """),
    .init(
        "a chain cut once is cut everywhere, an inner one under its first operand",
        "x = (a or b\nor c) and (d\nand e)",
        """
        x = (a
             or b
             or c) and (d
                        and e)

        """),
    .init(
        "the last argument opens on the line of the call",
        """
        exige = existe(formes_juridiques, { code = collectivite.categorie_juridique, nature = collectivite.nature })
        f(a, function(x)
        return x end)
        """,
        """
        exige = existe(formes_juridiques, {
          code   = collectivite.categorie_juridique,
          nature = collectivite.nature,
        })
        f(a, function(x)
          return x
        end)

        """),
    .init(
        "arguments on several lines have each its own",
        "f(a,\nb)\ng(\n)",
        """
        f(
          a,
          b
        )
        g()

        """),
]

private let statementExamples: [LayoutTests.Example] = [
    .init(
        "blocks are indented, blank lines kept single, none at their edges",
        """


        local function f(a,...)

        local b<const>,c<close> =1,nil


        if a then return b elseif c then
        goto fin
        else end
        for i=1,2,3 do g(i) end

        ::fin::

        end
        function a.b:c() end


        """,
        """
        local function f(a, ...)
          local b <const>, c <close> = 1, nil

          if a then
            return b
          elseif c then
            goto fin
          else
          end
          for i = 1, 2, 3 do g(i) end

          ::fin::
        end
        function a.b:c() end

        """),
    .init(
        "a block on one line stays there when it holds one statement",
        "if a then return end while a do b() c() end repeat local x until x;",
        """
        if a then return end
        while a do
          b()
          c()
        end
        repeat local x until x;

        """),
    .init(
        "semicolons stay with the statement before them",
        ";; a = b\n;(c or d)() ; ; do ; end return 1;",
        """
        ;;
        a = b;
        (c or d)();;
        do ; end
        return 1;

        """),
]

private let commentExamples: [LayoutTests.Example] = [
    .init(
        "comments stay where they stand",
        """
        --  first
        --[[ second ]]  x=1--third


        -- fourth
        t={--fifth
          a=1 -- sixth
          ,--[[seventh]] b=2, c = --[=[ ]] ]=] 3
              -- eighth

        }
        f(--[[ninth]]) if a -- tenth
        then
            b() -- eleventh
              -- twelfth
        end --thirteenth
        return a-- fourteenth
        +b ---- fifteenth
        """,
        """
        --  first
        --[[ second ]] x = 1 --third

        -- fourth
        t = { --fifth
          a = 1, -- sixth
          --[[seventh]] b = 2, c = --[=[ ]] ]=] 3,
          -- eighth
        }
        f( --[[ninth]])
        if a -- tenth
          then
          b() -- eleventh
          -- twelfth
        end --thirteenth
        return a -- fourteenth
          + b ---- fifteenth

        """),
    .init("a comment alone is a text", "\n\n-- rien  ", "-- rien\n"),
    .init("blank space is nothing", " \n\t\n ", ""),
    .init(
        "a minus sign and a comment do not make another comment",
        "x = - --[[a]]- --\nb", "x = - --[[a]] - --\n  b\n"),
]
