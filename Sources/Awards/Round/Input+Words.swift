public import Bilingual
public import JSONLines
public import Ledger
import Portfolio

extension Input {
  /// The place of what a payout for several facts gives for each of them; no record has it.
  static let division = "division"

  /// The place of the level of a payer whose name tells none.
  static let payerLevel = "payerLevel"

  /// The place of what people have to do with several records of one year that differ.
  static let merger = "merger"

  /// The field in which it stands; `nil` for a place that no record of the ledger has.
  public var definition: FieldDefinition? {
    switch source {
    case .fact(_, let definition), .factLack(_, let definition): definition
    case .field(_, let definition), .lack(_, let definition): definition
    case .other(let named): named.definition
    }
  }

  /// The field's name as people know it: also that of an application, an event or a figure that is missing.
  public var label: Phrase {
    if let definition { return definition.label }
    for schema in [Application.schema, MembershipEvent.schema] where field == schema.kind {
      return schema.label
    }
    if field == Self.division {
      return Phrase(
        en: "amount for each of its facts, as an award for each,",
        zh: "各事项分别的金额（一事项登记一项奖励）"
      )
    }
    if field == Self.merger {
      return Phrase(
        en: "merger with the other record of its year, from which it differs,",
        zh: "与同年度另一条不一致记录的合并"
      )
    }
    if field == Self.payerLevel {
      let levels = BrandLevel.payers
      return Phrase(
        en: "level of the payer, one of: \(levels.en),",
        zh: "支付方级别（\(levels.zh)之一）"
      )
    }
    if let figure = Figure(rawValue: field) { return figure.label }
    let schemas =
      FactKind.all.map(\.schema) + [Enterprise.schema, EnterpriseYear.schema, Scheme.schema]
    return schemas.lazy.compactMap { $0.field(named: field)?.label }.first
      ?? Phrase(en: field, zh: field)
  }
}

extension FieldDefinition {
  /// Returns a value as people read it: the name of a code, an amount in yuan.
  ///
  /// - Parameter value: A value of the field.
  /// - Returns: The words.
  public func words(of value: JSONValue) -> Phrase {
    if case .money = type.form, let fen = value.integer {
      return Phrase(en: "\(Money(fen: fen)) yuan", zh: "\(Money(fen: fen)) 元")
    }
    var form = type.form
    if case .list(let element) = form { form = element.form }
    let words = (value.array ?? [value]).map { value -> Phrase in
      let text = value.string ?? value.text.span.text
      guard case .choice(let choices) = form, let choice = choices.first(where: { $0.code == text })
      else { return Phrase(en: text, zh: text) }
      return choice.label
    }
    return Phrase(
      en: words.map(\.en).joined(separator: ", "),
      zh: words.map(\.zh).joined(separator: "、")
    )
  }
}
