import JSONLines
import Ledger
import Portfolio

/// A seeded ledger: enterprises with figures and incidents, brands, titles, marks.
///
/// Of ten facts of the round six are marks and four titles; a tenth as many again lie a year before.
struct AwardScene {
  let claims: Int
  private var random: SeededGenerator

  init(claims: Int, seed: Int) {
    self.claims = claims
    random = SeededGenerator(seed: UInt64(seed))
  }

  var enterpriseCount: Int { max(1, claims / 5) }

  /// Every record, each with its id.
  mutating func drafts() -> [Draft] {
    var drafts = AwardPolicy.drafts(claims: claims)
    drafts.reserveCapacity(drafts.count + claims * 2)
    for index in 0..<enterpriseCount {
      drafts += [enterprise(index), enterpriseYear(index), brand(index)]
      // One at most, so that a yearly variable of the peer can hold it.
      if random.below(10) == 0 { drafts.append(incident(index)) }
    }
    let titles = max(1, claims * 4 / 10)
    for index in 0..<(titles + titles / 10) {
      drafts.append(recognition(index, year: index < titles ? 2025 : 2024))
    }
    let marks = claims - titles
    for index in 0..<(marks + marks / 10) {
      drafts.append(trademark(index, year: index < marks ? 2025 : 2024))
    }
    return drafts
  }

  mutating func enterprise(_ index: Int) -> Draft {
    var draft = Draft(Enterprise.schema)
    let code = enterpriseID(index).text
    draft.id = enterpriseID(index)
    draft[Enterprise.name] = "启东市示例第\(index)电动工具有限公司"
    draft[Enterprise.town] = RecordID("3206811\(10 + random.below(12))")
    draft[Enterprise.sector] = "电动工具"
    draft[Enterprise.type] = random.pick([
      (.company, 80), (.individualBusiness, 10), (.cooperative, 5), (.government, 2), (.person, 3),
    ])
    draft[Enterprise.size] = random.pick([(.large, 2), (.medium, 10), (.small, 38), (.micro, 50)])
    draft[Enterprise.status] = .operating
    draft[Enterprise.creditCode] = code
    draft[Enterprise.registeredOn] = date(in: 1995 + random.below(25))
    draft[Enterprise.address] = "启东市吕四港镇示例路\(random.below(900))号"
    return draft
  }

  mutating func enterpriseYear(_ index: Int) -> Draft {
    var draft = Draft(EnterpriseYear.schema)
    let enterprise = enterpriseID(index)
    draft.id = RecordID("\(enterprise)/2024")
    draft[EnterpriseYear.enterprise] = enterprise
    draft[EnterpriseYear.year] = 2024
    draft[EnterpriseYear.taxFen] = Money(fen: Int64(random.below(1 << 31)))
    draft[EnterpriseYear.salesFen] = Money(fen: Int64(random.below(1 << 31)) * 20)
    draft[EnterpriseYear.employees] = 1 + random.below(500)
    return draft
  }

  mutating func brand(_ index: Int) -> Draft {
    var draft = Draft(Brand.schema)
    draft.id = RecordID("brd-\(padded(index))")
    draft[Brand.name] = "示例牌\(index)"
    draft[Brand.owner] = enterpriseID(index)
    draft[Brand.sector] = "电动工具"
    draft[Brand.stage] = .titled
    return draft
  }

  mutating func incident(_ index: Int) -> Draft {
    var draft = Draft(Incident.schema)
    draft.id = RecordID("inc-\(padded(index))")
    draft[Incident.enterprise] = enterpriseID(index)
    draft[Incident.date] = date(in: 2021 + random.below(5))
    draft[Incident.category] = random.pick([(.safety, 1), (.environment, 1), (.tax, 1)])
    draft[Incident.severity] = random.pick([(.minor, 5), (.serious, 4), (.grave, 1)])
    draft[Incident.description] = "示例记录"
    return draft
  }

  mutating func recognition(_ index: Int, year: Int) -> Draft {
    var draft = Draft(Recognition.schema)
    let owner = owner()
    draft.id = RecordID("rec-\(padded(index))")
    draft[Recognition.scheme] = RecordID(
      random.pick(AwardPolicy.schemes.map { ($0.id, $0.weight) })
    )
    draft[Recognition.awarded] = date(in: year)
    draft[Recognition.holder] = enterpriseID(owner)
    draft[Recognition.brand] = RecordID("brd-\(padded(owner))")
    draft[Recognition.event] = .first
    draft[Recognition.document] = "示例〔\(year)〕\(index % 900)号"
    draft[Recognition.product] = "电锤"
    return draft
  }

  mutating func trademark(_ index: Int, year: Int) -> Draft {
    var draft = Draft(Trademark.schema)
    let number = padded(90_000_000 + index)
    draft.id = RecordID("CN/\(number)")
    draft[Trademark.office] = "CN"
    draft[Trademark.number] = number
    draft[Trademark.registeredOn] = date(in: year)
    draft[Trademark.route] = random.pick([(.domestic, 95), (.madrid, 5)])
    draft[Trademark.owner] = enterpriseID(owner())
    draft[Trademark.status] = .registered
    draft[Trademark.mark] = "示例\(index)"
    draft[Trademark.kind] = .ordinary
    draft[Trademark.classes] = [1 + random.below(45)]
    draft[Trademark.goods] = "电镐、角磨机"
    draft[Trademark.filedOn] = date(in: year - 1)
    return draft
  }

  /// A few enterprises own much, most own little.
  mutating func owner() -> Int {
    let count = enterpriseCount
    return random.below(random.below(count) + 1)
  }

  mutating func date(in year: Int) -> PartialDate? {
    Day(year: year, month: 1, day: 1).map { PartialDate($0 + random.below(365)) }
  }

  func enterpriseID(_ index: Int) -> RecordID {
    RecordID("91320681MB\(padded(index))")
  }

  func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}
