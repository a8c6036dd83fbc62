import GRDB
import KaoheScoring

extension RecordImport {
  /// Districts, groups, parks, enterprises, inspectors.
  func importRoster() throws {
    var isChanged = try importDistricts()
    let groups = try importGroups()
    isChanged = try importParks() || isChanged
    isChanged = try importEnterprises() || isChanged
    try importInspectors()
    try store(groups)
    if isChanged { touched.formUnion(roster.assessments.keys) }
  }

  private func importDistricts() throws -> Bool {
    var isChanged = false
    try each(.districts) { record in
      let (code, name, category) = (record.newCode("code"), record.required("name"), record.required("category"))
      roster.districts[code] = category
      guard record.isValid else { return }
      isChanged =
        try writer.upsert("district", key: ["code"], ["code": code, "name": name, "category": category])
        || isChanged
    }
    return isChanged
  }

  /// - Returns: the rows, which are stored once the inspectors are known: a group and its leader name each other.
  private func importGroups() throws -> [CSVRecord] {
    var records: [CSVRecord] = []
    try each(.groups) { record in
      roster.groups.insert(record.newCode("code"))
      _ = record.required("name")
      if record.isValid { records.append(record) }
    }
    return records
  }

  /// A leader is an inspector, by code or by a name that only one of them has, or somebody else, by name.
  private func store(_ groups: [CSVRecord]) throws {
    for record in groups {
      var leader = roster.leader(record.text("leader"))
      let known = try String.fetchOne(
        database, sql: "SELECT leader FROM inspection_group WHERE code = ?", arguments: [record.text("code")])
      // Whoever was recorded by name, before the roster had the inspector, stays so.
      if roster.leader(known) == leader { leader = known }
      try upsert(
        "inspection_group", key: ["code"], record, ["code": record.text("code"), "name": record.text("name")],
        optional: ["leader": leader])
    }
  }

  private func importParks() throws -> Bool {
    var isChanged = false
    try each(.parks) { record in
      let (code, name, theme) = (record.newCode("code"), record.required("name"), record.required("theme"))
      let district = district(record)
      roster.parks[code] = district
      guard record.isValid else { return }
      isChanged =
        try upsert(
          "industrial_park", key: ["code"], record, ["code": code, "name": name, "district": district, "theme": theme],
          optional: ["programme": record.text("programme"), "batch": record.text("batch")]) || isChanged
      guard record.has("station") else { return }
      if let station = record.text("station") {
        try writer.upsert("guidance_station", key: ["park"], ["park": code, "name": station])
      } else {
        try writer.remove("guidance_station", "park", code)
      }
    }
    return isChanged
  }

  private func importEnterprises() throws -> Bool {
    var isChanged = false
    try each(.enterprises) { record in
      let (code, name) = (record.newCode("code"), record.required("name"))
      let district = district(record)
      let level = record.requiredChoice("level", ["国家级", "省级", "市级", "区级", "镇级"])
      let stage = record.choice("stage", ["candidate", "pilot", "exemplar"])
      roster.enterprises[code] = district
      if let park = record.text("park"), roster.parks[park] == nil { record.refuseUnknown("park", park, .park) }
      guard record.isValid else { return }
      isChanged =
        try upsert(
          "pilot_enterprise", key: ["code"], record,
          ["code": code, "name": name, "district": district, "level": level],
          optional: [
            "park": record.text("park"), "batch": record.text("batch"), "industry": record.text("industry"),
            "stage": stage,
          ]) || isChanged
    }
    return isChanged
  }

  private func importInspectors() throws {
    try each(.inspectors) { record in
      let (code, name) = (record.newCode("code"), record.required("name"))
      let organisation = record.required("organisation")
      if let group = record.text("group"), !roster.groups.contains(group) {
        record.refuseUnknown("group", group, .group)
      }
      if let district = record.text("district"), roster.districts[district] == nil {
        record.refuseUnknown("district", district, .district)
      }
      let known = roster.inspectors[code]?.district
      roster.inspectors[code] = Roster.Inspector(
        name: name, district: record.has("district") ? record.text("district") : known)
      guard record.isValid else { return }
      try upsert(
        "inspector", key: ["code"], record, ["code": code, "name": name, "organisation": organisation],
        optional: ["inspection_group": record.text("group"), "district": record.text("district")],
        columnOf: ["inspection_group": "group"])
    }
  }

  /// The district that a row names; reports it where there is none.
  func district(_ record: CSVRecord) -> String {
    let code = record.required("district")
    if !code.isEmpty, roster.districts[code] == nil { record.refuseUnknown("district", code, .district) }
    return code
  }

  /// The subject that a row names; reports it where there is none.
  func subject(_ record: CSVRecord) -> Subject? {
    let text = record.required("subject")
    if text.isEmpty { return nil }
    guard let subject = Subject(text) else {
      record.refuse(
        "bad-subject", "subject",
        Bilingual(
          "“\(text.excerpt)”应写成 district:代码、enterprise:代码 或 park:代码",
          en: "“\(text.excerpt)”: write district:CODE, enterprise:CODE or park:CODE"))
      return nil
    }
    if roster.district(of: subject) == nil { record.refuseUnknown("subject", subject.code, Kind.of(subject.scope)) }
    return subject
  }

  /// The evidence that a row names; reports codes that there are not.
  func evidenceCodes(_ record: CSVRecord) -> [String] {
    let codes = record.list("evidence")
    for code in codes where !roster.evidence.contains(code) { record.refuseUnknown("evidence", code, .evidence) }
    return codes
  }

  /// Writes a record. A column that the file does not have keeps what is known; an empty cell clears it.
  @discardableResult
  func upsert(
    _ table: String, key: [String], _ record: CSVRecord, _ values: KeyValuePairs<String, RecordWriter.Value>,
    optional: KeyValuePairs<String, RecordWriter.Value>, columnOf: [String: String] = [:]
  ) throws -> Bool {
    try writer.upsert(table, key: key, Array(values) + stated(record, Array(optional), columnOf: columnOf))
  }

  /// The values of columns that the file has; the others keep what is known.
  ///
  /// - Parameter columnOf: the file's name of a column, where it has another one.
  func stated(
    _ record: CSVRecord, _ values: [(key: String, value: RecordWriter.Value)], columnOf: [String: String] = [:]
  ) -> [(key: String, value: RecordWriter.Value)] {
    values.filter { record.has(columnOf[$0.key] ?? $0.key) }
  }
}

extension Roster {
  /// The code of the inspector whom a code or a name that only one of them has means; else what was given.
  fileprivate func leader(_ text: String?) -> String? {
    guard let text, inspectors[text] == nil else { return text }
    let named = inspectors.filter { $0.value.name == text }
    return named.count == 1 ? named.first?.key : text
  }
}

extension Subject {
  /// The three columns that name a subject.
  var columns: [(key: String, value: RecordWriter.Value)] {
    [
      ("district", scope == .district ? code : nil), ("enterprise", scope == .enterprise ? code : nil),
      ("park", scope == .park ? code : nil),
    ]
  }
}
