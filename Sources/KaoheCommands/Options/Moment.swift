import Glibc

extension FormatOptions {
  /// A moment in UTC as people read it, at the local time: `2026-11-22 23:04`; as it is for programs.
  func moment(_ utc: String) -> String { isForPeople ? localMoment(utc) : utc }
}

/// - Parameter utc: `2026-11-22T15:04:36.908Z`.
/// - Returns: `2026-11-22 23:04`, by the clock here; what is no such moment as it is.
func localMoment(_ utc: String) -> String {
  let numbers = utc.split { "-T:.Z".contains($0) }.compactMap { Int32($0) }
  guard numbers.count >= 6 else { return utc }
  var parts = tm()
  (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
  (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
  var seconds = timegm(&parts)
  var local = tm()
  guard localtime_r(&seconds, &local) != nil else { return utc }
  var text = [CChar](repeating: 0, count: 32)
  guard strftime(&text, text.count, "%Y-%m-%d %H:%M", &local) > 0 else { return utc }
  return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } } ?? utc
}
