// Modules: what `require` names, each read before the files that need it.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension LoadingSession {
    /// How many modules may stand open, each requiring the next.
    private static let deepestModule = 100

    /// Adds the modules that a file requires and that are not there yet, each after those that it
    /// requires itself.
    mutating func addModules(requiredBy chunk: Chunk, to files: inout [PolicyFile]) {
        for request in chunk.requests {
            guard let module = module(request, requiredIn: chunk.source) else { continue }
            let path = module.source.path
            if let start = opened.firstIndex(of: path) {
                report(circle: Array(opened[start...]), closedBy: request, in: chunk.source)
            } else if !files.contains(where: { $0.source.path == path }) {
                opened.append(path)
                addModules(requiredBy: module, to: &files)
                opened.removeLast()
                files.append(PolicyFile(chunk: module, declarations: Declarations()))
            }
        }
    }

    /// Reports the constructs of a module.
    mutating func reportConstructs(in module: Chunk) {
        for name in module.constructs {
            report(.constructInModule(name.text), at: name.range, in: module.source)
        }
    }

    /// Warns of modules that nothing requires, where files are read at all.
    ///
    /// A file that does not parse might require any of them.
    mutating func reportUnusedModules() {
        guard !chunks.values.contains(where: { $0 == nil }) else { return }
        for folder in folders.keys.sortedByBytes where isRead(folder) {
            for file in folders[folder] ?? [] where !required.contains(file.path) {
                guard let chunk = quietly(file), let last = chunk.handedOver,
                    chunk.constructs.isEmpty
                else { continue }
                let word = last.range.lowerBound..<last.range.lowerBound + "return".utf8.count
                report(.unusedModule(PolicyPath.moduleName(file.path)), at: word, in: file)
            }
        }
    }

    /// Whether regimes read a folder, or take a module from it.
    func isRead(_ folder: String) -> Bool {
        regimeFolders.contains(folder) || named.contains(folder) || isLibrary(folder)
    }

    /// Whether a file requires a module of a folder.
    func isLibrary(_ folder: String) -> Bool {
        folders[folder]?.contains { required.contains($0.path) } ?? false
    }

    /// Whether a file of the policy is a module, as far as it can be read.
    func isModule(_ file: SourceText) -> Bool { quietly(file)?.handedOver != nil }

    /// The module that a request names; what is wrong with the request is reported.
    private mutating func module(
        _ request: Located<String>, requiredIn file: SourceText
    ) -> Chunk? {
        let name = request.value
        guard PolicyPath.isModuleName(name) else {
            report(.wrongModuleName(name), at: request.range, in: file)
            return nil
        }
        guard let source = source.file(at: name + ".lua") else {
            let known = moduleNames
            let nearest = Spelling.nearest(to: name, among: known)
            if let nearest { required.insert(nearest + ".lua") }
            report(.absentModule(name, nearest: nearest, among: known), at: request.range, in: file)
            return nil
        }
        required.insert(source.path)
        guard opened.count < LoadingSession.deepestModule else {
            let finding = PolicyFinding.modulesTooDeep(limit: LoadingSession.deepestModule)
            report(finding, at: request.range, in: file)
            return nil
        }
        guard let chunk = chunk(of: source) else { return nil }
        guard chunk.handedOver != nil else {
            report(.requiredRules(name), at: request.range, in: file)
            return nil
        }
        reportConstructs(in: chunk)
        return chunk
    }

    /// A circle is one fault, wherever files enter it.
    private mutating func report(
        circle paths: [String], closedBy request: Located<String>, in file: SourceText
    ) {
        guard circles.insert(Set(paths)).inserted else { return }
        let names = paths.map(PolicyPath.moduleName)
        report(.moduleCircle(names + [names[0]]), at: request.range, in: file)
    }

    /// The names of the policy's modules, in byte order.
    private var moduleNames: [String] {
        folders.keys.sortedByBytes.flatMap { folders[$0] ?? [] }.filter(isModule)
            .map { PolicyPath.moduleName($0.path) }
    }

    /// A file that nothing asked to read, so that its faults are none of the policy's.
    private func quietly(_ file: SourceText) -> Chunk? {
        if let known = chunks[file.path] { return known }
        return try? LuaParser.parse(file)
    }
}
