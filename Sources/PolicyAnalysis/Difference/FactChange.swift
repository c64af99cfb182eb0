// Facts that two versions of a policy declare otherwise.
// SPDX-License-Identifier: MIT

public import Labelling

/// A fact of the policy's own (`champ`) that the versions do not declare alike; its title aside.
public struct FactChange: Sendable {
    /// What of a declaration differs.
    public enum Aspect: String, Sendable, CaseIterable {
        /// Only one version declares the fact: a dossier that holds it is refused under the other.
        case presence
        /// What it may be: a text, a number, a closed list.
        case type
        /// The texts of its closed list, whatever their order.
        case values = "valeurs"
        /// Whether a dossier without it is refused.
        case requirement = "obligatoire"
        /// The unit of a number.
        case unit = "unite"
        /// Whether the applicant may still change it: counterfactuals differ.
        case modifiable
        /// Whether it may tell about a person: what texts may quote differs.
        case personal = "personnel"

        /// Whether one version takes a dossier that the other refuses.
        public var changesDossiers: Bool {
            switch self {
            case .presence, .type, .values, .requirement: true
            case .unit, .modifiable, .personal: false
            }
        }
    }

    /// The fact.
    public let path: FactPath
    /// As it was declared; nil for not at all.
    public let before: FactField?
    /// As it is declared; nil for not at all.
    public let after: FactField?

    /// What differs, in the order of the aspects; never empty.
    public var aspects: [Aspect] {
        guard let before, let after else { return [.presence] }
        return Aspect.allCases.filter { aspect in
            switch aspect {
            case .presence: false
            case .type: !before.type.isOfOneKind(with: after.type)
            case .values:
                before.type.isOfOneKind(with: after.type)
                    && Set(before.type.texts) != Set(after.type.texts)
            case .requirement: before.isRequired != after.isRequired
            case .unit: before.unit != after.unit
            case .modifiable: before.isModifiable != after.isModifiable
            case .personal: before.isPersonal != after.isPersonal
            }
        }
    }

    /// Whether one version takes a dossier that the other refuses.
    public var changesDossiers: Bool { aspects.contains(where: \.changesDossiers) }

    /// What the facts of two versions differ in.
    static func between(_ before: DossierSchema, _ after: DossierSchema) -> [FactChange] {
        let (old, new) = (before.declared, after.declared)
        return Set(old.keys).union(new.keys)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .compactMap { name in
                guard let path = FactPath("complements.\(name)") else { return nil }
                let change = FactChange(path: path, before: old[name], after: new[name])
                return change.aspects.isEmpty ? nil : change
            }
    }
}

extension DossierSchema {
    /// The facts that the policy declares, by name.
    fileprivate var declared: [String: FactField] {
        let fields = root.field(named: "complements")?.type.record?.fields ?? []
        return Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension FactType {
    /// The texts of a closed list; none for anything else.
    fileprivate var texts: [String] { if case .closed(let list) = self { list.values } else { [] } }

    /// Whether both are the same, the texts of closed lists aside.
    fileprivate func isOfOneKind(with other: FactType) -> Bool {
        if case .closed = self, case .closed = other { return true }
        return self == other
    }
}
