import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A price for each country in which a mark was registered.
struct PerCountry: Valuation {
  /// Countries with a price of their own.
  struct Group: Sendable {
    static let countries = Parameter(
      "countries",
      .several(.office),
      Phrase(en: "Countries and organisations.", zh: "国家和组织。")
    )
    static let each = Parameter(
      "each",
      .money,
      Phrase(en: "The price of each of them.", zh: "每个的金额。")
    )

    let countries: [String]
    let each: Money
  }

  static let each = Parameter(
    "each",
    .money,
    Phrase(en: "The price of a country outside the groups.", zh: "未列入分组的国家每个的金额。")
  )
  static let groups = Parameter(
    optional: "groups",
    .several(
      .object(
        "country-group",
        Phrase(
          en: "a group such as {\"countries\":[\"EM\"],\"each\":\"10000元\"}",
          zh: "分组，例如 {\"countries\":[\"EM\"],\"each\":\"10000元\"}"
        ),
        placeholder: Group(countries: [], each: .zero),
        [Group.countries.definition, Group.each.definition]
      ) { arguments in
        Group(
          countries: arguments.required(Group.countries),
          each: arguments.required(Group.each)
        )
      }
    ),
    Phrase(en: "Countries and organisations with another price.", zh: "另定金额的国家和组织。")
  )
  static let maximum = Parameter(
    optional: "maximum",
    .positive,
    Phrase(
      en: "How many countries of one mark are paid, the dearest first, then by code.",
      zh: "同一商标奖励的国家数上限，金额高者优先，再按代码。"
    )
  )
  static let declaration = OperationDeclaration(
    "perCountry",
    .value,
    Phrase(
      en:
        "Pays a price for each country that an international or foreign registration covers. The same "
        + "mark of the same owner counts once in a country, whatever its classes and numbers: claims "
        + "are paid in their order (day, id), after what was paid for the mark in earlier rounds; a claim "
        + "that is still open takes no country from those behind it. A foreign registration without "
        + "named countries covers its office's; a domestic one is not spoken of.",
      zh: "按境外注册覆盖的国家数奖励。同一注册人的同一商标在同一国家只计一次，不论类别和件数："
        + "该商标以往已奖励的先行计入，再按日期、编号次序；待查、待定的不占用国家。境外注册未列国家的按受理局计；"
        + "不适用于国内注册。"
    ),
    parameters: [each.definition, groups.definition, maximum.definition]
      + Selection.parameters(of: [.trademark]),
    example: #"""
      {"route":["madrid","foreign"],"each":"2000元","maximum":20,"groups":[{"countries":["EM","OA"],"each":"10000元"}]}
      """#,
    Phrase(
      en: "2,000 yuan a country and 10,000 for the EU and OAPI, at most 20 countries a mark.",
      zh: "每个国家 2000 元，欧盟、非洲知识产权组织各 1 万元，每件至多 20 个国家。"
    )
  )

  let selection: Selection
  private let prices: [String: Money]
  private let each: Money
  private let maximum: Int?

  init(_ arguments: inout Arguments) {
    each = arguments.required(Self.each)
    var prices: [String: Money] = [:]
    var twice: [String] = []
    for group in arguments.optional(Self.groups) ?? [] {
      for country in group.countries where prices.updateValue(group.each, forKey: country) != nil {
        twice.append(country)
      }
    }
    if let country = twice.first {
      arguments.refuse(
        "groups",
        Phrase(en: "\(country) stands in two groups", zh: "\(country) 同时列入两个分组")
      )
    }
    self.prices = prices
    maximum = arguments.optional(Self.maximum)
    selection = Selection(&arguments, of: [.trademark])
  }

  var remembers: Bool { true }

  /// The same mark of the same owner.
  private struct Mark: Hashable {
    let owner: RecordID?
    let text: String

    init(_ record: Record) {
      owner = record[Trademark.owner]
      text = Folding.key(record[Trademark.mark] ?? "")
    }
  }

  func apply(to work: inout Work) throws(Diagnostic) {
    var counted = earlier(work)
    let dearest = prices.values.reduce(each) { max($0, $1) }
    let most = maximum.flatMap { try? dearest.multiplied(by: Int64($0)) }
    for index in work.scope {
      let claim = work.claims[index]
      let record = claim.source.record
      guard record[Trademark.route] != .domestic else {
        let reason = Phrase(
          en: "a domestic registration covers no country abroad",
          zh: "国内注册不覆盖境外国家"
        )
        work.record(index, .notApplicable, inputs: [Input(record, Trademark.route)], reason) {
          $0.lower(to: .notApplicable)
        }
        continue
      }
      let countries = Self.countries(record)
      guard !countries.isEmpty else {
        work.conclude(
          index,
          .unknown([Input(record, Trademark.designations).missing], atMost: most)
        )
        continue
      }
      let mark = Mark(record)
      let before = counted[mark] ?? []
      let new = countries.subtracting(before).sorted { a, b in
        let (x, y) = (prices[a] ?? each, prices[b] ?? each)
        return x == y ? a < b : x > y
      }
      let paid = new.prefix(max(0, (maximum ?? .max) - before.count))
      let worth = try work.exactly { () throws(Money.Overflow) in
        var sum = Money.zero
        for country in paid { sum = try sum.adding(prices[country] ?? each) }
        return sum
      }
      let reason = { sentence(Array(paid), of: countries.count, before: before.count, worth) }
      let inputs = {
        [Input(record, Trademark.designations), Input(record, Trademark.office)].filter {
          $0.value != nil
        }
      }
      guard claim.outcome == .eligible else {
        work.appraise(index, worth, inputs: inputs(), reason())
        continue
      }
      counted[mark] = before.union(paid)
      if worth > .zero {
        work.appraise(index, worth, inputs: inputs(), reason())
      } else {
        work.reduce(index, to: .zero, inputs: inputs(), reason())
      }
    }
  }

  /// The countries of an international registration that were not refused, or the office of a foreign
  /// one.
  private static func countries(_ record: Record) -> Set<String> {
    Set(Trademark.countries(of: record) ?? [])
  }

  /// The countries of marks for which this clause paid in earlier rounds, whoever owned them then.
  private func earlier(_ work: Work) -> [Mark: Set<String>] {
    var counted: [Mark: Set<String>] = [:]
    for payout in work.context.evidence.allPayouts
    where work.counts(payout, in: .policy) && work.rule.counts(payout, work.context) {
      for record in payout.facts.compactMap({ work.context.evidence.trademarks[$0] }) {
        counted[Mark(record), default: []].formUnion(Self.countries(record))
      }
    }
    return counted
  }

  private func sentence(_ paid: [String], of all: Int, before: Int, _ worth: Money) -> Phrase {
    let limit = maximum.map { ("; at most \($0) a mark", "，每件至多 \($0) 个") } ?? ("", "")
    return Phrase(
      en: "\(worth) yuan for \(paid.count) of \(all) countries (\(paid.joined(separator: " "))); "
        + "\(before) of this mark counted before" + limit.0,
      zh: "\(all) 个国家中计 \(paid.count) 个（\(paid.joined(separator: " "))），共 \(worth) 元；"
        + "该商标此前已计 \(before) 个" + limit.1
    )
  }
}
