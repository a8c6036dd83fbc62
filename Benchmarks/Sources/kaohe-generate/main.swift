import Glibc
import KaoheRules
import KaoheScoring

// Writes a nation's records; see Size.usage.

func fail(_ text: String, code: Int32) -> Never {
  let line = text + "\n"
  _ = write(STDERR_FILENO, line, line.utf8.count)
  exit(code)
}

do {
  let size = try Size(arguments: Array(CommandLine.arguments.dropFirst()))
  let rules = try NationRules(leaves: size.leaves)
  try makeFolder(size.folder)
  try RosterFolder(size: size, rules: rules).write(size.folder + "/roster")
  var (rows, visits) = (0, 0)
  for year in Size.lastYear - size.years + 1...Size.lastYear {
    let folder = try YearFolder(year, size, rules)
    try folder.write()
    rows += folder.rowCount
    visits += folder.visitCount
  }
  try DraftFolder(size: size, rules: rules).write()
  print("\(size.folder): \(rows) score rows at \(visits) visits")
} catch let error as InputProblems {
  fail(error.text(in: .english), code: 70)
} catch {
  fail("\(error)", code: 1)
}
