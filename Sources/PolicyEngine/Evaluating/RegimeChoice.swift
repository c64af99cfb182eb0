// Which regime a dossier belongs to.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

extension [RegimeProgram] {
    /// The place of the regime that covers a dossier; a name skips the choice.
    ///
    /// - Returns: nil when no regime covers it.
    /// - Throws: `EvaluationError.unknownRegime` when the name is none.
    func choose(
        filed: Day, decided: Day, named name: String?
    ) throws(EvaluationError) -> Int? {
        if let name {
            if let found = firstIndex(where: { $0.regime.id == name }) { return found }
            let names = map(\.regime.id)
            throw .unknownRegime(name, nearest: Spelling.nearest(to: name, among: names))
        }
        // INVARIANT: two regimes that cover one dossier are a fault of the policy (`coverage`).
        return firstIndex { program in
            let declaration = program.regime.declaration
            return declaration.period.contains(declaration.day(filed: filed, decided: decided))
        }
    }
}
