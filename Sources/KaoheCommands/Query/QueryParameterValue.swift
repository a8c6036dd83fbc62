import ArgumentParser

/// `name=value`, as `--with` takes it.
struct ParameterValue: ExpressibleByArgument {
  /// With or without its sign.
  var name: String
  var value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    (name, value) = (parts[0], parts[1])
  }

}
