// A construct as it is written: its name, its identifier and its table.
// SPDX-License-Identifier: MIT

package import Diagnostics
package import LuaSyntax

/// A statement `kind "id" { … }`, or `niveaux { … }`.
package struct ConstructCall {
    /// Which construct.
    package let kind: ConstructKind
    /// Its identifier with its place; blank for `niveaux`.
    package let id: Located<String>
    /// The fields of its table.
    package let fields: [TableField]
    /// The whole statement.
    package let range: SourceRange

    /// From the construct's name to its identifier.
    package var head: SourceRange { range.lowerBound..<id.range.upperBound }

    /// The construct for a French reader: « le critère « ELIG-01 » ».
    package var owner: String {
        kind == .niveaux ? kind.noun : "\(kind.noun) \(id.value.quotedToken)"
    }

    /// Its named fields, whose faults are reported.
    package func table(_ findings: FileFindings) -> ConstructTable {
        let shape = TableShape(
            owner: owner, required: kind.requiredFields, optional: kind.optionalFields)
        return ConstructTable(fields, shape: shape, head: head, findings: findings)
    }
}

extension ConstructCall {
    /// Reads a statement of a file's own level; nil when it is no construct, or a wrong one.
    ///
    /// The locals are those of the file: they may be called like anything.
    package init?(_ statement: Statement, locals: Set<String>, findings: FileFindings) {
        guard case .call(let call) = statement.kind, let name = call.calledName,
            !locals.contains(name.text)
        else { return nil }
        guard let kind = ConstructKind(rawValue: name.text) else {
            let isTest = findings.source.path.hasPrefix(PolicyFolder.testFolder + "/")
            if let finding = ConstructCall.misspelling(of: call, name, amongTests: isTest) {
                findings.report(finding, at: name.range)
            }
            return nil
        }
        guard let parts = ConstructCall.parts(of: call, kind) else {
            let fault = ConstructCall.fault(of: call, kind)
            findings.report(fault.finding, at: fault.place?.range ?? name.range)
            return nil
        }
        self.kind = kind
        id = parts.id ?? Located(value: "", range: name.range)
        fields = parts.fields
        range = statement.range
    }

    private static func parts(
        of call: Expression, _ kind: ConstructKind
    ) -> (id: Located<String>?, fields: [TableField])? {
        guard case .call(let callee, let arguments) = call.kind, arguments.count == 1,
            case .table(let fields) = arguments[0].kind
        else { return nil }
        if kind == .niveaux {
            guard case .name = callee.kind else { return nil }
            return (nil, fields)
        }
        guard case .call(let root, let ids) = callee.kind, case .name = root.kind, ids.count == 1,
            case .string(let literal) = ids[0].kind
        else { return nil }
        return (Located(value: literal.text, range: ids[0].range), fields)
    }

    /// What is wrong with the shape of a construct, and the part that is.
    private static func fault(
        of call: Expression, _ kind: ConstructKind
    ) -> (finding: PolicyFinding, place: Expression?) {
        let lists = call.argumentLists
        let first = lists.first?.first
        guard kind != .niveaux else { return (.wrongShape(kind), first) }
        guard lists.count == 2, lists.allSatisfy({ $0.count == 1 }) else {
            if lists.count == 1, lists[0].count == 1, first?.isText == true {
                return (.constructWithoutTable(kind), nil)
            }
            if lists.count == 1, lists[0].count == 1, first?.isTable == true {
                return (.constructWithoutID(kind), nil)
            }
            return (.wrongShape(kind), nil)
        }
        if first?.isText != true { return (.computedID(kind), first) }
        return (.computedTable(kind), lists[1].first)
    }

    /// A name that no one knows, called like a construct.
    private static func misspelling(
        of call: Expression, _ name: Name, amongTests isTest: Bool
    ) -> PolicyFinding? {
        let lists = call.argumentLists
        guard Builtin.named(name.text) == nil, let last = lists.last?.last, last.isTable else {
            return nil
        }
        let hasShape = lists.count == 2 && lists[0].count == 1 && lists[0][0].isText
        let known = ConstructKind.allCases.filter { $0.isTest == isTest }.map(\.rawValue)
        let nearest = Spelling.nearest(to: name.text, among: known)
        return hasShape || nearest != nil
            ? .unknownConstruct(name.text, nearest: nearest, among: known) : nil
    }
}

extension Expression {
    /// The name that a call, or a call of a call, starts with.
    package var calledName: Name? {
        guard case .call(let callee, _) = kind else { return nil }
        if case .name(let name) = callee.kind { return name }
        return callee.calledName
    }

    /// The arguments of a call of a call, outermost last.
    fileprivate var argumentLists: [[Expression]] {
        guard case .call(let callee, let arguments) = kind else { return [] }
        return callee.argumentLists + [arguments]
    }

    /// Whether it is a literal text.
    fileprivate var isText: Bool { if case .string = kind { true } else { false } }

    /// Whether it is a table.
    fileprivate var isTable: Bool { if case .table = kind { true } else { false } }
}
