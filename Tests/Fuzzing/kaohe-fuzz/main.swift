import Foundation
import KaoheFuzzing

// kaohe-fuzz CLASS FOLDER SEED SECONDS, or kaohe-fuzz CLASS FOLDER --replay INPUT. fuzz.py runs it and watches it.
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 4, let found = FuzzClasses.all.first(where: { $0.name == arguments[0] }) else {
  print("kaohe-fuzz \(FuzzClasses.all.map(\.name).joined(separator: "|")) FOLDER SEED SECONDS | FOLDER --replay INPUT")
  exit(64)
}
let summary: FuzzRun.Summary
if arguments[2] == "--replay" {
  var run = try FuzzRun(folder: arguments[1], seed: 0)
  summary = try run.replay(found.type, folder: arguments[3])
} else {
  var run = try FuzzRun(folder: arguments[1], seed: UInt64(arguments[2]) ?? 1)
  summary = try run.run(found.type, seconds: Double(arguments[3]) ?? 1)
}
for finding in summary.findings.prefix(20) { print("finding: \(finding)") }
let codes = summary.codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
print("codes: " + codes.joined(separator: ", "))
print(
  "inputs \(summary.inputs) accepted \(summary.accepted) refused \(summary.refused) findings \(summary.findings.count)",
  "slowest \(summary.slowest)")
exit(summary.findings.isEmpty ? 0 : 2)
