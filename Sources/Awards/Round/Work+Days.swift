import Bilingual
import Ledger
import Portfolio

/// The order of claims by the days of their facts, which are not always known to the day.
extension Work {
  /// The governed claims by the first day that their facts may mean, then as asked, then in order.
  func claimsByDay(
    _ comesFirst: (Claim, Claim) -> Bool = { _, _ in false }
  ) -> [Int] {
    governed.sorted { i, j in
      let (a, b) = (claims[i], claims[j])
      let (x, y) = (a.date?.first.ordinal ?? .max, b.date?.first.ordinal ?? .max)
      if x != y { return x < y }
      if comesFirst(a, b) { return true }
      return comesFirst(b, a) ? false : i < j
    }
  }

  /// Whether the days of two claims tell which of them came first; those of one day go as they stand.
  func isOrdered(_ i: Int, _ j: Int) -> Bool {
    guard let a = claims[i].date, let b = claims[j].date else { return false }
    return a.last < b.first || b.last < a.first || a.day != nil && b.day != nil
  }

  /// The first of some claims that may have come before another or after.
  func firstUnordered(
    with index: Int,
    among others: [Int],
    where isMeant: (Claim) -> Bool = { _ in true }
  ) -> Int? {
    others.first { other in
      other != index && !isOrdered(other, index) && isMeant(claims[other])
    }
  }

  /// Leaves a claim open, since the days do not tell whether another came before it.
  mutating func leaveUnordered(_ index: Int, with rival: Int) {
    settle(index, .unknown(missingDays([index, rival])))
  }

  /// The days of claims that are not known.
  private func missingDays(_ indices: [Int]) -> [Input] {
    indices.filter { claims[$0].date?.day == nil }.map { claims[$0].source.dateInput.missing }
  }

  /// Among claims of one subject, in the order of ``claimsByDay(_:)``: the first that surely came before one, and
  /// one that may have.
  func rivals(of index: Int, among group: [Int]) -> (first: Int?, unordered: Int?) {
    let first = group.first { $0 == index || claims[$0].competes && isOrdered($0, index) }
    return (
      first == index ? nil : first, firstUnordered(with: index, among: group, where: \.competes)
    )
  }

  /// How many of some claims came before each: at least, and at most where days are not known.
  ///
  /// - Parameters:
  ///   - indices: The claims in the order in which those of one day go.
  ///   - counts: Which of them stand before others.
  /// - Returns: The numbers, one for each claim.
  func turns(_ indices: [Int], counting counts: (Int) -> Bool = { _ in true })
    -> [ClosedRange<Int>]
  {
    let counted = indices.filter(counts).map { claims[$0].date }
    let firsts = counted.map { $0?.first.ordinal ?? .min }.sorted()
    let lasts = counted.map { $0?.last.ordinal ?? .max }.sorted()
    var ofDay: [Day: Int] = [:]
    for day in counted.compactMap({ $0?.day }) { ofDay[day, default: 0] += 1 }
    var passed: [Day: Int] = [:]
    return indices.map { index in
      let (date, own) = (claims[index].date, counts(index) ? 1 : 0)
      var least = lasts.count(below: date?.first.ordinal ?? .min)
      var most = firsts.count(below: (date?.last.ordinal).map { $0 + 1 } ?? .max)
      if let day = date?.day {
        // Those of one day go as they stand.
        let before = passed[day, default: 0]
        passed[day] = before + own
        least += before
        most -= (ofDay[day] ?? 0) - before
      } else {
        most -= own
      }
      return least...most
    }
  }

  /// Leads titles by day to an operation that compares the tiers of one recipient or brand.
  ///
  /// What is no title of a tier is left as it is; a title whose tier is not known is unknown, and those
  /// of the same recipient or brand that may stand behind it wait for it, since it may be of any tier.
  ///
  /// - Parameters:
  ///   - byBrand: Whether titles of one brand are compared, whoever won them.
  ///   - comesFirst: Orders titles of the same day.
  ///   - body: Takes each title that is eligible or open, with its recipient and tier, and, where days are not
  ///     known, those with which it is compared.
  /// - Throws: What the body throws.
  mutating func titlesByDay(
    byBrand: Bool,
    _ comesFirst: (Claim, Claim) -> Bool = { _, _ in false },
    _ body: (inout Work, Int, RecordID, BrandLevel, [Int]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let order = claimsByDay(comesFirst)
    let titles = order.filter {
      claims[$0].source.kind === FactKind.recognition && claims[$0].competes
    }
    var tierless: [Kin: [Int]] = [:]
    var peers: [Kin: [Int]] = [:]
    let areVague = titles.contains { claims[$0].date?.day == nil }
    for index in titles {
      guard let recipient = claims[index].recipient else { continue }
      for kin in Kin.places(of: recipient, claims[index].object) {
        if claims[index].level == nil { tierless[kin, default: []].append(index) }
        if areVague { peers[kin, default: []].append(index) }
      }
    }
    let places =
      tierless.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    for index in order {
      let claim = claims[index]
      let isEligible = claim.outcome == .eligible
      guard claim.competes, let recipient = claim.recipient,
        let tier = claim.tierInput(context.evidence)
      else {
        if isEligible {
          record(
            index,
            .notApplicable,
            claim.isCommendation
              ? Reason.noMoney : Phrase(en: "not a title of a tier", zh: "不属于分级荣誉")
          )
        }
        continue
      }
      guard let level = claim.level else {
        if isEligible { settle(index, .unknown([tier.missing])) }
        continue
      }
      let kin = Kin.kin(of: recipient, claim.object, byBrand: byBrand)
      let own = places[index] ?? 0
      let ahead = kin.compactMap { kin in
        tierless[kin]?.first { other in
          !isOrdered(other, index) || (places[other] ?? 0) < own
        }
      }
      if isEligible, let rival = ahead.min(by: { places[$0] ?? 0 < places[$1] ?? 0 }) {
        hold(
          index,
          behind: rival,
          extra: (claims[rival].tierInput(context.evidence).map { [$0.missing] } ?? [])
            + (isOrdered(rival, index) ? [] : missingDays([index, rival]))
        )
      } else {
        try body(&self, index, recipient, level, kin.flatMap { peers[$0] ?? [] })
      }
    }
  }
}

extension [Int] {
  /// How many of these numbers, which go upwards, lie below another.
  fileprivate func count(below limit: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
