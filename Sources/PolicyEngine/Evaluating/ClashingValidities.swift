// Validities that apply to one expertise, and may not.
// SPDX-License-Identifier: MIT

/// The validities that fail because others apply as well.
struct ClashingValidities {
    /// By the index of a result that fails, the indices of those that clash, itself included.
    private(set) var failing: [Int: Set<Int>] = [:]

    /// Finds them among the results on a dossier that has a number of expertises.
    init(among results: [some WeighedOutcome], expertises count: Int) {
        let applying = results.indices.filter { results[$0].isApplyingValidity }
        let own = Dictionary(grouping: applying) { results[$0].expertise ?? 0 }
        let shared = own[0] ?? []
        for number in 1...max(1, count) {
            let indices = shared + (own[number] ?? [])
            guard indices.count > 1 else { continue }
            // A validity on the dossier stands for the expertises on which no other applies.
            let clashing = shared.count > 1 ? indices : own[number] ?? []
            for index in clashing { failing[index, default: []].formUnion(indices) }
        }
    }
}
