import Crypto
import KaoheScoring

/// A rule file: the rules that it states, and the file itself.
///
/// The language is docs/rules.md. A file is read as a whole or refused with every problem it has.
public struct RuleFile: Sendable {
  /// Validated and complete, every default filled in.
  public let ruleSet: RuleSet
  /// The file, to the byte. A rule set whose code is known must have the same.
  public let source: [UInt8]
  /// SHA-256 of `source`, 64 hexadecimal digits.
  public let contentHash: String
  private let places: [String: Place]

  /// The most that a rule file may have. The largest known has 100 kB; reading takes up to 30 times as much memory.
  public static let maximumBytes = 4 << 20

  /// Reads a rule file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark; lines end with LF or CRLF.
  ///   - file: the file's name, as problems show it.
  /// - Throws: all problems of the file, ordered by place.
  public static func read(bytes: [UInt8], file: String) throws(InputProblems) -> RuleFile {
    let log = ProblemLog(file: file)
    let reader = RuleReader(log: log)
    let ruleSet = reading { () throws(Reported) in
      try checkSize(of: bytes, log)
      let source = try SourceText(bytes, log: log)
      let root = try YAMLTree.root(of: source, log: log)
      return try reader.ruleSet(Field(key: "", value: root, log: log))
    }
    if let problems = InputProblems(log.problems) { throw problems }
    switch ruleSet {
    case .success(let ruleSet):
      return RuleFile(ruleSet: ruleSet, source: bytes, contentHash: hash(bytes), places: reader.codes.places)
    case .failure:
      // Nothing should be left unread without a word in the log; if something is, it is still refused.
      throw InputProblems(
        InputProblem(
          ProblemCode.yamlSyntax.rawValue, file: file, Bilingual("文件无法读取", en: "the file can't be read")))
    }
  }

  private static func checkSize(of bytes: [UInt8], _ log: ProblemLog) throws(Reported) {
    if bytes.count <= maximumBytes { return }
    throw log.report(
      .fileTooLarge, at: nil, "文件超过 \(maximumBytes >> 20) MB，不是细则文件",
      en: "the file has over \(maximumBytes >> 20) MB, which no rule file has")
  }

  /// Where the code of a phase, section, leaf, item, group or veto stands; nil where the rules have no such code.
  public func place(of code: String) -> Place? { places[code] }

  /// SHA-256 in hexadecimal.
  public static func hash(_ bytes: [UInt8]) -> String {
    var function = SHA256()
    bytes.withUnsafeBytes { function.update(bufferPointer: $0) }
    let digits = Array("0123456789abcdef")
    return String(function.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
