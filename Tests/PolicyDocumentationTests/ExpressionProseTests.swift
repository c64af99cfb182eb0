// Tests of what is said of expressions: every operator and every function.
// SPDX-License-Identifier: MIT

import LuaSyntax
import PolicyEngine
import Testing

@testable import PolicyDocumentation

/// An expression and what an officer reads.
struct Saying: CustomTestStringConvertible {
    let lua: String
    let french: String
    var testDescription: String { lua }

    init(_ lua: String, _ french: String) {
        self.lua = lua
        self.french = french
    }
}

struct ExpressionProseTests {
    @Test(arguments: Sayings.conditions)
    func `a condition is said`(saying: Saying) throws {
        let expression = try SamplePolicy.expression(saying.lua)

        let said = try SamplePolicy.prose().condition(expression).inline.plain

        #expect(said.plainSpaces == saying.french)
    }

    @Test(arguments: Sayings.values)
    func `a value is said`(saying: Saying) throws {
        let expression = try SamplePolicy.expression(saying.lua)

        let said = try SamplePolicy.prose().noun(expression).prose.plain

        #expect(said.plainSpaces == saying.french)
    }

    @Test func `every operator and every function is among what is said`() {
        let texts = (Sayings.conditions + Sayings.values).map(\.lua)

        for builtin in Builtin.all {
            #expect(
                texts.contains {
                    $0.contains("\(builtin.name)(") || $0.contains("\(builtin.name) \"")
                }, "\(builtin.name)")
        }
        for operation in BinaryOperator.allCases {
            #expect(texts.contains { $0.contains(" \(operation.rawValue) ") }, "\(operation)")
        }
        for operation in UnaryOperator.allCases {
            let word = operation == .not ? "not " : operation.rawValue
            #expect(texts.contains { $0.hasPrefix(word) }, "\(operation)")
        }
    }

    @Test func `what has no words is code`() throws {
        let prose = try SamplePolicy.prose()

        for lua in ["inconnu", "a:b(1)", "...", "{[1] = 2}", "autre(1)", "function() return 1 end"]
        {
            let expression = try SamplePolicy.expression(lua == "..." ? "(...)" : lua)
            let said = prose.noun(expression.unwrapped).prose
            #expect(said.inlines.count == 1)
            guard case .code? = said.inlines.first else {
                Issue.record("\(lua) is said \(said.plain)")
                continue
            }
        }
    }

    @Test func `a list of conditions is a list of points that end as one sentence`() throws {
        let expression = try SamplePolicy.expression(
            "demande.precise and (demande.urgente or demande.pays == 'MN') and true")

        let item = try SamplePolicy.prose().condition(expression).item("Quand : ")

        #expect(item.prose.plain.plainSpaces == "Quand : toutes ces conditions :")
        #expect(
            item.children.map { $0.prose.plain.plainSpaces } == [
                "« demande précise » vaut oui ;", "l’une au moins de ces conditions :",
                "c’est toujours le cas.",
            ])
        #expect(
            item.children[1].children.map { $0.prose.plain.plainSpaces } == [
                "« demande urgente » vaut oui ;",
                "« pays de la mission » est « Mongolie (MN) » ;",
            ])
    }

    @Test func `what elements must be is a list of points too`() throws {
        let expression = try SamplePolicy.expression(
            "not existe(dossier.labels, function(l) return l.regime == 'x' and l.domaine == 'y' end)"
        )

        let item = try SamplePolicy.prose().condition(expression).item("Condition : ")

        #expect(
            item.prose.plain.plainSpaces
                == "Condition : il n’y a dans « labels déjà obtenus » aucun élément tel que, à la fois :"
        )
        #expect(
            item.children.map { $0.prose.plain.plainSpaces } == [
                "« régime du label » de cet élément est « x » ;",
                "« domaine du label » de cet élément est « y ».",
            ])
    }

    @Test func `a choice between conditions of elements is said`() throws {
        let expression = try SamplePolicy.expression(
            "existe(comites, function(c) return connu(c.date) or connu(c.limite) end)")

        let item = try SamplePolicy.prose().condition(expression).item("")

        #expect(
            item.prose.plain
                == "il y a dans le tableau comites au moins une ligne telle que, au choix :"
        )
        #expect(
            item.children.map(\.prose.plain) == [
                "on connaît date de cette ligne ;", "on connaît limite de cette ligne.",
            ])
    }

    @Test func `the end of a label is counted from its first day`() throws {
        let expression = try SamplePolicy.expression("debut + mois(6)")

        let said = try SamplePolicy.prose().seeingStart.noun(expression).prose.plain

        #expect(said == "le premier jour du label, plus 6 mois")
    }
}
