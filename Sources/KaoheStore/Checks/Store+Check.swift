import GRDB
import KaoheScoring

extension Store {
  /// Everything that does not hold in the database itself: its file, what refers to what, its structure, its history, and
  /// whether its results are what its records give. Writes nothing.
  ///
  /// What can't be looked at, since the file is damaged there, is said, and the rest is looked at all the same.
  ///
  /// - Parameter assessment: whose results are computed anew; nil: all.
  public func databaseFaults(in assessment: String? = nil) throws -> [DatabaseFault] {
    var faults: [DatabaseFault] = []
    let parts: [(Bilingual, () throws -> [DatabaseFault])] = [
      (Bilingual("文件", en: "the file"), { try self.read { try FileCheck($0).damage() } }),
      (Bilingual("引用", en: "the references"), { try self.read { try FileCheck($0).danglingReferences() } }),
      (Bilingual("结构", en: "the structure"), { try self.changedStructure() }),
      (Bilingual("历史", en: "the history"), { try self.read { try HistoryCheck($0).faults() } }),
    ]
    for (name, look) in parts { faults += try looking(at: name, look) }
    guard let codes = try lookingAtAssessments(&faults) else { return faults }
    if let assessment, !codes.contains(assessment) {
      throw try read { database -> StoreError in Store.unknownAssessment(assessment, database) }
    }
    for code in assessment.map({ [$0] }) ?? codes {
      faults += try looking(at: Bilingual("\(code) 的结果", en: "the results of \(code)")) { try results(of: code) }
    }
    return faults
  }

  /// - Returns: nil where they can't be read.
  private func lookingAtAssessments(_ faults: inout [DatabaseFault]) throws -> [String]? {
    var codes: [String]?
    faults += try looking(at: Bilingual("考核", en: "the assessments")) {
      codes = try assessments()
      return []
    }
    return codes
  }

  /// - Returns: what was found; or, where the file is damaged there, that.
  private func looking(at part: Bilingual, _ look: () throws -> [DatabaseFault]) throws -> [DatabaseFault] {
    do {
      return try translatingAny(look)
    } catch let error as StoreError where error.code != "locked" {
      return [
        DatabaseFault(
          .damage,
          Bilingual(
            "无法检查\(part.chinese)：\(error.problem.chinese)", en: "can't check \(part.english): \(error.problem.english)")
        )
      ]
    }
  }

  /// Views and tables that somebody added change nothing that kaohe does; a trigger does.
  private func changedStructure() throws -> [DatabaseFault] {
    try SchemaDifference.all(self).filter { $0.kind != .added || $0.type == "trigger" }
      .map { DatabaseFault(.structure, $0.text, place: $0.name) }
  }

  private func results(of assessment: String) throws -> [DatabaseFault] {
    let isStale: Bool = try read { try self.isStale(assessment, $0) }
    if isStale {
      return [
        DatabaseFault(
          .stale, Bilingual("记录改动后还没有重算", en: "records were changed since they were computed"),
          assessment: assessment)
      ]
    }
    return ResultCheck(of: assessment).faults(try differences(in: assessment, limit: ResultCheck.limit))
  }
}
