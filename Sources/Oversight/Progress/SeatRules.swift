import Bilingual
public import Ledger
public import Portfolio

/// What follows from a new seat of an enterprise: the ledger knows only the present one, by which all years count.
public enum SeatRules {
  /// Refuses a town beside a place of registration elsewhere, and warns where an enterprise that leaves the city, or
  /// comes into it, changes the counts of years that are over.
  ///
  /// - Parameters:
  ///   - enterprises: The enterprises as they are about to be written.
  ///   - snapshot: The ledger before.
  ///   - today: The present day.
  /// - Returns: A refusal and a warning for each of them at the most.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public static func findings(for enterprises: [Record], in snapshot: Snapshot, today: Day) throws
    -> [Diagnostic]
  {
    guard !enterprises.isEmpty else { return [] }
    let bounds = try CityBounds(snapshot)
    let stored = try enterprises.map { try snapshot.record($0.id, Enterprise.schema) }
    let pairs = Array(zip(enterprises, stored))
    // What stands already bars no other change.
    let refused = pairs.filter { enterprise, before in
      bounds.contradictsItself(enterprise) && before.map(bounds.contradictsItself) != true
    }.map { Check.seatContradiction.diagnostic(Check.contradiction($0.0)) }
    let towns = try snapshot.table(Town.self)
    let moves = try pairs.compactMap { enterprise, before -> Diagnostic? in
      guard let before, let change = move(of: enterprise, before, bounds, towns),
        let years = ClosedYears(try dates(of: enterprise.id, in: snapshot), before: today)
      else { return nil }
      return Diagnostic(
        "seat-moves-counts",
        Phrase(
          en: "what \(enterprise.id) won or registered in \(years) \(change.en), "
            + "though these years are over: \(years.dates, of: "date") in all",
          zh: "\(enterprise.id) 在 \(years) 年取得的商标、专利和荣誉\(change.zh)，虽然年度已结束；共 \(years.dates) 个日期"
        ),
        help: Phrase(
          en:
            "where it moved only now, 'progress --year Y --as-of DAY' still tells what counted then",
          zh: "如系近期迁移，可用 progress --year 年份 --as-of 日期 查看当时的统计"
        ),
        severity: .warning
      )
    }
    return refused + moves
  }

  /// Says for whom an enterprise's things count now and did not before; `nil` where that is as it was, or nobody knew.
  private static func move(
    of enterprise: Record,
    _ before: Record,
    _ bounds: CityBounds,
    _ towns: Table
  ) -> Phrase? {
    let leaves = bounds.isElsewhere(enterprise)
    guard leaves == bounds.isElsewhere(before) else {
      return leaves
        ? Phrase(en: "no longer counts for the city", zh: "不再计入本市")
        : Phrase(en: "counts for the city now", zh: "将计入本市")
    }
    let (old, new) = (before[Enterprise.town], enterprise[Enterprise.town])
    guard !leaves, let old, old != new else { return nil }
    let names = [old, new].map { id in id.map { towns[$0]?[Town.name] ?? $0.text } }
    let (from, to) = (names[0] ?? "", names[1])
    return Phrase(
      en: "counts for \(to ?? "no town") now, no longer for \(from)",
      zh: to.map { "改计入\($0)，不再计入\(from)" } ?? "不再计入\(from)"
    )
  }

  /// The dates by which what is its own falls into years.
  private static func dates(of id: RecordID, in snapshot: Snapshot) throws -> [PartialDate] {
    let marks = try snapshot.columns(
      Trademark.schema,
      [Trademark.owner.definition, Trademark.registeredOn.definition],
      where: Trademark.owner
    ) { $0 == id }
    let registered = marks.column(Trademark.registeredOn)
    let brands = try snapshot.table(Brand.self)
    let titles = try snapshot.table(Recognition.self).records.filter {
      $0.titleHolder(brands) == id || $0[Recognition.coHolders]?.contains(id) == true
    }
    let patents = try snapshot.table(Patent.self).records
      .filter { $0[Patent.owners]?.contains(id) == true }
    return marks.rows.compactMap { registered[$0] } + titles.compactMap { $0[Recognition.awarded] }
      + patents.flatMap { [$0[Patent.filedOn], $0[Patent.grantedOn]].compactMap(\.self) }
  }
}

extension CityBounds {
  /// Whether an enterprise is on record elsewhere only.
  fileprivate func isElsewhere(_ enterprise: Record) -> Bool {
    let (area, taxArea) = (enterprise[Enterprise.area], enterprise[Enterprise.taxArea])
    return standing(town: enterprise[Enterprise.town], area: area, taxArea: taxArea) == .elsewhere
  }
}
