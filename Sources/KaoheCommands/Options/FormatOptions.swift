import ArgumentParser
import Glibc
import KaoheReports
import KaoheScoring

/// What every command takes that prints data.
struct FormatOptions: ParsableArguments {
  @Option(help: "table、csv、json 或 markdown · how the data are printed")
  var format = OutputFormat.table

  /// The terminal's columns; nil where standard output is no terminal, so that nothing is broken.
  var width: Int? { Terminal.width }

  var color: Bool { Terminal.isColored }

  /// Prints a list in the format that is asked for.
  func write(_ listing: Listing, _ language: Language) throws {
    try KaoheCommands.write(listing.rendered(as: format, language: language, width: width, color: color))
  }
}

extension OutputFormat: ExpressibleByArgument {}

/// What is known of the terminal.
enum Terminal {
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isError: Bool { isatty(STDERR_FILENO) == 1 }

  static var isColored: Bool { isOutput && environment("NO_COLOR") == nil && environment("TERM") != "dumb" }

  static var width: Int? {
    guard isOutput else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
