// The plain command lines of `sceau evaluate`, read without the option parser.
// SPDX-License-Identifier: MIT

extension EvaluationRequest {
    /// Reads a command line as the option parser does, in a hundredth of its time: that one meets
    /// its types one by one as the program starts.
    ///
    /// Nil for another verb and for all that needs an answer or a second look (help, faults, values
    /// that start with a hyphen): they are the parser's matter.
    init?(plain arguments: [String]) {
        guard let verb = arguments.first, EvaluateCommand.names.contains(verb) else { return nil }
        self.init()
        var words = arguments.dropFirst()
        while let word = words.popFirst() {
            if word.isPlainValue {
                dossiers.append(word)
            } else if !takeFlag(word) {
                let (name, joined) = EvaluationRequest.parts(of: word)
                guard let value = joined ?? words.popFirst(), value.isPlainValue,
                    take(name, value)
                else { return nil }
            }
        }
        guard !dossiers.isEmpty else { return nil }
    }

    /// The name of an option, and the value that is joined to it; nil for none.
    private static func parts(of word: String) -> (name: String, value: String?) {
        guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else {
            return (word, nil)
        }
        return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }

    /// Takes a flag; false for any other word.
    private mutating func takeFlag(_ word: String) -> Bool {
        switch word {
        case "--bref": isShort = true
        case "--exit-verdict": countsOpinions = true
        default: return false
        }
        return true
    }

    /// Takes an option, the last of several that have one value; false for what it cannot be.
    private mutating func take(_ name: String, _ value: String) -> Bool {
        switch name {
        case "--format":
            format = Format(rawValue: value)
            return format != nil
        case "--csv":
            csv = CSVProfile(rawValue: value)
            return csv != nil
        case "--jobs":
            jobs = Int(value)
            return jobs != nil
        case "--color":
            guard let color = ColorChoice(rawValue: value) else { return false }
            output.colors = color
        case "--avec": replacements.append(value)
        case "--policies": policies.named = value
        case "--le": decision.le = value
        case "--regime": decision.regime = value
        case "--output", "-o": output.file = value
        default: return false
        }
        return true
    }
}

extension String {
    /// Whether a word is neither empty nor an option's name.
    fileprivate var isPlainValue: Bool { !isEmpty && utf8.first != UInt8(ascii: "-") }
}
