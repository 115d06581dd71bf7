import Bilingual
import JSONLines
public import Ledger

extension FieldType {
  /// A length of time such as `3m`, which may be typed as 3个月.
  public static let period: FieldType = {
    let expectation = Phrase(
      en: "a length of time such as 1y, 3m, 30d or 15wd (working days)",
      zh: "一段时间，例如 1年、3个月、30日、15个工作日（或 1y、3m、30d、15wd）"
    )
    return FieldType(
      "period",
      expectation: expectation,
      form: .text,
      parse: { text in
        guard let period = Period(typed: text) else {
          return .failure(.shape(expectation, .string(text)))
        }
        return .success(.string(period.description))
      },
      check: { value in
        value.string.flatMap { Period(typed: $0) } == nil ? .shape(expectation, value) : nil
      }
    )
  }()
}
