// The instrumented form of a regime, file by file.
// SPDX-License-Identifier: MIT

/// What the machine loads to run a regime's rules with all that a verdict shows of them.
struct InstrumentedRegime: Sendable {
    /// The text of each file, in the order of the regime's.
    let texts: [String]
    /// The nodes whose values a run reports.
    let nodes: [TracedNode]

    /// Writes the files of a regime.
    init(_ program: RegimeProgram, tracing: Tracing) {
        let tables = program.regime.declarations.tables.map(\.name.value)
        let roots = Set(tables).union(["dossier", "collectivite", "expertise", "demande"])
        var texts: [String] = []
        var nodes: [TracedNode] = []
        for (number, file) in program.regime.files.enumerated() {
            let rules = program.rules.enumerated().filter { $0.element.rule.file == number }
            let form = InstrumentedFile(
                file, rules: rules.map { ($0.offset, $0.element.rule) }, roots: roots,
                nodes: nodes, tracing: tracing)
            texts.append(form.text)
            nodes = form.nodes
        }
        self.texts = texts
        self.nodes = nodes
    }
}
