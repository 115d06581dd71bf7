import Bilingual
import CommandLine
import Glibc
import Ledger
import Portfolio

/// `write DIR`: what the other commands start: a process that adds records, one commit after another.
///
/// Every commit adds to two files, so that half of one would be seen.
enum Writer {
  static let directory = Argument(
    ValueKind<String>.directory(),
    help: Phrase(en: "The ledger; it is started where it is missing", zh: "账本目录；没有时新建")
  )
  static let name = Argument(
    ValueKind<String>(
      Phrase(en: "NAME", zh: "名称"),
      expected: Phrase(en: "a word", zh: "一个词")
    ) { $0 },
    help: Phrase(en: "What the ids of the records begin with", zh: "记录编号的前缀")
  )
  static let records = Crashes.count(
    "records",
    "200",
    Phrase(en: "How many commits to make", zh: "提交次数")
  )

  static let command = Command<Void>(
    "write",
    summary: Phrase(en: "Add records, one commit after another", zh: "逐次提交记录"),
    arguments: [directory, name],
    options: [records]
  ) { _, arguments in
    let store = LedgerStore(Kinds.catalog, PosixStorage(arguments[directory], patience: 600_000))
    let name = arguments[name]
    if (try? store.snapshot()) == nil {
      // Another writer may have been faster.
      do { _ = try store.create(by: name, at: now(), command: "init", []) } catch {
        guard (try? store.snapshot()) != nil else { throw error }
      }
    }
    for number in 0..<arguments[records] {
      _ = try write(store, "\(name)-\(number)", by: name)
      // One line a commit, at once: who was told of a commit must find it again.
      told("\(number)\n")
    }
    return 0
  }

  /// Adds an enterprise and a brand of the same id.
  static func write(_ store: LedgerStore, _ id: String, by name: String) throws -> Written {
    var enterprise = Draft(Enterprise.schema)
    enterprise.id = RecordID(id)
    enterprise[Enterprise.name] = "示例企业 \(id)"
    var brand = Draft(Brand.schema)
    brand.id = RecordID(id)
    brand[Brand.name] = "示例牌 \(id)"
    let changes: [Change] = [.put(enterprise), .put(brand)]
    return try store.write(by: name, at: now(), command: "write \(id)") { _ in changes }
  }

  static func now() -> Timestamp { Timestamp(seconds: Int64(time(nil)), offset: 0) }

  private static func told(_ text: String) {
    let bytes = Array(text.utf8)
    // The bytes are lent to the call only.
    _ = unsafe bytes.withUnsafeBytes { unsafe write(1, $0.baseAddress, bytes.count) }
  }

  private static func write(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe Glibc.write(file, bytes, count)
  }
}
