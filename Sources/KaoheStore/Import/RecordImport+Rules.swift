import KaoheRules
import KaoheScoring

extension RecordImport {
  func importRules() throws {
    let names = try source.ruleFiles()
    var fileOf: [String: String] = [:]
    for name in names {
      files.append(name)
      guard let file = readRules(name) else {
        hasUnreadableRules = true
        continue
      }
      let code = file.ruleSet.code
      if let other = fileOf[code] {
        problems.add(
          InputProblem(
            "duplicate-rule-set", file: name,
            Bilingual("细则代码 \(code) 已在 \(other) 中使用", en: "the rule set \(code) stands in \(other) too")))
        continue
      }
      fileOf[code] = name
      try store(file, name)
    }
  }

  /// nil where the file is refused; its problems are collected.
  private func readRules(_ name: String) -> RuleFile? {
    guard let bytes = source.contents(of: name) else {
      problems.add(InputProblem("unreadable-file", file: name, Bilingual("打不开", en: "can't be opened")))
      return nil
    }
    do throws(InputProblems) {
      return try RuleFile.read(bytes: bytes, file: name)
    } catch {
      problems.add(error.problems)
      return nil
    }
  }

  private func store(_ file: RuleFile, _ name: String) throws {
    let code = file.ruleSet.code
    if let known = try RuleSetReader(database).source(of: code) {
      if Array(known.utf8) != file.source {
        problems.add(
          InputProblem(
            "changed-rule-set", file: name,
            Bilingual(
              "细则 \(code) 已导入且内容不同；细则导入后不可修改",
              en: "the rule set \(code) is known with another content; it never changes once imported"),
            hint: Bilingual("改动后的细则用新的 rule_set 代码", en: "give the changed rules a new rule_set code")))
      }
      return
    }
    roster.ruleSets[code] = RuleIndex(file.ruleSet)
    try RuleSetWriter(database, file).write(importedAt: ObservationClock.text(milliseconds: now), importedBy: actor)
    writer.count("rule_set", inserted: 1)
  }
}
