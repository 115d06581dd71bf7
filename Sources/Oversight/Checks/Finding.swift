import Bilingual
import Ledger

/// What a check finds in a record.
struct Finding {
  /// The record to look at.
  let record: Record
  /// What is wrong, with the value; the record's kind and id are put before it.
  let message: Phrase
  /// What to do about it.
  let help: Phrase?
  /// The field whose value is at fault, to point at it.
  var field: FieldDefinition?
  /// The key of the member at fault that the kind does not know.
  var member: String?
  /// The name under which it is told, where that is not the check's own.
  var name: String?
  /// How much it weighs, where that is not as the check says.
  var severity: Diagnostic.Severity?

  init(_ record: Record, _ message: Phrase, help: Phrase?) {
    self.record = record
    self.message = message
    self.help = help
  }
}
