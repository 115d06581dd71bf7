import Bilingual
import Ledger

extension Session {
  /// Finds the record into which the one with an id was merged, and says so.
  func successor(of text: String, _ schema: Schema, in snapshot: Snapshot) throws -> Record? {
    guard let record = try snapshot.successor(of: RecordID(text), schema) else { return nil }
    say(
      Phrase(en: "\(text) was merged into \(record.id)", zh: "\(text) 已并入 \(record.id)")
    )
    return record
  }
}
