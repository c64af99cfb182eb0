// What each missing fact can still change, in French.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

/// The sentences of an outlook.
struct OutlookText {
    private let outlook: Outlook
    private let wording: PlacementWording

    /// Words an outlook.
    init(_ outlook: Outlook, _ names: FactNames) {
        self.outlook = outlook
        wording = PlacementWording(names)
    }

    /// What a missing fact can change, one sentence a result; none for what the outlook does not know.
    ///
    /// An opinion may wait for a fact whose values all lead to the same.
    func sentences(on path: String, isAwaited: Bool) -> [String] {
        guard let piece = outlook.pieces.first(where: { $0.path.description == path }) else {
            return outlook.gaps.contains(path)
                ? ["c’est une ligne de tableau : aucun fait du dossier n’en tient lieu."] : []
        }
        guard !piece.isWithoutEffect else {
            guard !piece.isPartial else {
                return [
                    "exploration arrêtée avant la fin, sans que ses valeurs aient pu être"
                        + " départagées : résultat partiel."
                ]
            }
            guard !isAwaited || isIncompleteAnyway(without: path) else {
                return [
                    "quelle que soit sa valeur, l’avis et la priorité seront les mêmes"
                        + (piece.isExact ? "." : " (possible).")
                ]
            }
            return piece.isExact
                ? ["sans effet : toutes ses valeurs donnent le même avis et la même priorité."]
                : [
                    "sans effet (possible) : toutes les valeurs essayées donnent le même avis et la"
                        + " même priorité."
                ]
        }
        let opinions = piece.opinions.flatMap { change in
            let place =
                change.expertises.isEmpty || outlook.settled.count < 2
                ? ""
                : "expertise\(change.expertises.count > 1 ? "s" : "") \(French.list(change.expertises.map(String.init))) : "
            return change.choices.filter(\.isTold).map { choice in
                place + sentence(result(choice.results), choice, of: piece.path)
            }
        }
        let points = piece.points.filter(\.isTold).map { choice in
            sentence(result(choice.results), choice, of: piece.path)
        }
        let partial =
            piece.isPartial
            ? ["exploration arrêtée avant la fin : résultat partiel."] : []
        return opinions + points + partial
    }

    /// Whether the opinions that a fact is about stay incomplete whatever the missing facts turn out to
    /// be, this one as well.
    func isIncompleteAnyway(without path: String) -> Bool {
        guard let piece = outlook.pieces.first(where: { $0.path.description == path }),
            piece.opinions.isEmpty, !piece.isPartial, piece.isExact
        else { return false }
        let concerned = outlook.settled.indices.filter { index in
            !path.hasPrefix("expertises[") || path.hasPrefix("expertises[\(index + 1)]")
        }
        return !concerned.isEmpty && concerned.allSatisfy { outlook.settled[$0] == .incomplet }
    }

    /// What is settled whatever the missing facts turn out to be; nil when something is open.
    var settled: String? {
        guard !outlook.pieces.isEmpty, let avis = outlook.settled.first.flatMap(\.self),
            outlook.settled.allSatisfy({ $0 == avis })
        else { return nil }
        return "Quoi que disent les faits qui manquent, l’avis sera « \(avis.word) »."
    }

    /// The only number of points that completions lead to, where a verdict leaves it open.
    func settledPoints(of priority: Priority) -> String? {
        guard let points = outlook.settledPoints, priority.points != priority.pointsMax else {
            return nil
        }
        return "Quoi que disent les faits qui manquent, la priorité sera de \(pointCount(points))."
    }

    /// What the opinions and points beside the facts suppose; nil where there is but one fact.
    var supposition: String? {
        let isOne = outlook.pieces.count + outlook.gaps.count < 2
        guard !isOne, outlook.pieces.contains(where: { !$0.isWithoutEffect }) else { return nil }
        return
            "Ce qui est annoncé vaut une fois le dossier complété ; « au mieux » : d’autres faits"
            + " en décident aussi."
    }

    private func sentence<Result>(
        _ result: String, _ choice: DecisivePiece.Choice<Result>, of fact: FactPath
    ) -> String {
        let ways = choice.ways.prefix(2).map { wording.french($0, of: fact) }.withoutRepeats
        let more = choice.ways.count > 2 || choice.hasMore ? ", entre autres" : ""
        let doubt = choice.isExact ? "" : " (possible)"
        return "\(result)\(doubt) si : \(ways.joined(separator: " ; ou bien "))\(more)."
    }

    private func result(_ span: ClosedSpan<Avis>) -> String {
        span.best == span.worst ? span.best.word : "\(span.best.word) au mieux"
    }

    private func result(_ span: ClosedSpan<Double>) -> String {
        span.best == span.worst
            ? "priorité de \(pointCount(span.best))"
            : "priorité de \(French.decimal(span.worst)) à \(pointCount(span.best))"
    }
}

extension DecisivePiece.Choice {
    /// Whether some way in it is more than the end of the calendar.
    fileprivate var isTold: Bool { !ways.allSatisfy { $0.contains(where: \.cell.isAtCalendarEnd) } }
}
