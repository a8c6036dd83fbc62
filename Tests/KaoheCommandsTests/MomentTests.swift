import Foundation
import Testing

@testable import KaoheCommands

@Suite struct MomentTests {
  @Test(arguments: ["2026-11-22T15:04:36.908Z", "2024-02-29T23:59:59.999Z", "1999-12-31T00:00:00.000Z"])
  func isTheLocalTime(utc: String) throws {
    let date = try Date(utc, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    let parts = Calendar(identifier: .gregorian).dateComponents(in: .current, from: date)
    let numbers = [parts.month, parts.day, parts.hour, parts.minute].compactMap { $0 }.map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    try #require(numbers.count == 4)
    #expect(localMoment(utc) == "\(parts.year ?? 0)-\(numbers[0])-\(numbers[1]) \(numbers[2]):\(numbers[3])")
  }

  @Test(arguments: ["", "2026-11-22", "yesterday"])
  func whatIsNoMomentStays(text: String) {
    #expect(localMoment(text) == text)
  }
}
