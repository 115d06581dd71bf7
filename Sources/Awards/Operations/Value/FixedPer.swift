import Bilingual
import JSONLines
import Ledger
import Portfolio

/// An amount for each unit of a fact.
struct FixedPer: SingleValuation {
  enum Unit: String, CaseIterable, Sendable {
    case piece, product, `class`, country, person
  }

  static let unit = Parameter(
    "unit",
    .word("unit", Unit.piece),
    Phrase(
      en:
        "What is counted: the fact itself (piece), the products of its brand or member, the classes or "
        + "countries of its mark, its inventors (person).",
      zh: "计量单位：每件（piece）、品牌或成员的产品（product）、商标的类别（class）或国家（country）、发明人（person）。"
    )
  )
  static let each = Parameter(
    "each",
    .money,
    Phrase(en: "What is paid for each.", zh: "每单位金额。")
  )
  static let maximum = Parameter(
    optional: "maximum",
    .positive,
    Phrase(en: "How many units of one fact are paid.", zh: "每项至多计算的单位数。")
  )
  static let declaration = OperationDeclaration(
    "fixedPer",
    .value,
    Phrase(
      en:
        "Pays an amount for each piece, product, class, country or person of a fact; what is named twice "
        + "counts once, but for persons.",
      zh: "按每项事实的件数、产品、类别、国家或人数定额奖励；重复填写的只计一次（人员除外）。"
    ),
    parameters: [unit.definition, each.definition, maximum.definition]
      + Selection.parameters(of: FactKind.all),
    example: #"{"facts":"trademark","route":"domestic","unit":"class","each":"300元","maximum":3}"#,
    Phrase(
      en: "300 yuan for each class of a domestic mark, at most three.",
      zh: "国内商标每类 300 元，至多三类。"
    )
  )

  let selection: Selection
  private let unit: Unit
  private let each: Money
  private let maximum: Int?

  init(_ arguments: inout Arguments) {
    unit = arguments.required(Self.unit)
    each = arguments.required(Self.each)
    maximum = arguments.optional(Self.maximum)
    selection = Selection(&arguments, of: FactKind.all)
    let kind = selection.kind
    let kinds: [FactKind] =
      switch unit {
      case .piece: FactKind.all
      case .product: [.recognition, .membership]
      case .class, .country: [.trademark]
      case .person: [.patent]
      }
    if arguments.faults.isEmpty, !kinds.contains(where: { $0 === kind }) {
      arguments.refuse(
        "unit",
        Phrase(
          en: "facts of kind '\(kind.name)' are not counted by '\(unit.rawValue)'",
          zh: "“\(kind.name)”类事实不能按“\(unit.rawValue)”计量"
        )
      )
    }
  }

  func appraise(_ claim: Claim, _ context: Context) throws(Money.Overflow) -> Appraisal {
    let (count, input) = count(claim, context)
    guard let count, count > 0 else {
      let most = maximum.flatMap { try? each.multiplied(by: Int64($0)) }
      return .unknown([input.missing], atMost: most)
    }
    let paid = min(count, maximum ?? count)
    let worth = try each.multiplied(by: Int64(paid))
    return .worth(
      worth,
      [input],
      Phrase(en: "\(paid) of \(count) × \(each) yuan", zh: "共 \(count) 个，计 \(paid) 个，每个 \(each) 元")
    )
  }

  private func count(_ claim: Claim, _ context: Context) -> (Int?, Input) {
    let record = claim.source.record
    func counted<Element: Hashable>(
      _ record: Record,
      _ field: Field<[Element]>
    ) -> (Int?, Input) {
      (record[field].map { Set($0).count }, Input(record, field))
    }
    switch unit {
    case .piece: return (1, claim.source.dateInput)
    case .class: return counted(record, Trademark.classes)
    case .country:
      let countries = record[Trademark.designations].flatMap { _ in Trademark.countries(of: record)
      }
      return (countries.map { Set($0).count }, Input(record, Trademark.designations))
    // Two inventors may bear one name.
    case .person: return (record[Patent.inventors]?.count, Input(record, Patent.inventors))
    case .product where claim.source.kind === FactKind.membership:
      return counted(record, Membership.products)
    case .product:
      guard let brand = context.evidence.brands[claim.object] else {
        return (nil, claim.objectInput)
      }
      return counted(brand, Brand.products)
    }
  }
}
