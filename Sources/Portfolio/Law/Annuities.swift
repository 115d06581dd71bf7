public import Bilingual
public import Ledger

/// What the annuities of Chinese patents cost, by the official fees of a ledger.
///
/// When each is due tells ``RightBook/nextAnnuity(of:on:)``.
public struct Annuities: Sendable {
  /// What the annuity of a year costs.
  public struct Cost: Sendable {
    /// The fee of the official table.
    public let full: Money
    /// What is paid after a reduction.
    public let payable: Money
    /// How it comes about.
    public let steps: [Phrase]

    /// What is added for paying late: a share of the full fee, whatever the reduction.
    ///
    /// - Parameter percent: The share in hundredths.
    /// - Returns: The amount.
    public func late(_ percent: Int) -> Money { full.share(percent) }
  }

  private let fees: [Record]

  /// Takes the official fees of a ledger.
  ///
  /// - Parameter snapshot: The ledger.
  /// - Throws: ``Diagnostics`` where its fees cannot be read.
  public init(_ snapshot: Snapshot) throws {
    self.init(try snapshot.table(Fee.self).records)
  }

  /// Takes official fees.
  ///
  /// - Parameter fees: Records of kind `fee`.
  public init(_ fees: [Record]) {
    self.fees = fees.filter { $0[Fee.right] == .patent && $0.has(Fee.yearFrom.definition) }
  }

  /// Returns what the annuity of a year costs.
  ///
  /// - Parameters:
  ///   - patent: The patent.
  ///   - year: The patent year.
  ///   - terms: The legal periods, for how long a reduction lasts.
  /// - Returns: The cost; `nil` where the ledger has no fee for the year.
  public func fee(of patent: Record, year: Int, _ terms: LegalTerms) -> Cost? {
    guard let type = patent[Patent.type], let filed = patent[Patent.filedOn]?.first else {
      return nil
    }
    let begins = filed.adding(months: 12 * (year - 1)).day
    guard let record = fee(type, year, on: begins), let full = record[Fee.amountFen] else {
      return nil
    }
    var steps = [
      Phrase(
        en: "year \(year) of a patent for \(type.choice.label.en): \(full) yuan (\(record.id))",
        zh: "\(type.choice.label.zh)专利第 \(year) 年度：\(full) 元（\(record.id)）"
      )
    ]
    guard let entered = patent[Patent.annuityReduction],
      let granted = patent[Patent.grantedOn]?.first
    else { return Cost(full: full, payable: full, steps: steps) }
    guard let term = try? terms.term("patent-annuity-reduction", on: begins),
      term.length.unit == .years
    else {
      steps.append(
        Phrase(
          en: "no rule of reduction is known for years that begin on \(begins)",
          zh: "没有 \(begins) 起算年度的减缴规定"
        )
      )
      return Cost(full: full, payable: full, steps: steps)
    }
    let first = RightBook.patentYear(of: granted, filed: filed)
    guard year < first + term.length.count else {
      steps.append(
        Phrase(
          en:
            "the reduction is over: it holds for \(term.length.phrase.en) from year \(first), that of the grant",
          zh: "减缴期已过：自授权当年（第 \(first) 年度）起 \(term.length.phrase.zh)"
        )
      )
      return Cost(full: full, payable: full, steps: steps)
    }
    let owners = patent[Patent.owners]?.count ?? 0
    let reduction = entered.allowed(for: owners)
    if reduction != entered {
      steps.append(
        Phrase(
          en: "\(entered.percent)% is for one owner; there are \(owners)",
          zh: "减缴 \(entered.percent)% 限单一专利权人；现有 \(owners) 个"
        )
      )
    }
    let payable = full.share(100 - reduction.percent)
    steps.append(
      Phrase(
        en: "reduced by \(reduction.percent)%: \(payable) yuan",
        zh: "减缴 \(reduction.percent)%：\(payable) 元"
      )
    )
    return Cost(full: full, payable: payable, steps: steps)
  }

  private func fee(_ type: PatentType, _ year: Int, on day: Day) -> Record? {
    fees.first { fee in
      fee[Fee.type] == type && (fee[Fee.yearFrom] ?? 0) <= year
        && year <= (fee[Fee.yearUntil] ?? .max)
        && (fee[Fee.inForceFrom].map { $0.first <= day } ?? true)
        && (fee[Fee.inForceUntil].map { day <= $0.last } ?? true)
    }
  }
}

extension Money {
  /// A share in hundredths; a part of a fen counts as a whole one.
  func share(_ percent: Int) -> Money {
    let (quotient, rest) = (Int128(fen) * Int128(percent)).quotientAndRemainder(dividingBy: 100)
    return Money(fen: Int64(clamping: quotient + (rest > 0 ? 1 : 0)))
  }
}
