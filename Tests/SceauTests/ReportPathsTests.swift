// Tests of the paths under which a report names policy files.
// SPDX-License-Identifier: MIT

import Testing

@testable import sceau

struct ReportPathsTests {
    struct Case: CustomTestStringConvertible {
        let policies: String
        let path: String
        let uri: String
        var testDescription: String { policies }
    }

    @Test(arguments: [
        Case(policies: "policies", path: "policies/a.lua", uri: "policies/a.lua"),
        Case(policies: "./policies/", path: "policies/a.lua", uri: "policies/a.lua"),
        Case(policies: "/depot/policies", path: "policies/a.lua", uri: "policies/a.lua"),
        Case(policies: "/depot/été #1", path: "été #1/a.lua", uri: "%C3%A9t%C3%A9%20%231/a.lua"),
        Case(policies: ".", path: "a.lua", uri: "a.lua"),
        Case(policies: "../autre", path: "/autre/a.lua", uri: "file:///autre/a.lua"),
        Case(policies: "/depots/x", path: "/depots/x/a.lua", uri: "file:///depots/x/a.lua"),
        Case(policies: "/", path: "/a.lua", uri: "file:///a.lua"),
    ])
    func `paths start at the working folder where the policies lie in it`(example: Case) {
        let paths = ReportPaths(policies: example.policies, workingDirectory: "/depot")

        #expect(paths.path(of: "a.lua") == example.path)
        #expect(paths.uri(of: "a.lua") == example.uri)
        #expect(paths.areRelative == !example.path.hasPrefix("/"))
    }
}
