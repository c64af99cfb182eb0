// Codes for diagnostics that tests make.
// SPDX-License-Identifier: MIT

enum SampleCode: String {
    case a, b, c
    case dotted = "a.b"
    case unknownName = "politique.nom-inconnu"
}
