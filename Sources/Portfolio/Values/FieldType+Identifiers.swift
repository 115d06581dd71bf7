import Bilingual
import JSONLines
public import Ledger

extension FieldType {
  /// A unified credit code; one that fails its check digit is kept with a warning.
  public static let creditCode = identifier(
    "credit-code",
    Phrase(
      en: "a unified credit code of 18 characters such as 91512081MA62K0260E",
      zh: "18 位统一社会信用代码，例如 91512081MA62K0260E"
    ),
    normalise: { Folding.key($0).uppercased() },
    fault: CreditCode.fault
  )

  /// A patent application number; one that fails its check digit is kept with a warning.
  public static let patentNumber = identifier(
    "patent-number",
    Phrase(en: "an application number such as 201710601862.3", zh: "专利申请号，例如 201710601862.3"),
    normalise: PatentNumber.normalise,
    fault: PatentNumber.fault
  ).written(as: Canonical(PatentNumber.normalise, isPlain: PatentNumber.isPlain))

  /// The number of a mark, kept as it was typed; 第1001号 and 01001 are the same mark as 1001.
  public static let markNumber = FieldType.text
    .written(as: Canonical(MarkNumber.normalise, isPlain: MarkNumber.isPlain))

  /// An office, country or organisation in the two-letter codes of WIPO ST.3.
  public static let office: FieldType = {
    let expectation = Phrase(
      en: "a two-letter code of WIPO ST.3 such as CN, US, EM, WO",
      zh: "WIPO ST.3 两字母代码，例如 CN、US、EM、WO"
    )
    return FieldType(
      "office",
      expectation: expectation,
      form: .text,
      parse: { text in
        let code = Folding.key(text).uppercased()
        guard OfficeCode.isKnown(code) else { return .failure(.shape(expectation, .string(text))) }
        return .success(.string(code))
      },
      check: { OfficeCode.isKnown($0.string ?? "") ? nil : .shape(expectation, $0) }
    )
  }()

  /// A class of the Nice Classification, 1 to 45.
  public static let niceClass = number(
    "nice-class",
    1...45,
    Phrase(en: "a Nice class from 1 to 45", zh: "尼斯分类 1 至 45"),
    units: ["类"]
  )

  /// A calendar year.
  public static let year = number(
    "year",
    1900...2200,
    Phrase(en: "a year such as 2025", zh: "年份，例如 2025"),
    units: ["年度", "年"]
  )

  /// A count of things.
  public static let count = number(
    "count",
    0...Int64.max,
    Phrase(en: "a whole number, 0 or more", zh: "不小于 0 的整数")
  )

  /// A sum with its currency as the register prints it, kept as it was typed.
  public static let capital: FieldType = {
    let expectation = Phrase(
      en: "a capital such as 4,000(万元人民币) or 50万美元",
      zh: "注册资本，例如 4,000（万元人民币）、50万美元"
    )
    return FieldType(
      "capital",
      expectation: expectation,
      form: .text,
      parse: { text in
        RegisteredCapital(text) == nil
          ? .failure(.shape(expectation, .string(text))) : .success(.string(text))
      },
      check: { RegisteredCapital($0.string ?? "") == nil ? .shape(expectation, $0) : nil }
    )
  }()

  private static func number(
    _ name: String,
    _ range: ClosedRange<Int64>,
    _ expectation: Phrase,
    units: [String] = []
  ) -> FieldType {
    FieldType(
      name,
      expectation: expectation,
      form: .integer,
      parse: { text in
        let typed = Folding.key(text)
        let unit = units.first { typed.hasSuffix($0) } ?? ""
        let digits = typed.dropLast(unit.count).drop { $0 == "第" && !unit.isEmpty }
        guard case .success(let value) = integer.parse(String(digits)),
          let number = value.integer,
          range.contains(number)
        else { return .failure(.shape(expectation, .string(text))) }
        return .success(value)
      },
      check: { value in
        value.integer.map(range.contains) == true ? nil : .shape(expectation, value)
      }
    )
  }

  private static func identifier(
    _ name: String,
    _ expectation: Phrase,
    normalise: @escaping @Sendable (String) -> String,
    fault: @escaping @Sendable (String) -> FieldProblem?
  ) -> FieldType {
    FieldType(
      name,
      expectation: expectation,
      form: .text,
      parse: { text in
        // A word such as 办理中 is no number, and would make one record of all that have it.
        guard text.contains(where: \.isNumber) else {
          return .failure(.shape(expectation, .string(text)))
        }
        return .success(.string(normalise(text)))
      },
      check: { value in
        guard let text = value.string, !text.isEmpty else { return .shape(expectation, value) }
        return fault(text)
      }
    )
  }
}
