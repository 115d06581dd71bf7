import Ledger
import Portfolio

/// Something that happened and that a clause may pay for: one of the ``FactRows``.
struct Fact: Sendable {
  let rows: FactRows
  // Claims hold many.
  private let place: Int32

  init(_ rows: FactRows, _ index: Int) {
    self.rows = rows
    place = Int32(index)
  }

  /// Its place among the rows.
  var index: Int { Int(place) }

  /// A fact by itself.
  init(_ record: Record, of kind: FactKind, _ evidence: Evidence? = nil) {
    self.init(FactRows([record], of: kind, evidence), 0)
  }

  var kind: FactKind { rows.kind }

  var id: RecordID { rows.ids[index] }

  var date: PartialDate? { rows.date(index) }

  /// The record, read when it is asked for.
  var record: Record { rows.record(index) }

  /// The number of its recipient among the parties of the round, where the ledger was asked.
  var partyNumber: Int? { rows.partyNumber(index) }

  /// Its recipient, where the ledger was asked.
  var party: Party? { rows.party(index) }

  /// The record of its recipient, where the ledger has it and was asked.
  var holder: Record? { party?.record }

  var hasRecipient: Bool { partyNumber != nil || recipient != nil }

  var recipient: RecordID? { rows.recipient(index) }

  /// What it is about: the brand, the mark, the patent.
  var object: RecordID? { kind.object.read(self) }

  /// The day from which it no longer stands, as its own record tells.
  var ended: PartialDate? { rows.ended(index) }

  /// The day as it stands in the record, to be shown or to be named as missing.
  var dateInput: Input { Input(self, kind.date) }

  /// The tier of a title, where it is known.
  func level(_ evidence: Evidence) -> BrandLevel? { rows.level(index, evidence) }

  /// The tier of a title, `nil` within where it is not known; `nil` for other facts.
  func tier(_ evidence: Evidence) -> (level: BrandLevel?, input: Input)? {
    guard kind === FactKind.recognition else { return nil }
    guard let scheme = scheme(evidence) else {
      return (nil, Input(self, Recognition.scheme))
    }
    return (level(evidence), Input(scheme, Scheme.level))
  }

  /// The record of its title.
  func scheme(_ evidence: Evidence) -> Record? { rows.scheme(index, evidence) }

  /// Whether both are the same place.
  func isSame(as other: Fact) -> Bool { rows === other.rows && index == other.index }

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
    let (x, y) = (Span(a.date), Span(b.date))
    return x == y ? a.id < b.id : x < y
  }

  /// The days that a date may mean, in the order of facts.
  struct Span: Comparable {
    let first: Int
    let last: Int

    init(_ date: PartialDate?) {
      first = date?.first.ordinal ?? .max
      last = date?.last.ordinal ?? .max
    }

    static func < (a: Span, b: Span) -> Bool {
      a.first == b.first ? a.last < b.last : a.first < b.first
    }
  }
}
