import Ledger
import Portfolio

/// Something that happened and that a clause may pay for: a record seen through its ``FactKind``.
///
/// A class, since every claim about it holds it.
final class Fact: Sendable {
  let kind: FactKind
  let record: Record
  let date: PartialDate?
  /// The record of its recipient, where the ledger has it and was asked.
  let holder: Record?
  /// The record of its title, where it has one, the ledger has it, and was asked.
  let scheme: Record?

  init(_ record: Record, of kind: FactKind, _ evidence: Evidence? = nil) {
    self.kind = kind
    self.record = record
    date = record[kind.date]
    holder = evidence?.enterprises[kind.recipient.read(record)]
    scheme = kind === FactKind.recognition ? evidence?.schemes[record[Recognition.scheme]] : nil
  }

  var recipient: RecordID? { holder?.id ?? kind.recipient.read(record) }

  /// What it is about: the brand, the mark, the patent.
  var object: RecordID? { kind.object.read(record) }

  var id: RecordID { record.id }

  /// The day as it stands in the record, to be shown or to be named as missing.
  var dateInput: Input { Input(record, kind.date) }

  /// The tier of a title, `nil` within where it is not known; `nil` for other facts.
  func tier(_ evidence: Evidence) -> (level: BrandLevel?, input: Input)? {
    guard kind === FactKind.recognition else { return nil }
    guard let scheme = scheme(evidence) else {
      return (nil, Input(record, Recognition.scheme))
    }
    return (scheme[Scheme.level], Input(scheme, Scheme.level))
  }

  /// The record of its title.
  func scheme(_ evidence: Evidence) -> Record? {
    scheme ?? evidence.schemes[record[Recognition.scheme]]
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
    Entry(a.record, a.date) < Entry(b.record, b.date)
  }
}

extension Fact {
  /// What orders facts, beside each other: whoever follows a fact to its record waits for memory.
  struct Entry: Comparable {
    let first: Int
    let last: Int
    let id: RecordID
    let record: Record

    init(_ record: Record, _ date: PartialDate?) {
      first = date?.first.ordinal ?? .max
      last = date?.last.ordinal ?? .max
      id = record.id
      self.record = record
    }

    static func == (a: Entry, b: Entry) -> Bool {
      a.first == b.first && a.last == b.last && a.id == b.id
    }

    static func < (a: Entry, b: Entry) -> Bool {
      if a.first != b.first { return a.first < b.first }
      return a.last == b.last ? a.id < b.id : a.last < b.last
    }
  }
}
