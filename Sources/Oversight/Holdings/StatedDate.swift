import JSONLines
import Ledger
import Portfolio

/// A date as a record states it: whoever counts must not take one that no calendar has for none at all.
enum StatedDate: FieldValue {
  case date(PartialDate)
  /// What stands there instead.
  case unreadable(String)

  static func read(_ raw: RawJSON, in bytes: Span<UInt8>) -> StatedDate? {
    PartialDate.read(raw, in: bytes).map(date) ?? .unreadable(raw.string(in: bytes) ?? "")
  }

  var json: JSONValue {
    switch self {
    case .date(let date): date.json
    case .unreadable(let text): .string(text)
    }
  }

  /// The date, where it is one.
  var known: PartialDate? {
    if case .date(let date) = self { date } else { nil }
  }

  /// Whether it lies in a year up to the closing day; `nil` where it is no date and does not name another year.
  func lies(in year: ReportingYear) -> Bool? {
    switch self {
    case .date(let date): return year.contains(date)
    case .unreadable(let text):
      let named = text.utf8.count >= 4 ? Int(text.prefix(4)) : nil
      return named.map { $0 == year.year } == false ? false : nil
    }
  }
}

extension Field<PartialDate> {
  /// The same field, read as it stands.
  var stated: Field<StatedDate> { reading(StatedDate.self) }
}
