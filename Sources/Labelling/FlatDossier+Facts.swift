// The facts of a flat dossier by their names.
// SPDX-License-Identifier: MIT

extension FlatDossier {
    /// The kept facts as `Dossier.facts` has them.
    ///
    /// Only after a dossier was read.
    package var facts: FactRecord {
        guard case .record(let record)? = nodes.isEmpty ? nil : fact(at: 0).fact else {
            return FactRecord()
        }
        return record
    }

    /// The fact of a node, and the place of the next node that is not in it.
    private func fact(at index: Int) -> (fact: Fact, next: Int) {
        let node = nodes[index]
        switch node.kind {
        case .false: return (.boolean(false), index + 1)
        case .true: return (.boolean(true), index + 1)
        case .integer: return (.integer(node.value), index + 1)
        case .decimal:
            return (.decimal(Double(bitPattern: UInt64(bitPattern: node.value))), index + 1)
        case .text: return (.text(text(of: node)), index + 1)
        case .day: return (.day(Day(clamping: Int(node.value))), index + 1)
        case .list:
            var elements: [Fact] = []
            eachFact(in: node, at: index) { _, fact in elements.append(fact) }
            return (.list(elements), Int(node.end))
        case .record:
            let schema = schema.records[Int(node.value)]
            var record = FactRecord()
            eachFact(in: node, at: index) { record[schema.fields[$0].name] = $1 }
            return (.record(record), Int(node.end))
        }
    }

    private func eachFact(in node: Node, at index: Int, _ body: (Int, Fact) -> Void) {
        var place = index + 1
        while place < node.end {
            let (fact, next) = fact(at: place)
            body(Int(nodes[place].field), fact)
            place = next
        }
    }
}
