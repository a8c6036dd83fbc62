/// Writes FOLDER/roster: districts and sites, groups and inspectors, the rules, and an assessment for each year.
struct RosterFolder {
  let size: Size
  let rules: NationRules

  func write(_ folder: String) throws {
    try makeFolder(folder)
    try writePlaces(folder)
    let groups = try CSVFile(folder + "/groups.csv", header: "code,name,leader")
    let inspectors = try CSVFile(folder + "/inspectors.csv", header: "code,name,organisation,group")
    for number in stride(from: 0, to: size.districts, by: 8) {
      let group = District(number, size).group
      let members = District.inspectors(of: group)
      try groups.add(group, "第\(number / 8 + 1)督查观摩组", members[0])
      for (position, member) in members.enumerated() {
        try inspectors.add(member, "督查员\(group.dropFirst())\(position + 1)", "市总工会", group)
      }
    }
    let assessments = try CSVFile(folder + "/assessments.csv", header: "assessment,title,rule_set,opens,closes")
    for year in Size.lastYear - size.years + 1...Size.lastYear {
      try assessments.add("\(year)", "\(year)年度产改评价考核（性能测试）", rules.code, "\(year)-01-01", "\(year)-12-31")
    }
    let file = TextFile(folder + "/rules-nation.yaml")
    try file.write(rules.file.source)
    for table in [groups, inspectors, assessments] { try table.flush() }
  }

  private func writePlaces(_ folder: String) throws {
    let districts = try CSVFile(folder + "/districts.csv", header: "code,name,category")
    let parks = try CSVFile(folder + "/parks.csv", header: "code,name,district,theme,batch,station")
    let enterprises = try CSVFile(
      folder + "/enterprises.csv", header: "code,name,district,park,level,batch,industry,stage")
    let industries = ["金属制品", "装备制造", "纺织服装", "生物医药", "集成电路", "新能源"]
    for number in 0..<size.districts {
      let district = District(number, size)
      var draw = Draw(seed: size.seed, 0, number)
      try districts.add(district.code, district.name, district.category)
      for (position, park) in district.parks.enumerated() {
        let theme = draw.pick(industries)
        let station = draw.oneIn(3) ? "" : "\(district.name)第\(position + 1)产改指导站"
        try parks.add(park, "\(district.name)\(theme)产业园\(position + 1)", district.code, theme, "第一批", station)
      }
      for (position, enterprise) in district.enterprises.enumerated() {
        let industry = draw.pick(industries)
        let park = draw.oneIn(2) && !district.parks.isEmpty ? draw.pick(district.parks) : ""
        try enterprises.add(
          enterprise, "\(district.name)\(industry)第\(position + 1)有限公司", district.code, park,
          draw.pick(["国家级", "省级", "市级", "区级", "镇级"]), "第\(draw.pick(["一", "二", "三"]))批", industry,
          draw.pick(["candidate", "pilot", "exemplar"]))
      }
    }
    for table in [districts, parks, enterprises] { try table.flush() }
  }
}
