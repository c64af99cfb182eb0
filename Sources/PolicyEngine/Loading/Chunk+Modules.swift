// What makes a module of a policy file, and how a file requires one.
// SPDX-License-Identifier: MIT

import Diagnostics
package import LuaSyntax

extension Chunk {
    /// The `return` in which a module ends; nil for a file of rules, which has none.
    var handedOver: Statement? {
        guard let last = block.statements.last, case .returnValues = last.kind else { return nil }
        return last
    }

    /// The name by which files require it: its path without `.lua`.
    var moduleName: String { PolicyPath.moduleName(source.path) }

    /// The names of its constructs, of which a module has none.
    var constructs: [Name] {
        block.statements.compactMap { PolicyVocabulary.construct(of: $0)?.calledName }
    }

    /// The modules that it requires, in the order of the text.
    var requests: [Located<String>] { block.statements.compactMap(\.request) }
}

extension PolicyFile {
    /// Whether it is a module: it ends in `return`, and declares nothing.
    package var isModule: Bool { chunk.handedOver != nil }
}

extension Statement {
    /// What `local nom = require "dossier/module"` asks for; nil for any other statement.
    package var request: Located<String>? {
        guard case .local(let names, let values) = kind, names.count == 1, values.count == 1
        else { return nil }
        return values[0].request
    }
}

extension Expression {
    /// The literal text of `require "dossier/module"`.
    var request: Located<String>? {
        guard case .call(let callee, let arguments) = kind, case .name(let name) = callee.kind,
            name.text == PolicyVocabulary.require, arguments.count == 1,
            case .string(let literal) = arguments[0].kind
        else { return nil }
        return Located(value: literal.text, range: arguments[0].range)
    }
}
