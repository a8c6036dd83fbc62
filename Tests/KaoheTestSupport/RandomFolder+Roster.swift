extension RandomFolder {
  struct District: Sendable {
    var code: String
    var name: String
    var category: String
  }

  /// A pilot enterprise or a park.
  struct Site: Sendable {
    var code: String
    var district: String
  }

  struct Inspector: Sendable {
    var code: String
    /// Where the inspector may not score.
    var district: String?
  }

  /// Districts, groups, parks, enterprises, inspectors.
  mutating func makeRoster() {
    for number in 0..<random.integer(3...6) {
      let code = number == 0 ? "wxjkq" : random.code("32020", number)
      let district = District(code: code, name: "示例\(number)区", category: random.pick(["区", "县级市", "开发区"]))
      districts.append(district)
      add("districts.csv", ["code": code, "name": district.name, "category": district.category])
    }
    for number in 1...random.integer(1...3) {
      groups.append(random.code("G", number))
      let leader = random.pick(["", "I1", "督查员 1", "组外人"])
      add("groups.csv", ["code": groups[number - 1], "name": "第 \(number) 组", "leader": leader])
    }
    for district in districts { makeSites(district.code) }
    for number in 1...8 {
      // Six can score everywhere.
      let home = number > 6 && random.oneIn(2) ? random.pick(districts).code : nil
      let code = number == 1 ? "I1" : random.code("I", number)
      inspectors.append(Inspector(code: code, district: home))
      add(
        "inspectors.csv",
        [
          "code": code, "name": "督查员 \(number)", "organisation": random.text(),
          "group": random.oneIn(3) ? "" : random.pick(groups), "district": home ?? "",
        ])
    }
  }

  private mutating func makeSites(_ district: String) {
    let parksBefore = parks.count
    for _ in 0..<random.integer(0...2) {
      let site = Site(code: random.code("P", parks.count), district: district)
      parks.append(site)
      add(
        "parks.csv",
        [
          "code": site.code, "name": "园区 \(parks.count)", "district": district, "theme": random.text(),
          "programme": random.textOrNothing(), "batch": random.pick(["", "2021", "第二批"]),
          "station": random.oneIn(2) ? "产改指导站 \(parks.count)" : "",
        ])
    }
    for _ in 0..<random.integer(0...4) {
      let site = Site(code: random.code("E", enterprises.count), district: district)
      enterprises.append(site)
      let here = parks[parksBefore...].map(\.code)
      add(
        "enterprises.csv",
        [
          "code": site.code, "name": "企业 \(enterprises.count)", "district": district,
          "park": here.isEmpty || random.oneIn(2) ? "" : random.pick(here),
          "level": random.pick(["国家级", "省级", "市级", "区级", "镇级"]), "batch": random.textOrNothing(),
          "industry": random.textOrNothing(), "stage": random.pick(["", "candidate", "pilot", "exemplar"]),
        ])
    }
  }

  func subjects(of district: String) -> [String] {
    ["district:\(district)"] + enterprises.filter { $0.district == district }.map { "enterprise:\($0.code)" }
      + parks.filter { $0.district == district }.map { "park:\($0.code)" }
  }

  /// Any subject.
  mutating func subject() -> String { random.pick(subjects(of: random.pick(districts).code)) }
}
