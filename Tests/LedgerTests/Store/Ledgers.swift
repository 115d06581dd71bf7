import Foundation
import JSONLines
import Ledger
import Testing

/// A moment of the day on which the tests take place, at a clock in China.
func at(_ hour: Int) throws -> Timestamp {
  let digits = hour < 10 ? "0\(hour)" : "\(hour)"
  return try #require(Timestamp("2025-11-03T\(digits):30:00+08:00"))
}

/// Runs a body with a new directory that goes with it.
func withTemporaryDirectory(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("ledger-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

extension LedgerStore {
  /// A ledger with four commits, at eight, nine, ten and eleven o'clock:
  /// two tools; one of them changed and a workshop; the other removed; a third tool.
  static func withHistory(_ storage: any Storage) throws -> LedgerStore {
    let store = LedgerStore(Factory.catalog, storage)
    _ = try store.create(
      by: "clerk-1",
      at: at(8),
      command: "init",
      [.put(Tool.draft("t-1", "电锤")), .put(Tool.draft("t-2", "电钻", watts: 500))]
    )
    var workshop = Draft(Workshop.schema)
    workshop.id = "w-1"
    workshop[Workshop.name] = "天汾示例作坊"
    try store.write(9, "set", [.put(Tool.draft("t-1", "电锤二代")), .put(workshop)])
    try store.write(10, "remove", [.remove(Tool.schema, "t-2", reason: "停产")])
    try store.write(11, "add", [.put(Tool.draft("t-3", "角磨机"))])
    return store
  }

  /// Writes changes at an hour.
  @discardableResult
  func write(_ hour: Int, _ command: String, _ changes: [Change]) throws -> Written {
    try write(by: "clerk-2", at: at(hour), command: command) { _ in changes }
  }

  /// The versions of the records of any kind that have an id.
  func versions(of id: RecordID) throws -> [Version] {
    try history(of: id, among: catalog.schemas).flatMap(\.versions)
  }

  /// The names of the tools at a moment, by id.
  func tools(_ moment: Moment = .latest) throws -> [String: String] {
    let records = try snapshot(moment).snapshot.table(Tool.self).records
    return Dictionary(uniqueKeysWithValues: records.map { ($0.id.text, $0[Tool.name] ?? "") })
  }
}

extension Storage {
  /// Appends bytes as a hand does, whatever stands there.
  func append(_ bytes: [UInt8], behind name: String) throws {
    try append(bytes, to: name, at: size(of: name) ?? 0)
  }
}

/// Runs a body that must be refused with diagnostics, and returns them.
func refusal(
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> Void
) -> Diagnostics? {
  #expect(throws: Diagnostics.self, sourceLocation: sourceLocation) { try body() }
}
