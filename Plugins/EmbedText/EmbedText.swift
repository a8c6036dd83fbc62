import PackagePlugin

/// Turns the .sql, .yaml and .csv files of a target into string constants, so that the binary needs no file beside it.
///
/// The target's folder is the source of truth: files that are added, renamed or deleted are followed by the next build.
@main
struct EmbedText: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let inputs = ["sql", "yaml", "csv"]
      .flatMap { Array(module.sourceFiles(withSuffix: ".\($0)")) }
      .map(\.url)
      .sorted { $0.path() < $1.path() }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(inputs.count) files of \(target.name)",
        executable: try context.tool(named: "embed-text").url,
        arguments: [output.path(), target.directoryURL.path()] + inputs.map { $0.path() },
        inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
