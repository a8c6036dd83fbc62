import KaoheScoring

/// A moment in UTC, written as the database has it: `2022-11-26T08:00:00.000Z`.
struct Moment {
  let text: String
  /// Milliseconds since 2020-01-01T00:00Z, from which identities count.
  let milliseconds: Int64

  /// nil for what is no moment, or lies before 2020.
  init?(_ text: String) {
    let form = Array("dddd-dd-ddTdd:dd:dd.dddZ".utf8)
    let bytes = Array(text.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard bytes.count == form.count,
      zip(bytes, form).allSatisfy({ $1 == UInt8(ascii: "d") ? digits.contains($0) : $0 == $1 }),
      CalendarDay.isDay(String(text.prefix(10)))
    else { return nil }
    func number(_ range: Range<Int>) -> Int64 { bytes[range].reduce(0) { $0 * 10 + Int64($1 - digits.lowerBound) } }
    let (year, hour, minute, second) = (number(0..<4), number(11..<13), number(14..<16), number(17..<19))
    guard year >= 2020, year < 2100, hour < 24, minute < 60, second < 60 else { return nil }
    let month = Int(number(5..<7))
    let isLeap = year.isMultiple(of: 4)
    let before: [Int64] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    // No year from 2020 to 2099 is an exception to the rule of four.
    let days =
      (year - 2020) * 365 + (year - 2020 + 3) / 4 + before[month - 1] + (month > 2 && isLeap ? 1 : 0) + number(8..<10)
      - 1
    self.text = text
    milliseconds = ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + number(20..<23)
  }

  /// Whether it is later than any clock that is only a little wrong would say.
  var isInFuture: Bool {
    milliseconds > ObservationClock.now() - ObservationClock.epochMilliseconds + 86_400_000
  }
}

extension CSVRecord {
  /// A moment in UTC; reports what is none. nil then.
  func moment(_ column: String) -> Moment? {
    guard let text = text(column) else { return nil }
    guard let moment = Moment(text) else {
      refuse(
        "bad-moment", column,
        Bilingual(
          "“\(text.excerpt)”不是时刻：应为 2022-09-01T08:00:00.000Z 的形式（UTC，2020年以后）",
          en: "“\(text.excerpt)” is no moment: write it as 2022-09-01T08:00:00.000Z (UTC, from 2020 on)"))
      return nil
    }
    if moment.isInFuture {
      refuse("future-moment", column, Bilingual("“\(text)”还没有到", en: "“\(text)” is still to come"))
      return nil
    }
    return moment
  }

  func requiredMoment(_ column: String) -> Moment? {
    if text(column) == nil {
      _ = required(column)
      return nil
    }
    return moment(column)
  }
}
