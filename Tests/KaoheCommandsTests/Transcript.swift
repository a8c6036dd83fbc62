import Foundation

/// A text of command lines and what they print: `$ ` begins a command, `2> ` a line of standard error, `= ` an exit
/// code that is not 0. Lines before the first command say what the transcript is about.
struct Transcript: CustomStringConvertible {
  struct Command {
    var line: String
    var output = ""
    var errors = ""
    var status: Int32 = 0
  }

  var introduction: String
  var commands: [Command]

  init(_ text: String) {
    introduction = ""
    commands = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        commands.append(Command(line: String(line.dropFirst(2))))
      } else if commands.isEmpty {
        introduction += line + "\n"
      }
    }
  }

  var description: String { introduction + commands.map(\.description).joined(separator: "\n") }
}

extension Transcript.Command: CustomStringConvertible {
  var description: String {
    var text = "$ \(line)\n" + output
    if let last = output.utf8.last, last != UInt8(ascii: "\n") { text += "\n(no line break)\n" }
    for line in errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast(errors.hasSuffix("\n") ? 1 : 0)
    {
      if !errors.isEmpty { text += line.isEmpty ? "2>\n" : "2> \(line)\n" }
    }
    if status != 0 { text += "= \(status)\n" }
    return text
  }
}
