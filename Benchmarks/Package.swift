// swift-tools-version: 6.2
import PackageDescription

// What Kaohe is measured with. A package of its own, so that neither the product nor its tests build it.
let package = Package(
  name: "kaohe-benchmarks",
  dependencies: [.package(name: "kaohe", path: "..")],
  targets: [
    .executableTarget(
      name: "kaohe-generate",
      dependencies: [
        .product(name: "KaoheRules", package: "kaohe"), .product(name: "KaoheScoring", package: "kaohe"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
