// `--coverage` and its forms: what the tests cover of the policy.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyDocumentation
import PolicyTesting

/// Where `sceau test` tells what it covers.
struct CoverageOptions: ParsableArguments {
    @Flag(
        help: .french(
            "Dit aussi ce que les tests couvrent : résultats, conditions, seuils, périodes, lignes."
        ))
    var coverage = false

    @Option(
        help: ArgumentHelp.french(
            "Écrit la couverture dans une page HTML.", valueName: "fichier"),
        completion: .file(extensions: ["html"]))
    var coverageHtml: String?

    @Option(
        help: ArgumentHelp.french("Écrit la couverture en JSON.", valueName: "fichier"),
        completion: .file(extensions: ["json"]))
    var coverageJson: String?

    /// Whether any form is asked for.
    var isAsked: Bool { coverage || coverageHtml != nil || coverageJson != nil }

    /// The files to write.
    var files: [String?] { [coverageHtml, coverageJson] }

    func validate() throws {
        try ResultPlace.checkName(coverageHtml, option: "--coverage-html")
        try ResultPlace.checkName(coverageJson, option: "--coverage-json")
    }

    /// Writes the files, and gives the text to show before the tests' last line.
    func publish(_ report: CoverageReport, _ palette: Palette) throws -> String {
        if let coverageHtml {
            try Console.publish(report.document.written(as: .html), to: coverageHtml)
        }
        if let coverageJson {
            let json = report.json.encoded(style: .pretty) + "\n"
            try Console.publish(json, to: coverageJson)
        }
        return coverage ? report.text(palette) : ""
    }
}

extension CoverageReport {
    /// The figures, then what is not covered.
    func text(_ palette: Palette) -> String {
        var page = TextPage(palette)
        page.heading("Couverture")
        for section in sections {
            page.item(Stretch(section.figures.padded(toColumns: 12)), Stretch(section.title))
        }
        for section in sections where section.covered < section.items.count {
            page.heading("Non couvert : \(section.title)")
            for (owner, names) in section.missing {
                page.item(Stretch(code: owner), Stretch(code: names.joined(separator: " ; ")))
            }
        }
        page.space()
        return page.text
    }

    /// Figures, and what is not covered, as `sceau/couverture/1`.
    var json: JSONValue {
        .object(
            [.init("schema", .string(ReportSchemas.coverage.identifier))]
                + sections.map { section in
                    let missing = section.items.filter { !$0.isCovered }
                    return .init(
                        section.key,
                        [
                            "titre": .string(section.title),
                            "couverts": .integer(Int64(section.covered)),
                            "total": .integer(Int64(section.items.count)),
                            "manquants": .array(
                                missing.map {
                                    ["dans": .string($0.owner), "quoi": .string($0.name)]
                                }),
                        ])
                })
    }

    /// The same as a page that stands by itself.
    var document: Document {
        let figures = Table(
            header: ["Ce qui est couvert", "Couverts", "Total"],
            rows: sections.map {
                [Prose($0.title), Prose(String($0.covered)), Prose(String($0.items.count))]
            })
        let lists = sections.flatMap { section -> [PageBlock] in
            let rows = section.items.map { item in
                [Prose(code: item.owner), Prose(code: item.name), item.isCovered ? "oui" : "non"]
            }
            return [
                .heading(level: 2, Prose(section.title), anchor: section.key),
                .table(Table(header: ["Dans", "Quoi", "Couvert"], rows: rows)),
            ]
        }
        return Document(title: "Couverture des politiques", blocks: [.table(figures)] + lists)
    }
}

extension CoverageReport.Section {
    /// « 88 sur 92 ».
    fileprivate var figures: String { "\(covered) sur \(items.count)" }

    /// What is not covered, by owner, in order.
    fileprivate var missing: [(owner: String, names: [String])] {
        var groups: [(owner: String, names: [String])] = []
        for item in items where !item.isCovered {
            if groups.last?.owner == item.owner {
                groups[groups.count - 1].names.append(item.name)
            } else {
                groups.append((item.owner, [item.name]))
            }
        }
        return groups
    }
}
