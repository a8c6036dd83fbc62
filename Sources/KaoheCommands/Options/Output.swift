import ArgumentParser
import Glibc
import KaoheReports
import KaoheScoring
import KaoheStore

/// Writes all of a text to standard output, whatever its length.
///
/// - Throws: exit code 1 where it can't be written, as on a full disk.
func write(_ text: String) throws {
  let failure = write(text, to: STDOUT_FILENO)
  // A reader that has seen enough (`| head`) is no failure.
  if failure == EPIPE { throw ExitCode(0) }
  if failure != 0 {
    complain("kaohe: \(String(cString: strerror(failure)))")
    throw ExitCode(1)
  }
}

/// Writes a line to standard error.
func complain(_ line: String) {
  _ = write(line + "\n", to: STDERR_FILENO)
}

/// - Returns: 0, or the error's number.
@discardableResult
func write(_ text: String, to descriptor: Int32) -> Int32 {
  var text = text
  return text.withUTF8 { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}

extension GlobalOptions {
  /// Runs a command, and says its errors in the user's language.
  ///
  /// - Throws: the exit code.
  func reporting(_ body: () throws -> Void) throws {
    signal(SIGPIPE, SIG_IGN)
    // A limit on the size of files is said like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try body()
    } catch let error as StoreError {
      complain("kaohe: " + TerminalText.escaped(error.text(in: language)))
      throw ExitCode(1)
    } catch let error as ChangeRefused {
      for reason in error.reasons { complain("kaohe: " + TerminalText.escaped(reason.text(in: language))) }
      throw ExitCode(1)
    } catch let error as ImportError {
      report(error)
      throw ExitCode(1)
    } catch let error as InputProblems {
      report(error.problems, count: error.problems.count, nothingStored: false)
      throw ExitCode(1)
    }
  }

  private func report(_ error: ImportError) {
    report(error.problems, count: error.count, nothingStored: true)
  }

  /// The first problems, and how many more there are.
  func report(_ problems: [InputProblem], count: Int, nothingStored: Bool) {
    let shown = 50
    for problem in problems.prefix(shown) { complain(TerminalText.escaped(problem.text(in: language))) }
    let more = count - min(shown, problems.count)
    let summary = Bilingual(
      "共 \(count) 个问题" + (more > 0 ? "，另有 \(more) 个未列出" : "") + (nothingStored ? "；没有导入任何内容" : ""),
      en: "\(count) problem\(count == 1 ? "" : "s")" + (more > 0 ? ", \(more) more not shown" : "")
        + (nothingStored ? "; nothing was stored" : ""))
    complain("kaohe: " + summary.text(in: language))
  }

  /// Prints what was done. What was done stays done where it can't be printed, so that is no failure.
  func say(_ message: Bilingual) {
    let text = TerminalText.escapedLines(message.text(in: language)) + "\n"
    let failure = KaoheCommands.write(text, to: STDOUT_FILENO)
    if failure != 0, failure != EPIPE { complain("kaohe: \(String(cString: strerror(failure)))") }
  }
}
