// A policy file as the machine runs it: plain Lua kept, constructs turned into registrations.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
package import LuaSyntax

/// The instrumented text of one file and the nodes that it traces.
struct InstrumentedFile {
    /// The Lua text; its lines are those of the policy file.
    let text: String
    /// The nodes traced so far, those of earlier files included.
    let nodes: [TracedNode]

    /// Rewrites a file.
    ///
    /// - Parameters:
    ///   - file: the policy file.
    ///   - rules: its rules with their indices in the regime.
    ///   - roots: the names of facts and tables.
    ///   - nodes: the nodes traced in earlier files.
    ///   - tracing: what is traced besides what is shown.
    init(
        _ file: PolicyFile, rules: [(index: Int, rule: Rule)], roots: Set<String>,
        nodes: [TracedNode], tracing: Tracing
    ) {
        var instrumenter = Instrumenter(file.source, nodes: nodes, tracing: tracing)
        instrumenter.writer.write("local __=... ")
        let byStart = Dictionary(
            rules.map { ($0.rule.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
        for statement in file.chunk.block.statements {
            if let item = byStart[statement.range.lowerBound] {
                instrumenter.write(item.rule, index: item.index, roots: roots)
            } else if case .returnValues(let values) = statement.kind {
                instrumenter.write(handedOver: values, of: file.chunk)
            } else if !Construct.isConstruct(statement) {
                instrumenter.write(statement)
            }
        }
        text = instrumenter.writer.text
        self.nodes = instrumenter.nodes
    }
}

/// The statements that declare something to the engine.
package enum Construct {
    /// The names of all constructs.
    static let names: Set<String> =
        Set(RuleKind.allCases.map(\.rawValue)).union([
            "regime", "parametre", "donnees", "champ", "niveaux",
        ])

    /// Whether a statement is `name "id" {…}` or `name {…}`.
    package static func isConstruct(_ statement: Statement) -> Bool {
        guard case .call(let call) = statement.kind else { return false }
        var callee = call
        while case .call(let inner, _) = callee.kind { callee = inner }
        guard case .name(let name) = callee.kind else { return false }
        return names.contains(name.text)
    }
}

extension Instrumenter {
    /// Writes the end of a module: its table goes to the files that require it.
    fileprivate mutating func write(handedOver values: [Expression], of module: Chunk) {
        write(
            "__.rend(\(LuaWriter.quoted(module.moduleName)),",
            at: values.first?.range.lowerBound ?? module.block.range.upperBound)
        if let value = values.first { write(operand: value) } else { writer.write("nil") }
        writer.write(") ")
    }

    /// Writes the registration of a rule: its deferred fields, its text and its readings.
    fileprivate mutating func write(_ rule: Rule, index: Int, roots: Set<String>) {
        let rounding = rule.rounding.map { LuaWriter.quoted($0.rawValue) } ?? "nil"
        write(
            "__.regle(\(index + 1),\"\(rule.kind.rawValue)\",\(rounding),{",
            at: rule.range.lowerBound)
        var pieces: [(start: Int, write: (inout Instrumenter) -> Void)] = rule.fields.map { field in
            (field.expression.range.lowerBound, { $0.write(field, of: index) })
        }
        if let template = rule.template {
            pieces.append((template.range.lowerBound, { $0.write(template, of: index) }))
        }
        for piece in pieces.sorted(by: { $0.start < $1.start }) { piece.write(&self) }
        writeReadings(of: rule, roots: roots)
        writer.write("}) ")
    }

    private mutating func write(_ field: DeferredField, of rule: Int) {
        // The parentheses keep Lua from a tail call, which would lose the line of a failure.
        write("\(field.name.text)=function(_ENV) return (", at: field.name.range.lowerBound)
        write(deferred: field.expression, rule: rule, field: field.name.text)
        writer.write(") end,")
    }

    private mutating func write(_ template: Template, of rule: Int) {
        write("textes=function(_ENV) return {", at: template.range.lowerBound)
        for placeholder in template.placeholders {
            writer.write("__.valeur(")
            write(placeholder)
            writer.write("),")
        }
        writer.write("} end,")
    }

    private mutating func writeReadings(of rule: Rule, roots: Set<String>) {
        let fields = rule.fields.filter { $0.name.text == "si" }.map(\.expression)
        let others = rule.fields.filter { $0.name.text != "si" }.map(\.expression)
        let texts = rule.template?.placeholders ?? []
        isReading = true
        defer { isReading = false }
        writer.write("lus={")
        for expressions in [fields, others, texts] {
            let readings = expressions.flatMap {
                FactReadingCollector($0, roots: roots).readings
            }
            if readings.isEmpty {
                writer.write("false,")
            } else {
                writer.write("function(_ENV) ")
                write(readings)
                writer.write("end,")
            }
        }
        writer.write("}")
    }

    private mutating func write(_ readings: [FactReading]) {
        for reading in readings {
            switch reading {
            case .chain(let chain):
                writer.write("__.lu(")
                writeChainArguments(chain)
                writer.write(");")
            case .field(let element, let name):
                writer.write("__.lu(\(element),\"\(name.text)\");")
            case .elements(let list, let variable, let inner):
                writer.write("__.chaque(")
                write(list)
                writer.write(",function(\(variable)) ")
                write(inner)
                writer.write("end);")
            }
        }
    }
}
