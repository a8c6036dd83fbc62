import Glibc
import KaoheScoring
import KaoheStore
import Synchronization

extension QueryCommand {
  /// Whether rows were printed, for another thread.
  final class PrintedRows: Sendable {
    let any = Atomic(false)
  }

  /// Ends the program where nothing else ends the query.
  func ending(_ rows: PrintedRows = PrintedRows()) -> @Sendable (QueryProblem) -> Void {
    let language = options.language
    return { problem in
      if rows.any.load(ordering: .acquiring) {
        complain("kaohe: " + Bilingual("输出不完整", en: "not all rows were printed").text(in: language))
      }
      problem.report(language)
      _exit(problem.exitCode)
    }
  }

  /// What a table for people may have gathered before it is laid out.
  static let mostBytesOfTable = 50_000_000

  static let tableIsTooBig = StoreError(
    "table-too-big",
    Bilingual(
      "结果超过 \(mostBytesOfTable / 1_000_000) MB，排不成表格",
      en: "more than \(mostBytesOfTable / 1_000_000) MB is too much for a table"),
    hint: Bilingual(
      "用 --format csv 或 json，或少取一些（--limit、substr）", en: "use --format csv or json, or take less (--limit, substr)"))
}
