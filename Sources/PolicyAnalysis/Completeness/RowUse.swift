// Which rows of tables rules read, and which of those change what some rule gives.
// SPDX-License-Identifier: MIT

import PolicyEngine

/// The rows of all tables, those of one file once however many regimes read it.
struct RowUse {
    private var rows: [Row: Use] = [:]

    /// What a row is to the rules in force beside it.
    enum Use: Equatable {
        /// None reads its table.
        case unread
        /// Each gives the same without it; whether that is so of every dossier, or of those tried.
        case idle(isExact: Bool)
        /// Some rule gives something else without it, or it was not looked at.
        case used
    }

    /// A row of a table.
    private struct Row: Hashable {
        let path: String
        let table: String
        let key: String?
        let number: Int
        let period: Period

        init(_ row: DataTable.Row, of table: DataTable) {
            path = table.path
            self.table = table.name.value
            key = table.key.flatMap { row.cells[$0] }.map { constant in
                if case .text(let text) = constant { text } else { "\(constant)" }
            }
            number = row.number
            period = row.period
        }
    }

    /// What is known of a row; nil when no regime had it yet.
    func use(of row: DataTable.Row, in table: DataTable) -> Use? { rows[Row(row, of: table)] }

    /// Notes what a row is to one regime: what some regime needs is needed.
    mutating func note(_ use: Use, of row: DataTable.Row, in table: DataTable) {
        let entry = Row(row, of: table)
        switch (rows[entry], use) {
        case (nil, _), (.unread, _): rows[entry] = use
        case (.idle, .used): rows[entry] = .used
        case (.idle(let before), .idle(let now)): rows[entry] = .idle(isExact: before && now)
        default: break
        }
    }

    /// The rows that no rule in force reads, then those that change nothing, by table and number.
    var findings: [CompletenessFinding] {
        [CompletenessFinding.Kind.unusedRow, .idleRow].flatMap { kind in
            rows.filter { $0.value.kind == kind }
                .sorted { ($0.key.table, $0.key.number) < ($1.key.table, $1.key.number) }
                .map { row, use in
                    CompletenessFinding(
                        kind: kind, regime: nil,
                        name: "\(row.table)[\(row.key ?? String(row.number))]", others: [],
                        titre: row.path, periods: [row.period],
                        isExact: use != .idle(isExact: false), witness: nil)
                }
        }
    }
}

extension RowUse.Use {
    /// What is told of it; nil for nothing.
    fileprivate var kind: CompletenessFinding.Kind? {
        switch self {
        case .unread: .unusedRow
        case .idle: .idleRow
        case .used: nil
        }
    }
}
