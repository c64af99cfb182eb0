// What made the opinion on one expertise.
// SPDX-License-Identifier: MIT

extension Verdict {
    /// The sentences that made the opinion on an expertise; empty when it is favourable.
    ///
    /// Those of the rules on the dossier, which count for each expertise, come first.
    package func motifs(of expertise: ExpertiseVerdict) -> [String] {
        regles.motifs(leadingTo: expertise.avis)
            + expertise.regles.motifs(leadingTo: expertise.avis)
    }
}
