// Tries to prove that a weaker presence of French authorities never takes points away.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

extension BuiltInSearch {
    /// A smaller number in the table of presence, the same for every country.
    mutating func presence() throws -> PropertyProof {
        let name = BuiltInProperty.presenceTable
        let tables = policy.regime(id: regime)?.declarations.tables ?? []
        guard let table = tables.first(where: { $0.name.value == name }), table.key != nil,
            let column = table.columns.first(where: { [.entier, .nombre].contains($0.type) })
        else { return BuiltInSearch.vacuous }
        // Where the number is missing, rules ask what it is compared with.
        let empty = policy.replacing(
            parameters: [:], rows: [name: table.rows(giving: nil, in: column)])
        var search = try PropertySearch([empty], regime: regime, budget: budget)
        let readers = search.readers(of: name, [.priorite])
        guard !readers.isEmpty else { return BuiltInSearch.vacuous }
        var questions: [Question] = []
        var doubts: [Int: Set<Doubt.Reason>] = [:]
        for rule in readers {
            let asked = try search.questions(of: rule, aboutRowsOf: name)
            questions += asked
            let columns = search.meaning.columns(of: name, readBy: rule)
            if columns?.isSubset(of: [column.name]) != true || !asked.allSatisfy(\.isOfNumbers)
                || asked.isEmpty
            {
                doubts[rule] = [.sampled]
            }
        }
        let numbers = Breaks(questions).ranges(from: 0, to: nil).map { $0.0 ?? 0 }
        let versions = numbers.map { number in
            policy.replacing(
                parameters: [:], rows: [name: table.rows(giving: number, in: column)])
        }
        guard versions.count > 1 else {
            for (rule, reasons) in doubts { search.note(reasons, on: [rule]) }
            return search.proof
        }
        let comparisons = [Comparison(.points, .falling), Comparison(.pointsMax, .falling)]
        var comparing = try PropertySearch(versions, regime: regime, budget: budget)
        for (rule, reasons) in doubts { comparing.note(reasons, on: [rule]) }
        try comparing.compare(
            comparisons, over: Variation(versions: versions.count, name: name)
        ) { try confirms($0, comparisons, versions, numbers) }
        return comparing.proof
    }
}

extension Question {
    /// Whether it compares a number as it stands.
    fileprivate var isOfNumbers: Bool {
        switch kind {
        case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            isExact && value.number != nil
        default: false
        }
    }
}

extension DataTable {
    /// A row for every country, like the first one but for a number.
    fileprivate func rows(giving number: Int64?, in column: Column) -> [[String: Constant]] {
        let sample = rows.first?.cells ?? [:]
        return Country.codes.map { code in
            var cells = sample
            cells["du"] = nil
            cells["jusqu_au"] = nil
            cells[key ?? ""] = .text(code)
            cells[column.name] = number.map {
                column.type == .entier ? .integer($0) : .decimal(Double($0))
            }
            return cells
        }
    }
}
