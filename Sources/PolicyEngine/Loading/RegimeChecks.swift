// What can only be seen across the files of a regime: identifiers and names that clash.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Checks the files of one regime together.
struct RegimeChecks {
    /// The folder of the regime.
    let folder: String
    /// The regime's files, included ones last.
    let files: [PolicyFile]
    /// The folders that have a `regime.lua`.
    let regimeFolders: [String]
    private var findings = FindingList()

    /// A text of a file, to be found again.
    private struct Mention {
        let text: Located<String>
        let source: SourceText
        /// What it names, for a French reader: « d’un paramètre ».
        var owner = ""

        var place: String {
            "\(source.path), ligne \(source.line(at: text.range.lowerBound))"
        }
    }

    /// Everything wrong across the files.
    static func check(
        folder: String, files: [PolicyFile], regimeFolders: [String]
    ) -> [Diagnostic] {
        var checks = RegimeChecks(folder: folder, files: files, regimeFolders: regimeFolders)
        checks.checkRegimes()
        checks.checkRules()
        checks.checkNames()
        checks.checkFacts()
        checks.checkLevels()
        return checks.findings.diagnostics
    }

    private init(folder: String, files: [PolicyFile], regimeFolders: [String]) {
        self.folder = folder
        self.files = files
        self.regimeFolders = regimeFolders
    }

    // MARK: - Constructs

    private mutating func checkRegimes() {
        var first: Mention?
        for file in files where file.source.path.hasPrefix(folder + "/") {
            for regime in file.declarations.regimes {
                let mention = Mention(text: regime.id, source: file.source)
                checkRegime(mention, first: first)
                first = first ?? mention
            }
        }
    }

    private mutating func checkRegime(_ mention: Mention, first: Mention?) {
        let id = mention.text.value
        if mention.source.path != folder + "/" + PolicyLoader.regimeFile {
            report(.misplacedRegime(folder: folder), mention)
        } else if let first {
            report(.repeatedRegime(first: first.place), mention)
        } else if id != folder {
            let isTaken = regimeFolders.contains(id)
            report(.regimeOfOtherFolder(id, folder: folder, isTaken: isTaken), mention)
        }
    }

    private mutating func checkRules() {
        let ids = mentions { $0.rules.map(\.id) }
        reportRepeats(ids) { .repeatedID($0.text.value, first: $1.place) }
    }

    private mutating func checkFacts() {
        let paths = mentions { $0.facts.map(\.path) }
        reportRepeats(paths) { .repeatedFact($0.text.value, first: $1.place) }
    }

    private mutating func checkLevels() {
        let levels = mentions { declarations in
            declarations.levels.map { Located(value: "niveaux", range: $0.range) }
        }
        reportRepeats(levels) { .repeatedLevels(first: $1.place) }
    }

    // MARK: - Names

    private mutating func checkNames() {
        let names = files.flatMap { file in
            named(in: file).sorted { $0.text.range.lowerBound < $1.text.range.lowerBound }
        }
        for name in names {
            let text = name.text.value
            if text.hasPrefix("__") {
                report(.reservedName(text), name)
            } else if !text.isPolicyName {
                report(.wrongName(text), name)
            } else if let owner = text.policyNameOwner {
                report(.takenName(text, owner: owner), name)
            }
        }
        reportRepeats(names) {
            .repeatedName($0.text.value, owner: $1.owner, first: $1.place)
        }
    }

    private func named(in file: PolicyFile) -> [Mention] {
        let declarations = file.declarations
        let groups: [(String, [Located<String>])] = [
            ("d’un paramètre", declarations.parameters.map(\.name)),
            ("d’un tableau", declarations.tables.map(\.name)),
            ("d’un calcul", declarations.rules.compactMap(\.nom)),
        ]
        return groups.flatMap { owner, texts in
            texts.map { Mention(text: $0, source: file.source, owner: owner) }
        }
    }

    // MARK: - Mentions

    private func mentions(_ texts: (Declarations) -> [Located<String>]) -> [Mention] {
        files.flatMap { file in
            texts(file.declarations).map { Mention(text: $0, source: file.source) }
        }
    }

    /// Reports each mention of a text that was mentioned before.
    private mutating func reportRepeats(
        _ mentions: [Mention], _ finding: (_ again: Mention, _ first: Mention) -> PolicyFinding
    ) {
        var known: [String: Mention] = [:]
        for mention in mentions {
            if let first = known[mention.text.value] {
                report(finding(mention, first), mention)
            } else {
                known[mention.text.value] = mention
            }
        }
    }

    private mutating func report(_ finding: PolicyFinding, _ mention: Mention) {
        findings.report(finding.diagnostic(at: mention.text.range, in: mention.source))
    }
}
