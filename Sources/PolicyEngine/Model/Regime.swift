// A regime with everything that applies under it.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import LuaSyntax

/// One policy file: its text, its tree and what it declares.
public struct PolicyFile: Sendable {
    /// The parsed text; its path is relative to the policies folder.
    public let chunk: Chunk
    /// What it declares.
    public let declarations: Declarations

    /// The file's text.
    public var source: SourceText { chunk.source }
}

/// What one file, or one regime, declares.
public struct Declarations: Sendable {
    /// The `regime` statements.
    public var regimes: [RegimeDeclaration] = []
    /// The `parametre` statements.
    public var parameters: [Parameter] = []
    /// The `donnees` statements.
    public var tables: [DataTable] = []
    /// The `champ` statements.
    public var facts: [DeclaredFact] = []
    /// The `niveaux` statements.
    public var levels: [Located<Levels>] = []
    /// The rules, in source order.
    public var rules: [Rule] = []

    /// Nothing declared.
    public init() {}

    /// Adds what another file declares.
    package mutating func append(_ other: Declarations) {
        regimes += other.regimes
        parameters += other.parameters
        tables += other.tables
        facts += other.facts
        levels += other.levels
        rules += other.rules
    }
}

/// A regime: its declaration and the files whose rules apply under it.
public struct Regime: Sendable {
    /// The `regime` statement.
    public let declaration: RegimeDeclaration
    /// Its files in byte order of path, included folders before its own, optional ones last; each
    /// module stands before the first file that requires it.
    public let files: [PolicyFile]
    /// Everything that those files declare; a rule's `file` is an index into `files`.
    public let declarations: Declarations

    /// The regime's identifier.
    public var id: String { declaration.id.value }

    /// The path of the file that declares it.
    var declaredIn: String { "\(id)/\(PolicyLoader.regimeFile)" }

    /// The text of that file.
    var declaringFile: SourceText? { files.first { $0.source.path == declaredIn }?.source }

    /// Puts together what its files declare.
    init(_ declaration: RegimeDeclaration, files: [PolicyFile]) {
        self.declaration = declaration
        self.files = files
        var declarations = Declarations()
        for (index, file) in files.enumerated() {
            let first = declarations.rules.count
            declarations.append(file.declarations)
            for rule in first..<declarations.rules.count { declarations.rules[rule].file = index }
        }
        self.declarations = declarations
    }

    private init(
        declaration: RegimeDeclaration, files: [PolicyFile], declarations: Declarations
    ) {
        self.declaration = declaration
        self.files = files
        self.declarations = declarations
    }

    /// The same regime, whose files count as declaring something else.
    func declaring(_ declarations: Declarations) -> Regime {
        Regime(declaration: declaration, files: files, declarations: declarations)
    }
}
