import Bilingual
import JSONLines
import Ledger

extension Session {
  /// Finds the record into which the one with an id was merged, and says so.
  func successor(of text: String, in table: Ledger.Table) -> Record? {
    guard let record = table.successor(of: RecordID(text)) else { return nil }
    say(
      Phrase(
        en: "\(text) was merged into \(record.id)",
        zh: "\(text) 已并入 \(record.id)"
      )
    )
    return record
  }
}

extension JSONValue {
  /// The value as text for a message.
  var shown: String { string ?? String(decoding: text, as: UTF8.self) }
}
