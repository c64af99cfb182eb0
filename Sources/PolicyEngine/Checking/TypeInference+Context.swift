// What an expression sees where it stands, and what the inference keeps of functions.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// Where an expression is inferred.
    struct Context {
        /// The file, rule or call that it belongs to.
        let frame: Frame
        /// The locals that it sees, innermost first.
        var scope: Scope?
        /// The rule for which it runs, if any.
        let rule: RunningRule?

        /// A range of the context's file.
        func place(_ range: SourceRange) -> PolicyPlace {
            PolicyPlace(file: frame.file, range: range)
        }
    }

    /// What the inference keeps of a rule, which is copied with each context.
    struct RunningRule {
        /// The rule's identifier.
        let id: String
        /// Whether the rule says how to round months.
        let isRounded: Bool

        /// Keeps what is needed of a rule.
        init(_ rule: Rule) {
            id = rule.id.value
            isRounded = rule.rounding != nil
        }
    }

    /// One run of a file, of a rule's field or of a function's body.
    final class Frame {
        /// What runs.
        enum Kind {
            case file, rule
            /// The name is nil for a function that has none.
            case function(name: String?)
        }

        /// The file's index.
        let file: Int
        /// What runs.
        let kind: Kind
        /// Whether facts, parameters, tables and calculs are visible.
        let seesFacts: Bool
        /// Names that only this expression sees: `debut` in `fin`.
        let extras: [String: PolicyType]
        /// What each `return` gave.
        var returns: [Return] = []

        /// Starts a run.
        init(file: Int, kind: Kind, seesFacts: Bool, extras: [String: PolicyType] = [:]) {
            self.file = file
            self.kind = kind
            self.seesFacts = seesFacts
            self.extras = extras
        }

        /// Whether it is the file's own level, which runs as plain Lua.
        var isFile: Bool { if case .file = kind { true } else { false } }
    }

    /// One `return`: the values, and where they stand.
    struct Return {
        /// The values' types.
        let types: [PolicyType]
        /// The first value, or the statement where there is none.
        let place: PolicyPlace
    }

    /// A local, a parameter or a loop's variable.
    final class Variable {
        /// Its name.
        let name: String
        /// Where it is declared.
        let place: PolicyPlace
        /// The run that owns it.
        let frame: Frame
        /// The join of everything assigned to it so far.
        var type: PolicyType

        /// Declares a variable.
        init(name: String, place: PolicyPlace, frame: Frame, type: PolicyType) {
            self.name = name
            self.place = place
            self.frame = frame
            self.type = type
        }
    }

    /// Visible locals: a list that grows at its head, so that a function keeps what it saw.
    final class Scope {
        /// The last variable declared.
        let variable: Variable
        /// What was declared before it.
        let outer: Scope?

        /// Adds a variable.
        init(_ variable: Variable, outer: Scope?) {
            self.variable = variable
            self.outer = outer
        }

        /// The innermost variable of a name.
        func find(_ name: String) -> Variable? {
            var scope: Scope? = self
            while let current = scope {
                if current.variable.name == name { return current.variable }
                scope = current.outer
            }
            return nil
        }

        /// All names, innermost first.
        var names: [String] {
            var names: [String] = []
            var scope: Scope? = self
            while let current = scope {
                names.append(current.variable.name)
                scope = current.outer
            }
            return names
        }
    }

    /// A function of a file with what it saw where it was written.
    struct Closure {
        /// Its parameters and statements.
        let body: FunctionBody
        /// Its name; nil for a function that has none.
        let name: String?
        /// The run that made it.
        let frame: Frame
        /// The locals that it sees.
        let scope: Scope?
        /// The rule in which it is written, if any.
        let rule: RunningRule?

        /// Where the body stands.
        var place: PolicyPlace { PolicyPlace(file: frame.file, range: body.range) }
    }

    /// A call that need not be inferred twice.
    struct CallKey: Hashable {
        /// The function's number.
        let closure: Int
        /// The types of the arguments.
        let arguments: [PolicyType]
        /// The rule without `arrondi` for which it runs.
        let unroundedRule: String?
        /// Whether its faults were not reported.
        let isSilent: Bool
        /// Whether what it gives goes into a text.
        let isQuoted: Bool
    }

    /// What a call gives.
    struct Outcome {
        /// The values, each the join of all returns.
        let types: [PolicyType]
        /// The returns one by one; nil where they are not known.
        let returns: [Return]?
        /// Whether the function puts a value that it is given, or that it reads, into a text.
        var quotes = false

        /// What a call gives that is not inferred.
        static let unknown = Outcome(types: [.any], returns: nil)
        /// What a call gives beyond the limits of the inference: it may do anything.
        static let notInferred = Outcome(types: [.any], returns: nil, quotes: true)
    }

    /// An expression with its type.
    struct Operand {
        /// Its type.
        let type: PolicyType
        /// The expression.
        let expression: Expression
    }
}
