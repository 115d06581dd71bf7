import JSONLines
import Portfolio

/// What a title is worth after others were paid.
extension ReferenceEngine {
  /// Something paid for a title, or that a title of this round will be paid.
  private struct Credit {
    let recipient: String?
    let object: String?
    let family: String?
    let rank: Int
    let amount: Int64
    let openClaim: Int?
    /// The claim of this round that it is, and what that gets itself.
    let title: Int?
    let own: Int64

    var isNothing: Bool { openClaim == nil && amount <= 0 }
  }

  mutating func upgrade(_ clause: JSONValue, _ competing: [Int]) {
    let mode = clause.arguments.text("mode")
    let isWithoutDowngrade = clause.arguments.text("downgrade") == "none"
    if mode == "full", !isWithoutDowngrade { return }
    var credits = paidTitles(clause)
    let isPerBrand = clause.arguments.text("per") == "brand"
    let titles = titles(competing, lowerFirst: true, byBrand: isPerBrand)
    let order = titles.map(\.index)
    for (index, tierless) in titles {
      let claim = claims[index]
      guard claim.level != nil else {
        claims[index].lower(to: .unknown)
        continue
      }
      if claim.outcome == .eligible, let tierless {
        wait(index, for: tierless)
        continue
      }
      let rank = tierRank(claim.level)
      var deducted: Int64 = 0
      if claim.outcome == .eligible {
        if endless.contains(claim.id) {
          claims[index].lower(to: .undecided)
        } else {
          for credit in credits
          where isComparable(clause, credit, index) != false && isBefore(credit, index, order) {
            let isLower = mode == "deductPaid" || mode == "difference" && credit.rank < rank
            guard let title = credit.title, isLower || isWithoutDowngrade && credit.rank > rank
            else { continue }
            let fen = credit.openClaim == nil ? credit.own : nil
            taken.append((claims[title].id, fen, claim.id))
          }
        }
      }
      if claims[index].outcome == .eligible {
        let counting = credits.indices.filter {
          !credits[$0].isNothing && isComparable(clause, credits[$0], index) != false
            && isBefore(credits[$0], index, order)
        }
        let higher = isWithoutDowngrade ? counting.filter { credits[$0].rank > rank } : []
        let isPaid = higher.contains {
          credits[$0].openClaim == nil && isComparable(clause, credits[$0], index) == true
        }
        let isDeducting =
          mode != "full" && counting.contains { mode == "deductPaid" || credits[$0].rank < rank }
        let isUnordered = order.contains { other in
          guard other != index, claims[other].competes, claims[other].level != nil,
            isKin(other, index, byBrand: isPerBrand),
            isComparable(clause, other, index) != false,
            came(other, before: index, in: order) == nil
          else { return false }
          let theirs = tierRank(claims[other].level)
          return isDeducting || mode == "deductPaid" || mode == "difference" && theirs < rank
            || isWithoutDowngrade && theirs > rank
        }
        if !isPaid, isUnordered { claims[index].lower(to: .unknown) }
      }
      if claims[index].outcome == .eligible, isWithoutDowngrade {
        let higher = credits.filter {
          $0.rank > rank && !$0.isNothing && isComparable(clause, $0, index) != false
            && isBefore($0, index, order)
        }
        let isPaid = higher.contains {
          $0.openClaim == nil && isComparable(clause, $0, index) == true
        }
        if !isPaid, let reason = unsure(clause, higher, index) {
          claims[index].lower(to: reason)
        } else if !higher.isEmpty {
          claims[index].reduce(to: 0)
        }
      }
      if claims[index].outcome == .eligible, mode != "full" {
        let taken = credits.indices.filter {
          (mode == "deductPaid" || credits[$0].rank < rank)
            && !credits[$0].isNothing && isComparable(clause, credits[$0], index) != false
            && isBefore(credits[$0], index, order)
        }
        if let reason = unsure(clause, taken.map { credits[$0] }, index) {
          claims[index].lower(to: reason)
        } else if !taken.isEmpty {
          for position in taken.reversed() { deducted += credits.remove(at: position).amount }
          claims[index].reduce(to: max(0, claim.worth - deducted))
        }
      }
      // What it came to in the end, once that is known.
      var end = claims[index]
      if !end.isOpen, end.outcome == .eligible { end = ends[claim.id] ?? end }
      let own = end.outcome == .eligible ? end.worth : 0
      credits.append(
        Credit(
          recipient: claim.recipient,
          object: claim.object,
          family: family(of: claim.fact),
          rank: rank,
          amount: own + deducted,
          openClaim: end.isOpen ? index : nil,
          title: index,
          own: own
        )
      )
    }
  }

  /// Whether something was surely paid before a title was won.
  private func isBefore(_ credit: Credit, _ index: Int, _ order: [Int]) -> Bool {
    credit.title.map { came($0, before: index, in: order) == true } ?? true
  }

  /// Whether two titles are of one brand and class; `nil` where the ledger does not tell.
  private func isComparable(_ clause: JSONValue, _ other: Int, _ index: Int) -> Bool? {
    let title = claims[other]
    let credit = Credit(
      recipient: title.recipient,
      object: title.object,
      family: family(of: title.fact),
      rank: 0,
      amount: 0,
      openClaim: nil,
      title: other,
      own: 0
    )
    return isComparable(clause, credit, index)
  }

  private func family(of title: JSONValue) -> String? {
    ledger.find("scheme", title.text("scheme"))?.text("family")
  }

  private func paidTitles(_ clause: JSONValue) -> [Credit] {
    payments(clause).filter { tier($0) != nil }.map { payment in
      let titles = (payment.texts("facts") ?? []).compactMap { ledger.find("recognition", $0) }
      return Credit(
        recipient: applicant(of: payment),
        object: object(of: payment),
        family: titles.compactMap { family(of: $0) }.first,
        rank: tierRank(tier(payment)),
        amount: kept(payment),
        openClaim: nil,
        title: nil,
        own: 0
      )
    }
  }

  /// Whether a claim is compared with something paid; `nil` where the ledger does not tell.
  private func isComparable(_ clause: JSONValue, _ credit: Credit, _ index: Int) -> Bool? {
    let claim = claims[index]
    var answers: [Bool?] = [credit.recipient == claim.recipient]
    if clause.arguments.text("per") == "brand" {
      // Whoever it was paid to; one without a brand may be for any of its recipient's.
      if let isSame = both(credit.object, claim.object, { $0 == $1 }) {
        answers = [isSame]
      } else {
        answers.append(nil)
      }
    }
    if clause.arguments.text("class") == "family" {
      answers.append(both(credit.family, family(of: claim.fact)) { $0 == $1 })
    }
    if answers.contains(false) { return false }
    return answers.contains(nil) ? nil : true
  }

  private func both(_ a: String?, _ b: String?, _ body: (String, String) -> Bool) -> Bool? {
    guard let a, let b else { return nil }
    return body(a, b)
  }

  /// Why it cannot be said what was paid, where it cannot.
  private func unsure(_ clause: JSONValue, _ credits: [Credit], _ index: Int) -> ReferenceOutcome? {
    if credits.contains(where: { isComparable(clause, $0, index) == nil }) { return .unknown }
    guard let open = credits.compactMap(\.openClaim).first else { return nil }
    return claims[open].isOpen ? claims[open].outcome : ends[claims[open].id]?.outcome
  }
}
