import ArgumentParser
import Glibc
import KaoheScoring
import KaoheStore

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(name: .customLong("db"), help: "数据库文件 · the database", completion: .file(extensions: ["db"]))
  var database: String?

  @Option(help: "文字语言：zh 或 en，默认按区域设置 · language of messages; by default the locale's")
  var lang: Language?

  @Option(name: .customLong("as"), help: "操作人代码，记入审计日志 · who acts, for the audit log; else $KAOHE_ACTOR")
  var actor: String?

  /// The options that may stand before the command.
  static let names = ["--db", "--lang", "--as"]

  var language: Language { lang ?? .ofEnvironment }

  var path: String { database ?? environment("KAOHE_DB") ?? "kaohe.db" }

  func session(_ command: String) -> Session {
    Session(actor: (actor?.isEmpty == false ? actor : nil) ?? environment("KAOHE_ACTOR") ?? userName, command: command)
  }
}

/// Who is logged in.
private var userName: String {
  guard let entry = getpwuid(geteuid()) else { return "unknown" }
  return String(cString: entry.pointee.pw_name)
}

/// nil where the variable is not set, or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}

extension Language: ExpressibleByArgument {}

extension Language {
  /// English where the locale says so; else Chinese, which the users of Kaohe read.
  static var ofEnvironment: Language {
    let locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") ?? ""
    return locale.hasPrefix("en") ? .english : .chinese
  }
}
