// The rules of Lua that grammar alone does not tell: constants, labels, `break` and `...`.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Walks a tree with the names in scope, as stock Lua's compiler does.
struct ScopeChecker {
    /// A local in scope.
    struct Local {
        let name: Name
        let isConstant: Bool
    }

    /// A label or a `goto` with the number of locals in scope there.
    struct Jump {
        let name: Name
        var localCount: Int
    }

    /// What belongs to one function only.
    struct Function {
        let acceptsVarargs: Bool
        /// The first of its locals.
        let firstLocal: Int
        /// The labels passed in the blocks that are open.
        var labels: [Jump] = []
        /// The jumps whose label has not come yet.
        var pending: [Jump] = []
        /// How many loops are open.
        var loops = 0
    }

    let source: SourceText
    var locals: [Local] = []
    var function: Function
    var diagnostics: [Diagnostic] = []

    private init(_ source: SourceText) {
        self.source = source
        function = Function(acceptsVarargs: true, firstLocal: 0)
    }

    /// Checks a whole file.
    static func check(_ block: Block, in source: SourceText) throws(DiagnosticsError) {
        var checker = ScopeChecker(source)
        checker.visit(block)
        checker.reportPending()
        try checker.finish()
    }

    /// Checks an expression that stands alone; `...` is taken to be in scope.
    static func check(_ expression: Expression, in source: SourceText) throws(DiagnosticsError) {
        var checker = ScopeChecker(source)
        checker.visit(expression)
        try checker.finish()
    }

    private func finish() throws(DiagnosticsError) {
        if diagnostics.isEmpty { return }
        throw DiagnosticsError(diagnostics)
    }

    /// The place of a range; not looked for past the limit, since a line may be very long.
    func location(_ range: SourceRange) -> Diagnostic.Location {
        let isFull = diagnostics.count >= LuaParser.faultLimit
        return isFull ? .init(file: source.path) : .init(range, in: source)
    }

    /// Keeps a fault, up to the limit.
    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < LuaParser.faultLimit { diagnostics.append(diagnostic) }
    }

    /// The line on which a name stands.
    func line(of name: Name) -> Int { source.line(at: name.range.lowerBound) }
}

// MARK: - Expressions

extension ScopeChecker {
    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .varargs:
            if !function.acceptsVarargs {
                report(.varargsOutside(at: location(expression.range)))
            }
        case .function(let body): visit(body, receiver: nil)
        default: expression.forEachChild { visit($0) }
        }
    }

    private mutating func visit(_ expressions: [Expression]) {
        for expression in expressions { visit(expression) }
    }

    /// Visits a function; `receiver` is the name of a method, which has the parameter `self`.
    private mutating func visit(_ body: FunctionBody, receiver: Name?) {
        let outer = function
        function = Function(acceptsVarargs: body.varargs != nil, firstLocal: locals.count)
        if let receiver { declare(Name(text: "self", range: receiver.range)) }
        for parameter in body.parameters { declare(parameter) }
        visit(body.block)
        reportPending()
        locals.removeLast(locals.count - function.firstLocal)
        function = outer
    }

    private mutating func declare(_ name: Name, isConstant: Bool = false) {
        locals.append(Local(name: name, isConstant: isConstant))
    }
}

// MARK: - Statements

extension ScopeChecker {
    /// Visits statements, then the condition of `until`, which stands in their scope.
    private mutating func visit(_ block: Block, tail: Expression? = nil) {
        let firstLocal = locals.count
        let firstLabel = function.labels.count
        let firstPending = function.pending.count
        let noMoreLocals = tail == nil ? block.trailingLabelStart : block.statements.count
        for (index, statement) in block.statements.enumerated() {
            if case .label(let name) = statement.kind {
                let count = index >= noMoreLocals ? firstLocal : locals.count
                place(Jump(name: name, localCount: count), firstPending: firstPending)
            } else {
                visit(statement)
            }
        }
        if let tail { visit(tail) }
        locals.removeLast(locals.count - firstLocal)
        function.labels.removeLast(function.labels.count - firstLabel)
        for index in firstPending..<max(firstPending, function.pending.count) {
            function.pending[index].localCount = firstLocal
        }
    }

    private mutating func visitLoop(_ block: Block, tail: Expression? = nil) {
        function.loops += 1
        visit(block, tail: tail)
        function.loops -= 1
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .assignment(let targets, let values):
            visit(targets)
            for case .name(let name) in targets.map(\.kind) { checkAssignable(name) }
            visit(values)
        case .local(let names, let values): visitLocal(names, values)
        case .call(let call): visit(call)
        case .doBlock(let body): visit(body)
        case .conditional(let clauses, let otherwise):
            for clause in clauses {
                visit(clause.condition)
                visit(clause.body)
            }
            if let otherwise { visit(otherwise) }
        case .function(let path, let method, let body):
            visit(body, receiver: method)
            if path.count == 1, method == nil, let name = path.first { checkAssignable(name) }
        case .localFunction(let name, let body):
            declare(name)
            visit(body, receiver: nil)
        case .returnValues(let values): visit(values)
        case .breakLoop:
            if function.loops == 0 {
                report(.breakOutside(at: location(statement.range)))
            }
        case .goto(let name): jump(to: name)
        case .label: break
        case .whileLoop, .repeatLoop, .numericFor, .genericFor: visitLoop(statement)
        }
    }

    private mutating func visitLoop(_ statement: Statement) {
        switch statement.kind {
        case .whileLoop(let condition, let body):
            visit(condition)
            visitLoop(body)
        case .repeatLoop(let body, let condition):
            visitLoop(body, tail: condition)
        case .numericFor(let variable, let start, let limit, let step, let body):
            visit([start, limit] + [step].compactMap(\.self))
            visitFor([variable], body)
        case .genericFor(let names, let values, let body):
            visit(values)
            visitFor(names, body)
        default: break
        }
    }

    private mutating func visitFor(_ names: [Name], _ body: Block) {
        let firstLocal = locals.count
        let firstPending = function.pending.count
        for name in names { declare(name) }
        visitLoop(body)
        locals.removeLast(names.count)
        for index in firstPending..<max(firstPending, function.pending.count) {
            function.pending[index].localCount = firstLocal
        }
    }

    private mutating func visitLocal(_ names: [Statement.LocalName], _ values: [Expression]) {
        var hasClose = false
        for attribute in names.compactMap(\.attribute) {
            switch attribute.text {
            case "const": continue
            case "close":
                if hasClose { report(.severalClose(at: location(attribute.range))) }
                hasClose = true
            default:
                report(.unknownAttribute(attribute.text, at: location(attribute.range)))
            }
        }
        visit(values)
        for local in names { declare(local.name, isConstant: local.attribute != nil) }
    }

    private mutating func checkAssignable(_ name: Name) {
        guard let local = locals.last(where: { $0.name.text == name.text }), local.isConstant
        else { return }
        report(
            .constantAssigned(name.text, line: line(of: local.name), at: location(name.range)))
    }
}
