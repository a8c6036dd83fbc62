/// A county, city district or zone of the nation, with its sites.
struct District {
  let number: Int
  /// In the form of GB/T 2260, province, city, county; which county has it does not matter here.
  let code: String
  let name: String
  let category: String
  /// The group that inspects it: one for eight districts.
  let group: String
  let enterprises: [String]
  let parks: [String]

  private static let names = Array("清安和永昌平兴临新丰江河山海东南西北云龙凤金玉石林泉湖溪阳明光华庆德仁义礼信福寿康宁泰长")

  init(_ number: Int, _ size: Size) {
    self.number = number
    let code = String(110_101 + number / 100 * 10_000 + number % 100 / 10 * 100 + number % 10)
    self.code = code
    let kind = number % 10
    category = kind < 5 ? "县" : kind < 8 ? "区" : "县级市"
    let names = Self.names
    name =
      String([names[number / names.count % names.count], names[number % names.count]])
      + (category == "县级市" ? "市" : category)
    group = "G\(padded(number / 8 + 1, 4))"
    enterprises = (0..<size.enterprises).map { "E\(code)-\(padded($0 + 1, 2))" }
    parks = (0..<size.parks).map { "PK\(code)-\(padded($0 + 1, 2))" }
  }

  /// Inspectors of the group, who come from elsewhere.
  static let groupSize = 5

  static func inspectors(of group: String) -> [String] { (1...groupSize).map { "\(group)-\($0)" } }
}

/// The number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
