// A Lua machine that is made while the policy is read.
// SPDX-License-Identifier: MIT

import Dispatch
import Labelling
import PolicyEngine
import Synchronization

/// Makes a machine on another thread, for the first who takes it: reading a policy and compiling the
/// engine's text are the two halves of a run on one dossier.
final class EarlyMachine: Sendable {
    private let machine = Mutex<ReadyMachine?>(nil)
    private let isMade = DispatchSemaphore(value: 0)

    private init() {}

    /// Starts to make a machine.
    static func started(on helper: HelperThread) -> EarlyMachine {
        let early = EarlyMachine()
        helper.run {
            early.machine.withLock { $0 = ReadyMachine() }
            early.isMade.signal()
        }
        return early
    }

    /// Has the machine take the tables of the regime that a decision is probably made by: a dossier is
    /// mostly decided under the regime of the day on which it was filed.
    func expect(
        _ decisionDay: Day, under name: String?, _ regimes: [Regime], _ schema: DossierSchema,
        on helper: HelperThread
    ) {
        let expected = regimes.first { regime in
            name.map { regime.id == $0 } ?? regime.declaration.period.contains(decisionDay)
        }
        guard let expected else { return }
        helper.run { self.machine.withLock { $0?.expect(expected, schema: schema) } }
    }

    /// The machine, once it is made; nil for all but the first, and when there was no room for it.
    func take() -> sending ReadyMachine? {
        isMade.wait()
        // Whoever comes later need not wait.
        isMade.signal()
        return machine.withLock { $0.take() }
    }
}
