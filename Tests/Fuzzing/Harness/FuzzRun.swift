import Foundation
import KaoheTestSupport

/// One process of fuzzing: makes inputs, hands them to the program, keeps those that found something.
///
/// Each input lies in `current/` before the program sees it, so that it is there after a crash; `progress` says how far
/// the run has come, for whoever watches it (fuzz.py).
public struct FuzzRun {
  public struct Summary: Sendable {
    public var inputs = 0
    public var accepted = 0
    public var refused = 0
    /// How often each code of a problem was the answer to an input.
    public var codes: [String: Int] = [:]
    public var findings: [String] = []
    /// In seconds of the processor.
    public var slowest = 0.0
  }

  private let folder: String
  private let seed: UInt64
  private var summary = Summary()

  /// - Parameter folder: made where it is missing; findings stay there.
  public init(folder: String, seed: UInt64) throws {
    self.folder = folder
    self.seed = seed
    try FileManager.default.createDirectory(atPath: folder + "/work", withIntermediateDirectories: true)
  }

  /// Runs until the time is over, or the number of inputs is reached.
  public mutating func run(_ type: any FuzzClass.Type, seconds: Double, inputs: Int = .max) throws -> Summary {
    var subject: any FuzzClass = try type.init(folder: folder + "/work")
    let end = Date().timeIntervalSince1970 + seconds
    while summary.inputs < inputs, Date().timeIntervalSince1970 < end {
      var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(summary.inputs))
      let input = try subject.input(&random)
      try keep(input)
      try judge(input, &subject)
      summary.inputs += 1
      try progress()
    }
    return summary
  }

  /// Hands over one input that was kept.
  public mutating func replay(_ type: any FuzzClass.Type, folder input: String) throws -> Summary {
    var subject: any FuzzClass = try type.init(folder: folder + "/work")
    try judge(FuzzInput(files: try Corpus.read(input)), &subject)
    summary.inputs = 1
    return summary
  }

  private mutating func judge(_ input: FuzzInput, _ subject: inout any FuzzClass) throws {
    let start = clock()
    do {
      switch try subject.judge(input) {
      case .accepted: summary.accepted += 1
      case .refused(let codes):
        summary.refused += 1
        for code in codes { summary.codes[code, default: 0] += 1 }
      }
    } catch {
      try note("\(error)", input)
    }
    let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    if time > summary.slowest {
      summary.slowest = time
      if time > 2 { try note("took \(time) s of the processor", input) }
    }
  }

  private mutating func note(_ text: String, _ input: FuzzInput) throws {
    summary.findings.append(text)
    // A fault that every tenth input finds would fill the disk.
    if summary.findings.count > 20 { return }
    let place = "\(folder)/finding-\(seed)-\(summary.inputs)"
    try write(input, to: place)
    try Data((text + "\n").utf8).write(to: URL(filePath: place + ".txt"))
  }

  private func keep(_ input: FuzzInput) throws {
    try? FileManager.default.removeItem(atPath: folder + "/current")
    try write(input, to: folder + "/current")
  }

  private func write(_ input: FuzzInput, to place: String) throws {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for (name, bytes) in input.files { try Data(bytes).write(to: URL(filePath: place + "/" + name)) }
  }

  private func progress() throws {
    try Data("\(summary.inputs) \(summary.accepted) \(summary.refused)\n".utf8)
      .write(to: URL(filePath: folder + "/progress"))
  }
}
