public import Bilingual
public import Ledger
public import Portfolio

/// How ready a brand is for the title that it is prepared for, condition by condition.
public struct Readiness: Sendable {
  /// The answer to one condition.
  public struct Answer: Sendable {
    /// The condition.
    public let condition: SchemeCondition
    /// Yes, no, or not known.
    public let isMet: Bool?
    /// On what the answer rests, or what is missing.
    public let reason: Phrase
  }

  /// How ready.
  public enum Grade: String, CaseIterable, Sendable {
    /// Every condition is met.
    case ready
    /// None is missed, and something is not known.
    case unknown
    /// Something is missing.
    case missing
    /// The scheme keeps no conditions.
    case unruled

    /// The name shown to people.
    public var label: Phrase {
      switch self {
      case .ready: Phrase(en: "ready", zh: "已具备")
      case .unknown: Phrase(en: "to be clarified", zh: "待查")
      case .missing: Phrase(en: "not yet", zh: "尚缺条件")
      case .unruled: Phrase(en: "no conditions on record", zh: "未录入条件")
      }
    }
  }

  /// The answers in the order of the conditions.
  public let answers: [Answer]

  /// How ready the brand is.
  public var grade: Grade {
    if answers.isEmpty { return .unruled }
    if answers.contains(where: { $0.isMet == false }) { return .missing }
    return answers.contains { $0.isMet == nil } ? .unknown : .ready
  }
}

/// Judges how ready brands are, by the records of a ledger on a day.
public struct ReadinessJudge: Sendable {
  let day: Day
  let book: RightBook
  let schemes: Table
  private let enterprises: Table
  private let years: [RecordID: [Record]]
  private let incidents: [RecordID: [Record]]
  // Who holds which title, and of which it is not known.
  private let held: Set<Holder>
  private let uncertain: Set<Holder>
  private let patents: [RecordID: Int]

  /// Opens the records.
  ///
  /// - Parameters:
  ///   - snapshot: The ledger.
  ///   - day: The day on which the conditions are looked at.
  ///   - brands: The brands that are to be judged: of others' owners nothing is kept.
  /// - Throws: ``Diagnostics`` where it cannot be read.
  public init(_ snapshot: Snapshot, on day: Day, for brands: [Record]) throws {
    let owners = Set(brands.compactMap { $0[Brand.owner] })
    self.day = day
    let book = try RightBook(snapshot)
    self.book = book
    schemes = try snapshot.table(Scheme.self)
    let table = try snapshot.table(Brand.self)
    enterprises = try snapshot.table(Enterprise.self)
    let holdings = try Holdings(on: day, in: snapshot)
    held = Set(holdings.held.map { Holder($0, table) })
    uncertain = Set(holdings.uncertain.map { Holder($0, table) })
    var years: [RecordID: [Record]] = [:]
    try snapshot.table(EnterpriseYear.self).visit { record in
      guard let id = record[EnterpriseYear.enterprise], owners.contains(id) else { return }
      years[id, default: []].append(record)
    }
    self.years = years
    var incidents: [RecordID: [Record]] = [:]
    try snapshot.table(Incident.self).visit { record in
      guard let id = record[Incident.enterprise], owners.contains(id) else { return }
      incidents[id, default: []].append(record)
    }
    self.incidents = incidents
    var patents: [RecordID: Int] = [:]
    book.patents.visit { patent in
      guard !owners.isEmpty, patent[Patent.grantedOn] != nil else { return }
      let standing = book.standing(of: patent, on: day)
      guard standing.isInForce == true else { return }
      for owner in owners.intersection(standing.life.owners) { patents[owner, default: 0] += 1 }
    }
    self.patents = patents
  }

  /// Judges a brand by the conditions of a scheme.
  ///
  /// - Parameters:
  ///   - brand: The brand.
  ///   - scheme: The scheme.
  /// - Returns: The answers; none where the scheme's conditions cannot be read.
  public func readiness(of brand: Record, for scheme: Record) -> Readiness {
    let conditions = (try? SchemeCondition.read(scheme[Scheme.conditions])) ?? []
    return Readiness(
      answers: conditions.map { condition in
        let (isMet, reason) = judge(condition.demand, brand)
        return Readiness.Answer(condition: condition, isMet: isMet, reason: reason)
      }
    )
  }

  /// Whether a brand, or its owner where no brand is named, holds a title on the day.
  func holds(_ scheme: RecordID, _ brand: Record) -> Bool? {
    let possible = [
      Holder(scheme: scheme, brand: brand.id, owner: nil),
      Holder(scheme: scheme, brand: nil, owner: brand[Brand.owner]),
    ]
    if !held.isDisjoint(with: possible) { return true }
    return uncertain.isDisjoint(with: possible) ? false : nil
  }

  /// Who holds a title: a brand, or an enterprise where no brand is named.
  private struct Holder: Hashable {
    let scheme: RecordID
    let brand: RecordID?
    let owner: RecordID?

    init(scheme: RecordID, brand: RecordID?, owner: RecordID?) {
      (self.scheme, self.brand, self.owner) = (scheme, brand, owner)
    }

    init(_ holding: Holding, _ brands: Table) {
      scheme = holding.scheme
      brand = holding.recognition[Recognition.brand]
      owner = brand == nil ? holding.recognition.titleHolder(brands) : nil
    }
  }

  private func judge(_ demand: SchemeCondition.Demand, _ brand: Record) -> (Bool?, Phrase) {
    let owner = brand[Brand.owner]
    switch demand {
    case .yearsOfUse(let years): return use(of: brand, for: years)
    case .figure(let figure, let fen): return judge(figure, fen, of: owner)
    case .standard:
      guard let standard = brand[Brand.standard] else {
        return (nil, Phrase(en: "no standard is on record", zh: "未登记执行标准"))
      }
      return (true, Phrase(en: standard, zh: standard))
    case .registeredMark: return mark(of: brand)
    case .noIncident(let years): return incidents(of: owner, in: years)
    case .operating:
      guard let status = enterprises[owner]?[Enterprise.status] else {
        return (nil, Phrase(en: "the owner's status is not on record", zh: "企业状态未登记"))
      }
      return (status == .operating, status.choice.label)
    case .holds(let id):
      let name = schemes[id]?[Scheme.name] ?? id.text
      switch holds(id, brand) {
      case true?: return (true, Phrase(en: "holds \(name)", zh: "持有\(name)"))
      case false?: return (false, Phrase(en: "does not hold \(name)", zh: "未持有\(name)"))
      case nil:
        return (nil, Phrase(en: "whether \(name) still holds is not known", zh: "\(name)是否有效不明"))
      }
    case .patents(let count):
      let own = owner.flatMap { patents[$0] } ?? 0
      return (own >= count, Phrase(en: "\(own) in force", zh: "有效 \(own) 件"))
    case .confirmed(let what):
      let confirmed = (brand[Brand.confirmed] ?? []).contains {
        Folding.key($0) == Folding.key(what)
      }
      return confirmed
        ? (true, Phrase(en: "confirmed by papers", zh: "已凭材料确认"))
        : (nil, Phrase(en: "not confirmed yet: set brand confirmed=…", zh: "尚未确认（填品牌的已确认条件）"))
    }
  }

  private func use(of brand: Record, for years: Int) -> (Bool?, Phrase) {
    guard let first = brand[Brand.firstUsedOn], let period = Period(years, .years) else {
      return (nil, Phrase(en: "the first use is not on record", zh: "首次使用日期未登记"))
    }
    // The years are full on the day before the corresponding day.
    let ends = [first.first, first.last].compactMap { period.validity(from: $0)?.day }
    guard let early = ends.first, let late = ends.last else {
      return (nil, Phrase(en: "the first use cannot be reckoned with", zh: "首次使用日期无法计算"))
    }
    let reason = Phrase(en: "in use since \(first)", zh: "\(first) 起使用")
    if late < day { return (true, reason) }
    if early >= day {
      return (
        false,
        Phrase(en: "\(reason.en), full after \(late)", zh: "\(reason.zh)，\(late) 届满")
      )
    }
    return (nil, reason)
  }

  private func judge(
    _ figure: SchemeCondition.Figure,
    _ fen: Int64,
    of owner: RecordID?
  ) -> (Bool?, Phrase) {
    let known = (owner.flatMap { years[$0] } ?? []).filter { year in
      (year[EnterpriseYear.year] ?? .max) < day.year && year[figure.field] != nil
    }
    let last = known.max { ($0[EnterpriseYear.year] ?? 0) < ($1[EnterpriseYear.year] ?? 0) }
    guard let last, let value = last[figure.field], let year = last[EnterpriseYear.year],
      year == day.year - 1
    else {
      return (
        nil,
        Phrase(
          en: "\(figure.label.en) of \(day.year - 1) is not on record",
          zh: "\(day.year - 1) 年\(figure.label.zh)未登记"
        )
      )
    }
    return (
      value.fen >= fen,
      Phrase(en: "\(value) yuan in \(year)", zh: "\(year) 年 \(value) 元")
    )
  }

  private func mark(of brand: Record) -> (Bool?, Phrase) {
    guard let ids = brand[Brand.trademarks], !ids.isEmpty else {
      return (nil, Phrase(en: "no mark is on record for the brand", zh: "未登记依托商标"))
    }
    var doubtful: Phrase?
    for id in ids {
      guard let mark = book.trademarks[id] else { continue }
      let standing = book.standing(of: mark, on: day)
      switch standing.isInForce {
      case true?: return (true, Phrase(en: "\(id) is registered", zh: "\(id) 有效"))
      case false?: continue
      case nil:
        let label = standing.label
        doubtful = doubtful ?? Phrase(en: "\(id): \(label.en)", zh: "\(id)：\(label.zh)")
      }
    }
    if let doubtful { return (nil, doubtful) }
    return (false, Phrase(en: "none of its marks is in force", zh: "依托商标均未有效注册"))
  }

  private func incidents(of owner: RecordID?, in years: Int) -> (Bool?, Phrase) {
    guard let owner, let period = Period(years, .years) else {
      return (nil, Phrase(en: "the owner is not on record", zh: "未登记所有人"))
    }
    let recent = (incidents[owner] ?? []).filter { incident in
      if let barred = incident[Incident.bannedUntil], barred.last >= day { return true }
      guard let date = incident[Incident.date], date.first <= day else { return false }
      return period.validity(from: date.last).map { $0.day >= day } ?? true
    }
    guard let last = recent.last else {
      return (true, Phrase(en: "none on record", zh: "无记录"))
    }
    let what = last[Incident.description] ?? last[Incident.category]?.choice.label.zh ?? ""
    let date = last[Incident.date]?.description ?? ""
    return (false, Phrase(en: "\(date) \(what)", zh: "\(date) \(what)"))
  }
}
