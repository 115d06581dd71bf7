import Ledger
import Portfolio

/// Something that happened and that a clause may pay for: a record seen through its ``FactKind``.
///
/// A class, since every claim about it holds it.
final class Fact: Sendable {
  let kind: FactKind
  let record: Record
  let date: PartialDate?
  let recipient: RecordID?
  /// What it is about: the brand, the mark, the patent.
  let object: RecordID?

  init(_ record: Record, of kind: FactKind) {
    self.kind = kind
    self.record = record
    date = record[kind.date]
    recipient = kind.recipient.read(record)
    object = kind.object.read(record)
  }

  var id: RecordID { record.id }

  /// The day as it stands in the record, to be shown or to be named as missing.
  var dateInput: Input { Input(record, kind.date) }

  /// The tier of a title, `nil` within where it is not known; `nil` for other facts.
  func tier(_ evidence: Evidence) -> (level: BrandLevel?, input: Input)? {
    guard kind === FactKind.recognition else { return nil }
    guard let scheme = evidence.schemes[record[Recognition.scheme]] else {
      return (nil, Input(record, Recognition.scheme))
    }
    return (scheme[Scheme.level], Input(scheme, Scheme.level))
  }

  /// Whether it came before another: by day, then by id; `nil` where their days leave it open.
  func came(before other: Fact) -> Bool? {
    guard let date, let rival = other.date else { return nil }
    if date.last < rival.first { return true }
    if date.first > rival.last { return false }
    guard date.day != nil, rival.day != nil else { return nil }
    return id < other.id
  }

  /// The order of facts: by the first day that they may mean, then the last, then id; undated last.
  static func precedes(_ a: Fact, _ b: Fact) -> Bool {
    switch (a.date, b.date) {
    case (let x?, let y?) where x != y:
      (x.first, x.last) < (y.first, y.last)
    case (.some, nil): true
    case (nil, .some): false
    default: a.id < b.id
    }
  }
}
