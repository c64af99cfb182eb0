// Where libFuzzer comes in, and what it can be asked to fuzz.
// SPDX-License-Identifier: MIT

import Foundation

/// A part of the program that reads what others wrote, and what must hold of it for any bytes.
enum Fuzzer: String {
    case json, lua, dossier, policy

    /// The one that `SCEAU_FUZZER` names.
    static let chosen: Fuzzer = {
        let name = ProcessInfo.processInfo.environment["SCEAU_FUZZER"] ?? ""
        guard let fuzzer = Fuzzer(rawValue: name) else {
            fatalError("SCEAU_FUZZER must be json, lua, dossier or policy")
        }
        return fuzzer
    }()

    /// Reads the bytes; the process ends where something does not hold.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .json: JSONFuzzer.run(bytes)
        case .lua: LuaFuzzer.run(bytes)
        case .dossier: DossierFuzzer.run(bytes)
        case .policy: PolicyFuzzer.run(bytes)
        }
    }
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    Fuzzer.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// Ends the process, which libFuzzer takes as a finding, unless a claim holds.
func expect(_ holds: Bool, _ claim: @autoclosure () -> String) {
    if !holds { fatalError("finding: \(claim())") }
}
