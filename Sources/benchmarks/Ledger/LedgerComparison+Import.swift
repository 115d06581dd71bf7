import Glibc
import Ledger

extension LedgerComparison {
  private var importLines: String { directory + "/marks.jsonl" }
  private var importTable: String { directory + "/marks.csv" }
  private var importing: String { directory + "/importing" }
  /// More are imported by nobody at once.
  private var importedMarks: Int { min(marks, 1_000_000) }

  /// Makes the marks to import, and compares what becomes of them in both forms.
  func compareImports() throws {
    var scene = try ImportScene(marks: importedMarks, seed: seed, in: small)
    try scene.write(lines: importLines, table: importTable)
    _ = try importAfresh(importLines)
    let written = try Files.read(importing + "/trademarks.jsonl")
    let plain = try LedgerAnswer.counting(in: importing)
    try plain.expect(
      answer(.registrations, of: importing),
      of: "the ledger after an import",
      to: LedgerQuestion.registrations.name
    )
    _ = try importAfresh(importTable)
    guard try Files.read(importing + "/trademarks.jsonl") == written else {
      throw Failure(
        description: "a table and JSON lines of the same marks are imported differently"
      )
    }
  }

  /// The rows about large imports.
  func importRows(_ numbers: Numbers) -> [LedgerRow] {
    let name = "import of \(importedMarks) marks as JSON lines"
    return [
      LedgerRow(name, "the slower of reading them alone and the disk", 100) {
        try importAfresh(importLines)
      } theirs: {
        let reading = try Child([product, "check", "--json-lines", importLines], in: directory)
        return max(reading.wall.microseconds, try disk(importLines))
      },
      LedgerRow(
        "the first record after it",
        "the second",
        120,
        ours: { try add(numbers.next(), to: importing) },
        theirs: { try add(numbers.next(), to: importing) }
      ),
      LedgerRow(
        "import of the same as CSV, owners by name",
        "as JSON lines",
        nil,
        ours: { try importAfresh(importTable) },
        theirs: { try importAfresh(importLines) }
      ),
    ]
  }

  /// Imports a file into a copy of the small ledger; only the import is timed.
  private func importAfresh(_ file: String) throws -> Int {
    Files.remove(importing)
    try Files.copyFolder(small, to: importing)
    return try ask(["import", "trademark", file], of: importing).wall.microseconds
  }

  /// What it takes to bring the bytes of a file to the disk.
  private func disk(_ path: String) throws -> Int {
    let bytes = try Files.read(path)
    let copy = directory + "/disk"
    defer { unsafe unlink(copy) }
    let start = ContinuousClock.now
    try Files.write(bytes, to: copy)
    let file = unsafe open(copy, O_RDONLY)
    guard file >= 0, fsync(file) == 0 else { throw Failure(description: "cannot write \(copy)") }
    close(file)
    return (ContinuousClock.now - start).microseconds
  }
}
