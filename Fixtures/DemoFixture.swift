/// The demo assessment (wuxi-2022), in the very files that a user would hand in.
///
/// Its rules are illustrative, its enterprises invented, its scores synthetic: see its README.
public enum DemoFixture {
  /// Each file's name and text.
  public static let files: [(name: String, text: String)] = embeddedFiles.compactMap { file in
    guard file.path.hasPrefix(folder) else { return nil }
    return (String(file.path.dropFirst(folder.count)), file.text)
  }

  private static let folder = "wuxi-2022/"
}
