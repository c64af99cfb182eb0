// A policy file in the direct form: each rule one function that gives its outcome.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

/// What the machine loads to run a regime's rules where nothing that they read is missing.
struct DirectRegime: Sendable {
    /// The text of each file, in the order of the regime's.
    let texts: [String]

    /// Writes the files of a regime.
    ///
    /// - Parameters:
    ///   - program: the regime.
    ///   - unfilled: the texts that are left out; nil for none.
    init(_ program: RegimeProgram, unfilled: SureTexts?) {
        let declarations = program.regime.declarations
        let keyed = Set(declarations.tables.filter { $0.key != nil }.map(\.name.value))
        texts = program.regime.files.enumerated().map { number, file in
            let rules = program.rules.enumerated().filter { $0.element.rule.file == number }
            return DirectFile(
                file, rules: rules.map { ($0.offset, $0.element) }, keyedTables: keyed,
                unfilled: unfilled
            ).text
        }
    }
}

/// The direct text of one file.
struct DirectFile {
    /// The Lua text.
    let text: String

    /// Rewrites a file.
    ///
    /// - Parameters:
    ///   - file: the policy file.
    ///   - rules: its rules with their indices in the regime and what they run on.
    ///   - keyedTables: the names of the tables in which a key finds a row.
    ///   - unfilled: the texts that are left out, since nobody asks for them and they cannot fail;
    ///     nil for none.
    init(
        _ file: PolicyFile, rules: [(index: Int, program: RuleProgram)], keyedTables: Set<String>,
        unfilled: SureTexts?
    ) {
        var writer = DirectWriter(keyedTables: keyedTables)
        let pure = PureFunctions(file.chunk.block).names
        writer.write("local __=... local __paie=__.paie ")
        let byStart = Dictionary(
            rules.map { ($0.program.rule.range.lowerBound, $0) },
            uniquingKeysWith: { first, _ in first })
        for statement in file.chunk.block.statements {
            if let item = byStart[statement.range.lowerBound] {
                let rule = item.program.rule
                let isFilled = !(unfilled?.contains(rule) ?? false)
                writer.write(
                    rule, index: item.index, scope: item.program.scope, isFilled: isFilled)
            } else if case .returnValues(let values) = statement.kind {
                writer.write(handedOver: values, of: file.chunk)
            } else if !Construct.isConstruct(statement) {
                writer.write(statement)
                if case .localFunction(let name, _) = statement.kind, pure.contains(name.text) {
                    writer.write("\(name.text)=__.retient(\(name.text));")
                }
            }
        }
        text = writer.text
    }
}

extension DirectWriter {
    fileprivate mutating func write(handedOver values: [Expression], of module: Chunk) {
        write("__.rend(\(LuaWriter.quoted(module.moduleName)),")
        if let value = values.first { write(value) } else { write("nil") }
        write(");")
    }

    /// Writes the registration of a rule: a function of its environment that gives its outcome, two
    /// values that go with it, and those of its text.
    fileprivate mutating func write(
        _ rule: Rule, index: Int, scope: RuleScope, isFilled: Bool
    ) {
        let rounding = rule.rounding.map { LuaWriter.quoted($0.rawValue) } ?? "nil"
        write("__.regle(\(index + 1),\"\(rule.kind.rawValue)\",\(rounding),\"\(scope.rawValue)\",")
        write("function(_ENV) ")
        beginRule()
        if let condition = rule.field("si")?.expression {
            write("local __s=(")
            write(condition)
            write(") if __s~=true then return __.sans(__s) end ")
            if mayNote { write("__.champs() ") }
        }
        let notesInCondition = mayNote
        writeOutcome(of: rule, isFilled: isFilled)
        let hasTexts = !(rule.template?.placeholders.isEmpty ?? true)
        write("end,\(hasTexts),\(notesInCondition),\(weight));")
    }

    private mutating func writeOutcome(of rule: Rule, isFilled: Bool) {
        switch rule.kind {
        case .critere:
            write("local __r=")
            write(field: "exige", of: rule)
            write(" if __r==true then return 0 end return __.critere(__r),nil,nil,")
            writeTexts(of: rule, isFilled: isFilled)
        case .priorite:
            write("local __p=__.points(")
            write(field: "points", of: rule)
            write(") return 0,__p,nil,")
            writeTexts(of: rule, isFilled: isFilled)
        case .validite:
            write("local debut=")
            write(field: "debut", of: rule)
            write(" return __.validite(debut,")
            write(field: "fin", of: rule)
            write(") ")
        case .signalement:
            write("return 0,nil,nil,")
            writeTexts(of: rule, isFilled: isFilled)
        case .calcul:
            write("return __.calcul(")
            write(field: "valeur", of: rule)
            write(") ")
        }
    }

    private mutating func write(field name: String, of rule: Rule) {
        guard let expression = rule.field(name)?.expression else { return write("nil") }
        write("(")
        write(expression)
        write(")")
    }

    /// A text that is not filled weighs as much: the other form fills it.
    private mutating func writeTexts(of rule: Rule, isFilled: Bool) {
        guard let template = rule.template, !template.placeholders.isEmpty else {
            return write("nil ")
        }
        guard isFilled else {
            for placeholder in template.placeholders { weigh(placeholder) }
            return write("nil ")
        }
        write("__.textes(__.avant_textes(),{")
        for placeholder in template.placeholders { writeShown(placeholder) }
        write("}) ")
    }
}
