// embed-text OUTPUT FOLDER FILE…: writes a Swift file with the text of each FILE, named relative to FOLDER.
// Run by the EmbedText build plugin; see Plugins/EmbedText.

import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed-text OUTPUT FOLDER FILE…\n".utf8))
  exit(64)
}
let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"

/// A raw literal with more number signs than the text has in a row, so that nothing in it is special.
func literal(_ text: String) -> String {
  var run = 0
  var longest = 0
  for character in text.utf8 {
    run = character == UInt8(ascii: "#") ? run + 1 : 0
    longest = max(longest, run)
  }
  let signs = String(repeating: "#", count: longest + 1)
  return "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)"
}

var output =
  "/// The files of this target's folder, by their path in it.\npublic let embeddedFiles: [(path: String, text: String)] = [\n"
for file in arguments.dropFirst(3) {
  guard let text = String(data: try Data(contentsOf: URL(filePath: file)), encoding: .utf8) else {
    FileHandle.standardError.write(Data("\(file): not UTF-8\n".utf8))
    exit(1)
  }
  let name = file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : file
  output += "(path: \(name.debugDescription), text: \(literal(text))),\n"
}
output += "]\n"
try output.write(toFile: arguments[1], atomically: true, encoding: .utf8)
