// swift-tools-version: 6.2
// The package: a command line, the policy engine, and the safe Lua machine below it.
// SPDX-License-Identifier: MIT

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]

// Each use of a pointer must then carry the word `unsafe`, which `.ci/house` allows in LuaRuntime
// alone. The command line is left out: it calls the system, in files that `.ci/house` names.
let memorySafe = strict + [.strictMemorySafety()]

let package = Package(
    name: "sceau",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "sceau", targets: ["sceau"]),
        .library(name: "PolicyEngine", targets: ["PolicyEngine"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLua", pkgConfig: "lua5.4",
            providers: [.apt(["liblua5.4-dev"]), .brew(["lua@5.4"])]),
        .target(
            name: "CLuaShim", dependencies: ["CLua"],
            cSettings: [.treatAllWarnings(as: .error)]),
        .target(
            name: "LuaRuntime", dependencies: ["CLuaShim"],
            swiftSettings: memorySafe),
        .target(name: "Diagnostics", swiftSettings: memorySafe),
        .target(name: "LuaSyntax", dependencies: ["Diagnostics"], swiftSettings: memorySafe),
        .target(
            name: "Labelling",
            dependencies: ["Diagnostics", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: memorySafe),
        .target(
            name: "PolicyEngine",
            dependencies: [
                "LuaRuntime", "LuaSyntax", "Labelling", "Diagnostics",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: memorySafe),
        .target(
            name: "PolicyDocumentation",
            dependencies: ["PolicyEngine", "LuaSyntax", "Labelling", "Diagnostics"],
            swiftSettings: memorySafe),
        .target(
            name: "PolicyAnalysis",
            dependencies: ["PolicyEngine", "LuaSyntax", "Labelling", "Diagnostics"],
            swiftSettings: memorySafe),
        .target(
            name: "PolicyTesting",
            dependencies: [
                "PolicyAnalysis", "PolicyEngine", "LuaSyntax", "Labelling", "Diagnostics",
            ],
            swiftSettings: memorySafe),
        .target(name: "CThreads", cSettings: [.treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "sceau",
            dependencies: [
                "CThreads",
                "PolicyDocumentation", "PolicyTesting", "PolicyAnalysis", "PolicyEngine",
                "LuaSyntax", "Labelling", "Diagnostics", "LuaRuntime",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(
            name: "LuaRuntimeTests", dependencies: ["LuaRuntime"], exclude: ["Parity"],
            swiftSettings: strict),
        .testTarget(
            name: "LuaSyntaxTests",
            dependencies: ["LuaSyntax", "LuaRuntime", "Diagnostics"],
            exclude: ["Malformed"], swiftSettings: strict),
        .testTarget(
            name: "LabellingTests", dependencies: ["Labelling", "Diagnostics"],
            exclude: ["Malformed"], swiftSettings: strict),
        .testTarget(
            name: "PolicyEngineTests",
            dependencies: ["PolicyEngine", "Labelling", "LuaSyntax", "LuaRuntime", "Diagnostics"],
            exclude: ["Attacks", "Malformed"], swiftSettings: strict),
        .testTarget(
            name: "PolicyDocumentationTests",
            dependencies: [
                "PolicyDocumentation", "PolicyEngine", "LuaSyntax", "Labelling", "Diagnostics",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PolicyAnalysisTests",
            dependencies: [
                "PolicyTesting", "PolicyAnalysis", "PolicyEngine", "Labelling", "Diagnostics",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PolicyTestingTests",
            dependencies: [
                "PolicyTesting", "PolicyAnalysis", "PolicyEngine", "LuaSyntax", "Labelling",
                "Diagnostics",
            ],
            exclude: ["Malformed"], swiftSettings: strict),
        .testTarget(
            name: "SceauTests",
            dependencies: [
                "sceau", "PolicyTesting", "PolicyAnalysis", "PolicyEngine", "Labelling",
                "Diagnostics",
            ],
            exclude: ["Recorded", "Malformed"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz` adds the fuzzers; `make sanitize` leaves out the tests that touch no C.
if Context.environment["SCEAU_FUZZING"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzzers",
            dependencies: [
                "PolicyEngine", "LuaSyntax", "Labelling", "Diagnostics", "LuaRuntime",
            ],
            path: "Fuzzing/Fuzzers", swiftSettings: strict))
}
if let kept = Context.environment["SCEAU_TESTS"] {
    package.targets.removeAll { $0.type == .test && $0.name != kept }
}
