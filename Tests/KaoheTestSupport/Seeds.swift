import Foundation

/// Seeds of property tests; `KAOHE_SEEDS=1-2000` tries as many.
public enum Seeds {
  public static func chosen(else usual: ClosedRange<UInt64>) -> ClosedRange<UInt64> {
    let bounds = (ProcessInfo.processInfo.environment["KAOHE_SEEDS"] ?? "").split(separator: "-").compactMap {
      UInt64($0)
    }
    return bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : usual
  }
}
