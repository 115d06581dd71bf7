// swift-tools-version: 6.2
import PackageDescription

/// Asks for a generic type by its function, not by its name: to read names, and to look for what they conform to, was more than
/// a quarter of what a short command did.
let startingFast = SwiftSetting.unsafeFlags(
  ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
  .when(configuration: .release)
)

/// The settings of every target: Swift 6, the upcoming rules, marked unsafe code, no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  startingFast,
]

/// A module of the product; it may import only what it names here.
func module(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  _ settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

/// Lets the compiler write the processor's instructions for SHA-256, which the module asks the processor for before it uses them.
#if arch(x86_64)
let hashing: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-msha"])]
#else
let hashing: [SwiftSetting] = []
#endif

/// The tests of a module.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [])
  -> Target
{
  .testTarget(
    name: name + "Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: exclude,
    swiftSettings: strict
  )
}

let package = Package(
  name: "BrandLedger",
  products: [
    .executable(name: "brandledger", targets: ["brandledger"])
  ],
  dependencies: [],
  targets: [
    module("Bilingual"),
    module("JSONLines", ["Bilingual"]),
    module("Ledger", ["Bilingual", "JSONLines"], hashing),
    module("Portfolio", ["Bilingual", "JSONLines", "Ledger"]),
    module("Awards", ["Bilingual", "JSONLines", "Ledger", "Portfolio"]),
    module("Oversight", ["Bilingual", "JSONLines", "Ledger", "Portfolio", "Awards"]),
    module("Exchange", ["Bilingual", "JSONLines", "Ledger"]),
    module("Presentation", ["Bilingual", "JSONLines"]),
    module("CommandLine", ["Bilingual"]),
    .executableTarget(
      name: "brandledger",
      dependencies: [
        "Bilingual", "JSONLines", "Ledger", "Portfolio", "Awards", "Oversight", "Exchange",
        "Presentation", "CommandLine",
      ],
      swiftSettings: strict
    ),

    .executableTarget(
      name: "benchmarks",
      dependencies: ["Bilingual", "JSONLines", "Ledger", "Portfolio", "Awards", "CommandLine"],
      resources: [
        .embedInCode("Peers/openfisca_awards.py"), .embedInCode("Peers/ledger_peers.py"),
      ],
      swiftSettings: strict
    ),

    .executableTarget(
      name: "crashes",
      dependencies: ["Bilingual", "Ledger", "Portfolio", "CommandLine"],
      swiftSettings: strict
    ),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Bilingual"),
    tests("JSONLines", ["Bilingual"]),
    tests("Ledger", ["JSONLines", "Bilingual"], exclude: ["Record/Fixtures"]),
    tests("Portfolio", ["Ledger", "JSONLines", "Bilingual"]),
    tests(
      "Awards",
      ["Portfolio", "Ledger", "JSONLines", "Bilingual"],
      exclude: ["Golden", "Life/Golden", "Workbench/Golden"]
    ),
    tests(
      "Oversight",
      ["Portfolio", "Ledger", "JSONLines", "Bilingual"],
      exclude: ["Explain/Golden"]
    ),
    tests("Exchange", ["Bilingual"], exclude: ["Golden"]),
    tests("Presentation", ["Bilingual", "JSONLines"], exclude: ["Golden"]),
    tests("CommandLine", ["Bilingual"], exclude: ["Golden"]),
    .testTarget(
      name: "brandledgerTests",
      dependencies: [
        "brandledger", "TestSupport", "Oversight", "Portfolio", "Ledger", "JSONLines", "Bilingual",
      ],
      exclude: ["Golden", "Fixtures"],
      swiftSettings: strict
    ),
  ]
)
