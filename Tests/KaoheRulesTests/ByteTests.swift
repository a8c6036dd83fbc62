import KaoheScoring
import Testing

@testable import KaoheRules

/// Files that are no ordinary text, by accident or on purpose.
@Suite struct ByteTests {
  /// The codes that this suite raises and that no text can.
  static let codes: Set<ProblemCode> = [.notUTF8, .fileTooLarge, .moreProblems]

  private func messages(_ bytes: [UInt8], _ language: Language = .english) -> String {
    do throws(InputProblems) {
      _ = try RuleFile.read(bytes: bytes, file: "rules.yaml")
      return ""
    } catch {
      return error.text(in: language)
    }
  }

  @Test func latin1IsRefusedWithItsPlace() {
    let bytes = Array("rule_set: demo\ntitle: caf".utf8) + [0xE9, 0x0A]
    #expect(messages(bytes) == "rules.yaml:2: 11: the file is not UTF-8; save it as UTF-8")
    #expect(messages(bytes, .chinese) == "rules.yaml:2: 11: 文件不是 UTF-8 编码；请另存为 UTF-8")
  }

  @Test func gb18030AndUTF16AreRefused() {
    #expect(messages([0xB2, 0xFA, 0xB8, 0xC4]) == "rules.yaml:1: 1: the file is not UTF-8; save it as UTF-8")
    #expect(messages([0xFF, 0xFE, 0x61, 0x00]) == "rules.yaml:1: 1: the file is not UTF-8; save it as UTF-8")
  }

  @Test func columnsCountCharactersNotBytes() {
    let bytes = Array("title: 产改".utf8) + [0xFF]
    #expect(messages(bytes) == "rules.yaml:1: 10: the file is not UTF-8; save it as UTF-8")
  }

  @Test(arguments: [
    (
      "rule_set: de\u{0}mo\n",
      "rules.yaml:1: 13: the file holds the control character U+0000, which it may not; remove it"
    ),
    ("a: 1\r\nb: \u{7}\n", "rules.yaml:2: 4: the file holds the control character U+0007, which it may not; remove it"),
    ("a: 1\rb: \u{9B}\n", "rules.yaml:2: 4: the file holds the control character U+009B, which it may not; remove it"),
    ("a: 中\u{FEFF}\n", "rules.yaml:1: 5: the file holds the control character U+FEFF, which it may not; remove it"),
  ])
  func controlCharactersAreRefused(text: String, message: String) {
    #expect(messages(Array(text.utf8)) == message)
  }

  @Test func byteOrderMarkAndCRLFAreFine() throws {
    let text = SmallRules.plain.replacing("\n", with: "\r\n")
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    let file = try RuleFile.read(bytes: bytes, file: "rules.yaml")
    #expect(file.source == bytes)
    #expect(file.ruleSet == (try SmallRules.raw(SmallRules.plain).read()).ruleSet)
    #expect(file.place(of: "A1") == Place(line: 11, column: 11))
  }

  @Test func byteOrderMarkMovesNoColumn() {
    let text = "\u{FEFF}" + SmallRules.with("rule_set: demo", "rule_set: Demo").text
    #expect(
      messages(Array(text.utf8)) == """
        rules.yaml:1: 11: `rule_set` takes lower-case letters, digits and hyphens only, and is `Demo`
        """)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "a:\n "])
  func deepNestingIsRefused(opening: String) {
    let text = String(repeating: opening, count: 10_000)
    #expect(!messages(Array(text.utf8)).isEmpty)
  }

  @Test func tenThousandLevelsOfListsAreTooDeep() {
    let text = "a: " + String(repeating: "[", count: 10_000)
    #expect(messages(Array(text.utf8)) == "rules.yaml:1: 5: nested more than 64 levels deep")
  }

  /// Ten levels of ten aliases each would be 10¹⁰ texts; each alias is refused where it stands.
  @Test func aliasesAreNeverExpanded() throws {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...10 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    do throws(InputProblems) {
      _ = try RuleFile.read(bytes: Array(text.utf8), file: "rules.yaml")
      Issue.record("read")
    } catch {
      #expect(error.problems.filter { $0.code == "anchor" }.count == 11)
      #expect(error.problems.filter { $0.code == "alias" }.count == 100)
    }
  }

  @Test func longScalarsAreFine() throws {
    let long = String(repeating: "字", count: 400_000)
    let file = try SmallRules.with("title: 演示", "title: \(long)").read()
    #expect(file.ruleSet.title == long)
    let digits = String(repeating: "7", count: 1_000_000)
    #expect(SmallRules.with("year: 2022", "year: \(digits)").messages().contains("more than 200 digits"))
  }

  @Test func longKeysAndCodesAreFine() {
    let long = String(repeating: "k", count: 1_000)
    #expect(SmallRules.top("\(long): 1").messages().hasPrefix("rules.yaml:15: 1: a rule file has no key `kkk"))
    #expect(SmallRules.top("ties: [\(String(repeating: "长", count: 100_000))]").messages().utf8.count < 300)
  }

  @Test func everyPrefixOfAFileIsReadOrRefused() {
    let bytes = Array(SmallRules.top("grades: [{code: \"优秀\", min: 9}, {code: 合格}]").text.utf8)
    for length in bytes.indices { _ = messages(Array(bytes[..<length])) }
  }

  @Test func tooLargeAFileIsRefused() {
    let comment = Array("\n#".utf8)
    let sound = Array(SmallRules.plain.utf8)
    let filling = [UInt8](repeating: UInt8(ascii: "x"), count: RuleFile.maximumBytes - sound.count - comment.count)
    let longer = sound + comment + filling + [0x20]
    #expect(messages(longer) == "rules.yaml: the file has over 4 MB, which no rule file has")
    #expect(messages(longer, .chinese) == "rules.yaml: 文件超过 4 MB，不是细则文件")
  }

  /// Surrogates: in CESU-8 they are no UTF-8, escaped they are no characters, not even two of them.
  @Test func surrogatesAreRefused() {
    #expect(messages(Array("a: ".utf8) + [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]).contains("is not UTF-8"))
    for text in ["\\uD800", "\\uDFFF", "\\uD83D\\uDE00", "\\U0000D800", "\\U00110000"] {
      #expect(messages(Array("a: \"\(text)\"".utf8)).contains("this is not YAML"), "\(text)")
    }
  }

  /// A file of nothing but mistakes: the first thousand are told.
  @Test(arguments: ["*a : 1\n", "k: 1\n", "? [a]\n: 1\n", "k%: 1\n"])
  func manyProblemsAreCut(line: String) {
    let lines = (0..<3000).map { line.replacing("%", with: "\($0)") }
    do throws(InputProblems) {
      _ = try RuleFile.read(bytes: Array(("rule_set: demo\n" + lines.joined()).utf8), file: "rules.yaml")
      Issue.record("read")
    } catch {
      #expect(error.problems.count == ProblemLog.limit + 1)
      let first = error.problems[0].problem.english
      #expect(first == "more than 1000 problems; only the first that were found are listed")
    }
  }

  @Test func contentHashIsSHA256OfTheBytes() throws {
    #expect(RuleFile.hash(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let file = try SmallRules.raw(SmallRules.plain).read()
    #expect(file.contentHash == RuleFile.hash(Array(SmallRules.plain.utf8)))
  }
}
