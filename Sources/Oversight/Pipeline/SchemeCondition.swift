public import Bilingual
public import JSONLines
public import Ledger
import Portfolio

/// One thing that a candidate for a title must show, as its scheme says it.
///
/// A scheme keeps its conditions as a list such as
/// `[{"is":"years-of-use","atLeast":3},{"is":"sales","atLeast":"5000万"},{"is":"registered-mark"}]`.
/// Each may carry `text`, the words of the rule, and `source`.
public struct SchemeCondition: Sendable {
  /// What is asked for.
  public enum Demand: Hashable, Sendable {
    /// The brand has been in use for so many years.
    case yearsOfUse(Int)
    /// A figure of the last whole year is at least so much.
    case figure(Figure, fen: Int64)
    /// The product is made to a standard on record.
    case standard
    /// The brand rests on a mark that is registered and within its term.
    case registeredMark
    /// The owner has no incident in so many years, and is not barred.
    case noIncident(years: Int)
    /// The owner is in business.
    case operating
    /// The brand, or its owner, holds another title.
    case holds(RecordID)
    /// The owner has so many patents in force.
    case patents(Int)
    /// What no record tells, and the office confirms by papers.
    case confirmed(String)
  }

  /// A yearly figure of an enterprise.
  public enum Figure: String, CaseIterable, Sendable {
    /// What it sold.
    case sales
    /// What it sold under its brands.
    case brandSales = "brand-sales"
    /// What it paid in tax.
    case tax
    /// What it spent on research.
    case research
  }

  /// The words that `is` may hold besides those of a ``Figure``.
  private enum Word: String, CaseIterable {
    case yearsOfUse = "years-of-use"
    case standard
    case registeredMark = "registered-mark"
    case noIncident = "no-incident"
    case operating
    case holds
    case patents
    case confirmed
  }

  /// What is asked for.
  public let demand: Demand
  /// The words of the rule, where the scheme keeps them.
  public let text: String?

  /// Reads the conditions of a scheme.
  ///
  /// - Parameter value: The value of ``Scheme/conditions``.
  /// - Returns: The conditions; none where the scheme keeps none.
  /// - Throws: A ``FieldProblem`` that names the first one that cannot be read.
  public static func read(_ value: JSONValue?) throws(FieldProblem) -> [SchemeCondition] {
    guard let value else { return [] }
    guard let elements = value.array else {
      throw .shape(Phrase(en: "a list of conditions", zh: "条件列表"), value)
    }
    var conditions: [SchemeCondition] = []
    for element in elements { conditions.append(try SchemeCondition(element)) }
    return conditions
  }

  private init(_ value: JSONValue) throws(FieldProblem) {
    guard let name = value["is"]?.string else {
      throw .shape(
        Phrase(en: "a condition with \"is\", such as {\"is\":\"operating\"}", zh: "含 \"is\" 的条件"),
        value
      )
    }
    text = value["text"]?.string
    switch Word(rawValue: name) {
    case .yearsOfUse: demand = .yearsOfUse(try Self.count(value, "atLeast"))
    case .patents: demand = .patents(try Self.count(value, "atLeast"))
    case .noIncident: demand = .noIncident(years: try Self.count(value, "years"))
    case .standard: demand = .standard
    case .registeredMark: demand = .registeredMark
    case .operating: demand = .operating
    case .holds:
      guard let scheme = value["scheme"]?.string else {
        throw .shape(Phrase(en: "\"scheme\", the id of a title", zh: "\"scheme\"：荣誉项目编号"), value)
      }
      demand = .holds(RecordID(scheme))
    case .confirmed:
      guard let what = value["what"]?.string, !what.isEmpty else {
        throw .shape(Phrase(en: "\"what\" is to be confirmed", zh: "\"what\"：需确认的事项"), value)
      }
      demand = .confirmed(what)
    case nil:
      guard let figure = Figure(rawValue: name) else { throw Self.unknown(name) }
      guard let typed = value["atLeast"]?.string, let money = Money(typed: typed) else {
        throw .shape(
          Phrase(en: "\"atLeast\", an amount such as \"5000万\"", zh: "\"atLeast\"：金额，如 \"5000万\""),
          value
        )
      }
      demand = .figure(figure, fen: money.fen)
    }
  }

  private static func count(_ value: JSONValue, _ key: String) throws(FieldProblem) -> Int {
    guard let number = value[key]?.integer, (1...1000).contains(number) else {
      throw .shape(
        Phrase(en: "\"\(key)\", a whole number from 1", zh: "\"\(key)\"：不小于 1 的整数"),
        value
      )
    }
    return Int(number)
  }

  private static func unknown(_ name: String) -> FieldProblem {
    let names = Word.allCases.map(\.rawValue) + Figure.allCases.map(\.rawValue)
    let near = Nearest.name(to: name, among: names)
    return FieldProblem(
      "unknown-condition",
      Phrase(
        en: "'\(name)' is no condition" + (near.map { "; did you mean '\($0)'?" } ?? "")
          + " (known: \(names.joined(separator: ", ")))",
        zh: "“\(name)”不是已知条件" + (near.map { "；是否指“\($0)”？" } ?? "")
          + "（已知：\(names.joined(separator: "、"))）"
      )
    )
  }
}

extension SchemeCondition {
  /// What is asked for, in words: those of the rule, else our own.
  public var label: Phrase {
    if let text { return Phrase(en: text, zh: text) }
    return switch demand {
    case .yearsOfUse(let years): Phrase(en: "\(years, of: "year") of use", zh: "使用满 \(years) 年")
    case .figure(let figure, let fen):
      Phrase(
        en: "\(figure.label.en) of at least \(Money(fen: fen)) yuan",
        zh: "\(figure.label.zh)不低于 \(Money(fen: fen)) 元"
      )
    case .standard: Phrase(en: "a product standard", zh: "有产品执行标准")
    case .registeredMark: Phrase(en: "a registered mark", zh: "有有效注册商标")
    case .noIncident(let years):
      Phrase(en: "no incident in \(years, of: "year")", zh: "近 \(years) 年无违法失信记录")
    case .operating: Phrase(en: "in business", zh: "正常经营")
    case .holds(let scheme): Phrase(en: "holds \(scheme)", zh: "已获 \(scheme)")
    case .patents(let count): Phrase(en: "\(count, of: "patent") in force", zh: "有效专利 \(count) 件以上")
    case .confirmed(let what): Phrase(en: what, zh: what)
    }
  }
}

extension SchemeCondition.Figure {
  /// The name shown to people.
  var label: Phrase { Phrase(en: field.definition.label.en, zh: field.definition.label.zh) }

  /// The field of the enterprise's year that holds it.
  var field: Field<Money> {
    switch self {
    case .sales: EnterpriseYear.salesFen
    case .brandSales: EnterpriseYear.brandSalesFen
    case .tax: EnterpriseYear.taxFen
    case .research: EnterpriseYear.researchFen
    }
  }
}
