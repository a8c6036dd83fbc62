// swift-tools-version: 6.2
import PackageDescription

// The architecture, as docs/architecture.md draws it. A test holds each target to the imports allowed here.
let package = Package(
  name: "kaohe",
  products: [
    .executable(name: "kaohe", targets: ["kaohe"]),
    // For Benchmarks/, which is a package of its own.
    .library(name: "KaoheRules", targets: ["KaoheRules"]),
    .library(name: "KaoheScoring", targets: ["KaoheScoring"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .executableTarget(name: "kaohe", dependencies: ["KaoheCommands"]),
    .target(
      name: "KaoheCommands",
      dependencies: [
        "KaoheScoring", "KaoheRules", "KaoheStore", "KaoheReports", "KaoheFixtures", "KaoheQuestions",
        "KaoheWorkbooks",
        "CLibEdit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "KaoheReports", dependencies: ["KaoheScoring", "KaoheWorkbooks"]),
    .target(name: "KaoheWorkbooks", dependencies: ["KaoheScoring", "CLibZip", "CLibXML2", "CLibXLSXWriter"]),
    .target(
      name: "KaoheStore",
      dependencies: [
        "KaoheScoring", "KaoheRules", "KaoheSchema", "KaoheQuestions", "KaoheWorkbooks", "CLibCSV", "CLibSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "KaoheRules",
      dependencies: [
        "KaoheScoring",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "KaoheScoring", dependencies: [.product(name: "BigInt", package: "BigInt")]),
    .target(name: "KaoheSchema", path: "Migrations", plugins: ["EmbedText"]),
    .target(name: "KaoheQuestions", dependencies: ["KaoheScoring"], path: "Questions", plugins: ["EmbedText"]),
    .target(
      name: "KaoheFixtures", path: "Fixtures",
      exclude: ["cases", "wuxi-2022/README.md", "wuxi-2022/generate.py", "wuxi-2022/generator"], plugins: ["EmbedText"]),
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLibEdit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),

    .executableTarget(name: "embed-text", path: "Plugins/embed-text"),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),

    .target(name: "KaoheTestSupport", dependencies: ["KaoheScoring"], path: "Tests/KaoheTestSupport"),
    .testTarget(
      name: "KaoheScoringTests",
      dependencies: ["KaoheScoring", "KaoheTestSupport", .product(name: "BigInt", package: "BigInt")]),
    .testTarget(name: "KaoheRulesTests", dependencies: ["KaoheRules", "KaoheTestSupport"]),
    .testTarget(name: "KaoheReportsTests", dependencies: ["KaoheReports", "KaoheTestSupport"]),
    .testTarget(
      name: "KaoheWorkbooksTests", dependencies: ["KaoheWorkbooks", "KaoheTestSupport", "CLibZip"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "KaoheStoreTests",
      dependencies: [
        "KaoheStore", "KaoheReports", "KaoheSchema", "KaoheQuestions", "KaoheFixtures", "KaoheTestSupport",
        "KaoheWorkbooks", "CLibZip", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Sheets/LibreOffice"]),
    .testTarget(
      name: "KaoheCommandsTests",
      dependencies: ["KaoheCommands", "KaoheReports", "KaoheStore", "KaoheFixtures", "KaoheTestSupport", "kaohe"],
      exclude: ["Transcripts"]),
    .testTarget(
      name: "ProjectTests",
      dependencies: [
        "KaoheCommands", "KaoheSchema", "KaoheQuestions", "KaoheFixtures", "KaoheTestSupport", "kaohe",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["migrations.sha256"]),

    // Inputs made at random (make test-fuzz).
    .target(
      name: "KaoheFuzzing",
      dependencies: [
        "KaoheScoring", "KaoheRules", "KaoheStore", "KaoheReports", "KaoheFixtures", "KaoheTestSupport", "CLibZip",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Fuzzing/Harness"),
    .executableTarget(name: "kaohe-fuzz", dependencies: ["KaoheFuzzing"], path: "Tests/Fuzzing/kaohe-fuzz"),
    .testTarget(name: "KaoheFuzzingTests", dependencies: ["KaoheFuzzing", "KaoheTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// A warning is an error in CI; at a desk it is a warning.
if Context.environment["CI"] != nil {
  for target in package.targets where ![.plugin, .system].contains(target.type) {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
