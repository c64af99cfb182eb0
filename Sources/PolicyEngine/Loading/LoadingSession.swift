// One reading of a policies folder, from parsed files to regimes.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

/// One reading of a policies folder: each file is read once, however many regimes take it.
struct LoadingSession {
    let source: PolicySource
    /// The optional folders that are asked for.
    private let options: Set<String>
    /// The Lua files of each folder, in byte order of path.
    let folders: [String: [SourceText]]
    /// The folders that have a `regime.lua`, in byte order.
    let regimeFolders: [String]
    /// What was found so far.
    private(set) var diagnostics: [Diagnostic] = []
    /// The files parsed so far, by path; nil for one that does not parse.
    private(set) var chunks: [String: Chunk?] = [:]
    /// What each file of rules gives, by path.
    private let read: [String: ReadFile]
    /// The files whose constructs some regime has taken, by path.
    private var files: [String: PolicyFile] = [:]
    /// The folders that a regime takes besides its own.
    private(set) var named: Set<String> = []
    /// The paths of the files that another one requires.
    var required: Set<String> = []
    /// The paths of the modules whose own requests are being followed, outermost first.
    var opened: [String] = []
    /// The circles of modules reported so far, each by its paths.
    var circles: Set<Set<String>> = []

    /// Sorts the files by folder and reads those of rules.
    init(_ source: PolicySource, options: Set<String>, threads: ThreadStarter?) {
        self.source = source
        self.options = options
        var folders: [String: [SourceText]] = [:]
        for file in source.files {
            guard PolicyPath.isRules(file.path) else { continue }
            folders[String(file.path.prefix { $0 != "/" }), default: []].append(file)
        }
        self.folders = folders
        let rules = folders.values.flatMap(\.self)
        read = Dictionary(
            zip(rules.map(\.path), rules.map(sharedBy: threads) { ReadFile($0, of: source) }),
            uniquingKeysWith: { first, _ in first })
        regimeFolders =
            folders.keys.filter { folder in
                source.file(at: "\(folder)/\(PolicyLoader.regimeFile)") != nil
            }.sortedByBytes
    }

    /// Reads the regime of a folder; nil when its `regime` statement cannot be read.
    mutating func regime(in folder: String) -> RegimeForms? {
        let main = main(of: folder)
        let declaration = main?.declarations.regimes.first
        if let main, declaration == nil { reportAbsentRegime(main) }
        let others = otherFolders(declaration, main, in: folder)
        var files: [PolicyFile] = []
        for name in others.included + [folder] { read(name, into: &files) }
        diagnostics += RegimeChecks.check(
            folder: folder, files: adding(others.optional, to: files),
            regimeFolders: regimeFolders)
        guard let declaration else { return nil }
        return RegimeForms(optionals: others.optional, asked: options) { chosen in
            Regime(declaration, files: adding(others.optional.filter(chosen.contains), to: files))
        }
    }

    /// The file that declares the regime of a folder, read for what it includes.
    private mutating func main(of folder: String) -> PolicyFile? {
        guard let source = source.file(at: "\(folder)/\(PolicyLoader.regimeFile)"),
            let chunk = chunk(of: source)
        else { return nil }
        return file(of: chunk)
    }

    /// The files with those of other folders after them.
    private mutating func adding(_ folders: [String], to files: [PolicyFile]) -> [PolicyFile] {
        var result = files
        for name in folders { read(name, into: &result) }
        return result
    }

    /// Reads the files of a folder; those that do not parse are reported and left out.
    ///
    /// Modules come with the files that require them, and before.
    private mutating func read(_ folder: String, into files: inout [PolicyFile]) {
        for source in folders[folder] ?? [] {
            guard let chunk = chunk(of: source) else { continue }
            guard chunk.handedOver == nil else {
                reportConstructs(in: chunk)
                continue
            }
            addModules(requiredBy: chunk, to: &files)
            files.append(file(of: chunk))
        }
    }

    /// A file with its constructs, read once; what is wrong with them is reported.
    private mutating func file(of chunk: Chunk) -> PolicyFile {
        if let known = files[chunk.source.path] { return known }
        let read = readFile(chunk.source)
        let file = read.file ?? PolicyFile(chunk: chunk, declarations: Declarations())
        // A module may hold none, whatever they are.
        if chunk.handedOver == nil { diagnostics += read.findings }
        files[chunk.source.path] = file
        return file
    }

    /// The tree of a file, parsed once; what is wrong with it is reported.
    mutating func chunk(of source: SourceText) -> Chunk? {
        if let known = chunks[source.path] { return known }
        let chunk = parsed(source)
        chunks[source.path] = .some(chunk)
        return chunk
    }

    /// Adds a finding at a place of a file.
    mutating func report(_ finding: PolicyFinding, at range: SourceRange, in file: SourceText) {
        diagnostics.append(finding.diagnostic(at: range, in: file))
    }

    private mutating func parsed(_ source: SourceText) -> Chunk? {
        let read = readFile(source)
        diagnostics += read.faults
        return read.file?.chunk
    }

    private func readFile(_ source: SourceText) -> ReadFile {
        read[source.path] ?? ReadFile(source, of: self.source)
    }

    /// A `regime` statement that is there but badly written was reported already.
    private mutating func reportAbsentRegime(_ file: PolicyFile) {
        let isThere = file.chunk.block.statements.contains { statement in
            guard case .call(let call) = statement.kind else { return false }
            let name = call.calledName?.text ?? ""
            return Spelling.nearest(to: name, among: [ConstructKind.regime.rawValue]) != nil
        }
        if !isThere { report(.absentRegime(), at: 0..<0, in: file.source) }
    }

    /// The folders that a regime takes besides its own, always or when asked; wrong names are
    /// reported.
    private mutating func otherFolders(
        _ declaration: RegimeDeclaration?, _ file: PolicyFile?, in folder: String
    ) -> (included: [String], optional: [String]) {
        guard let declaration, let file else { return ([], []) }
        let included = goodNames(declaration.includes, in: folder, file) {
            $1.contains($0) ? .repeatedInclude($0) : nil
        }
        let optional = goodNames(declaration.optionals, in: folder, file) {
            if included.contains($0) { return .optionalInclude($0) }
            return $1.contains($0) ? .repeatedOptional($0) : nil
        }
        named.formUnion(included + optional)
        return (included, optional)
    }

    /// The names of folders that exist and stand once; `repeats` looks among those already taken.
    private mutating func goodNames(
        _ names: [Located<String>], in folder: String, _ file: PolicyFile,
        repeats: (_ name: String, _ known: [String]) -> PolicyFinding?
    ) -> [String] {
        var known: [String] = []
        for name in names {
            if let finding = fault(of: name.value, in: folder) ?? repeats(name.value, known) {
                report(finding, at: name.range, in: file.source)
            } else {
                known.append(name.value)
            }
        }
        return known
    }

    private func fault(of name: String, in folder: String) -> PolicyFinding? {
        if name == folder { return .includesItself(name) }
        let others = folders.keys.filter { $0 != folder }.sortedByBytes
        return folders[name] == nil ? .unknownFolder(name, among: others) : nil
    }

    /// Warns of folders with Lua files that no regime reads; modules may stand by themselves.
    mutating func reportOrphans() {
        for folder in folders.keys.sortedByBytes
        where !regimeFolders.contains(folder) && !named.contains(folder) {
            let mayHoldModules = isLibrary(folder)
            let unread = folders[folder]?.first {
                !required.contains($0.path) && !(mayHoldModules && isModule($0))
            }
            guard let file = unread else { continue }
            report(.folderWithoutRegime(folder), at: 0..<0, in: file)
        }
    }

    /// Warns of files that look like rules where none are read.
    mutating func reportIgnoredFiles() {
        for file in source.files where PolicyPath.looksLikeRules(file.path) {
            report(.ignoredFile(file.path), at: 0..<0, in: file)
        }
    }

    /// A dossier has one schema: two regimes cannot give a fact two types.
    mutating func reportContradictions(among regimes: [Regime]) {
        var known: [String: (fact: DeclaredFact, file: SourceText)] = [:]
        for regime in regimes {
            var own: [String: (fact: DeclaredFact, file: SourceText)] = [:]
            for file in regime.files {
                for fact in file.declarations.facts {
                    own[fact.field.name] = (fact, file.source)
                    guard let first = known[fact.field.name],
                        first.fact.field.type != fact.field.type
                            || first.fact.field.isPersonal != fact.field.isPersonal
                            || first.fact.field.isModifiable != fact.field.isModifiable
                    else { continue }
                    report(fact, in: file.source, contradicts: first)
                }
            }
            known.merge(own) { first, _ in first }
        }
    }

    private mutating func report(
        _ fact: DeclaredFact, in file: SourceText,
        contradicts first: (fact: DeclaredFact, file: SourceText)
    ) {
        let line = first.file.line(at: first.fact.path.range.lowerBound)
        let finding = PolicyFinding.contradictoryFact(
            fact, contradicts: first.fact, first: "\(first.file.path), ligne \(line)")
        report(finding, at: fact.path.range, in: file)
    }
}
