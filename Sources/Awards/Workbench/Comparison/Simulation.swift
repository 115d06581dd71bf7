public import Bilingual
public import JSONLines
public import Ledger
import Portfolio

/// A round with policies that the ledger does not hold, or for a year that has not been.
public struct Simulation: Sendable {
  /// The round; nothing of it may be sealed.
  public let round: Round
  /// What was assumed, in the order in which it was.
  public let assumptions: [Phrase]

  /// Computes a round as it would be.
  ///
  /// - Parameters:
  ///   - year: The year whose facts are paid.
  ///   - sources: Policies from files; those of the ledger with the same id are left out.
  ///   - policies: Policies of the ledger; all that hold where neither these nor files are named.
  ///   - isNext: Whether the facts of the year happen again a year later, to be paid then.
  ///   - snapshot: The ledger.
  /// - Throws: ``Diagnostics`` for a policy with errors, and for sums that cannot be counted.
  public init(
    year: Int,
    sources: [PolicySource] = [],
    policies: [RecordID] = [],
    isNext: Bool = false,
    _ snapshot: Snapshot
  ) throws {
    let errors = sources.flatMap(\.faults).filter { $0.severity == .error }
    guard errors.isEmpty else { throw Diagnostics(errors) }
    var assumptions: [Phrase] = []
    var ledger = snapshot
    for source in sources {
      ledger = ledger.assuming(source)
      let ids = source.policies.map(\.id.text)
      assumptions.append(
        Phrase(
          en: "\(ids.joined(separator: ", ")) is taken from the file, not from the ledger",
          zh: "\(ids.joined(separator: "、")) 取自文件，不取账本中的内容"
        )
      )
    }
    if let left = try WhatIf.withoutAwards(since: year, snapshot) {
      ledger = ledger.assumingNoAwards(since: year)
      assumptions.append(left)
    }
    let book = try PolicyBook(ledger)
    let named = sources.flatMap(\.policies).map(\.id) + policies
    let wanted = named.isEmpty ? nil : named
    let sets = try book.ruleSets(wanted, year: isNext ? year + 1 : year)
    var spent: [Payout] = []
    if isNext {
      // What a pot leaves for the next year is what this year's round leaves of it.
      spent = try Round(year: year, policies: wanted, book: book, snapshot: ledger, traces: .none)
        .spending
      let later = try ledger.aYearLater(sets, year)
      ledger = later.snapshot
      assumptions += Self.assumptions(ofNext: year, sets)
      if later.left > 0 {
        assumptions.append(
          Phrase(
            en: "what is on record for the round of \(year + 1) already is left out "
              + "(\(later.left))",
            zh: "已登记的 \(year + 1) 年度事实不计（\(later.left) 项）"
          )
        )
      }
    }
    round = try Round(
      year: isNext ? year + 1 : year,
      policies: wanted,
      book: book,
      assuming: ledger,
      spent: spent
    )
    for set in sets where !set.isInForce(within: set.window.days(ofRound: round.year)) {
      assumptions.append(
        Phrase(
          en: "\(set.id) does not hold in \(round.year), so that it pays nothing",
          zh: "\(set.id) 在 \(round.year) 年无效，不产生奖励"
        )
      )
    }
    self.assumptions = assumptions
  }

  private static func assumptions(ofNext year: Int, _ sets: [RuleSet]) -> [Phrase] {
    let names = sets.map(\.id.text)
    return [
      Phrase(
        en: "what the round of \(year) pays happens again a year later, to the same recipients",
        zh: "假定 \(year) 年度的事实在一年后由相同主体再次发生"
      ),
      Phrase(
        en: "the figures of enterprises (tax, sales and others) of \(year) are those of "
          + "\(year + 1), too",
        zh: "假定企业 \(year + 1) 年的税收、销售等数据与 \(year) 年相同"
      ),
      Phrase(
        en: "all else stays as the ledger has it, incidents and earlier payouts among it; the "
          + "policies are those that hold in \(year + 1) (\(names.joined(separator: ", ")))",
        zh: "其余（含违法失信记录和以往奖励）以账本为准；按 \(year + 1) 年有效的政策"
          + "（\(names.joined(separator: "、"))）计算"
      ),
    ]
  }

  /// Returns the simulation in the shape that other programs may rely on.
  ///
  /// - Parameter language: The language of what is assumed.
  /// - Returns: One object; amounts in fen.
  /// - Throws: ``Diagnostics`` for a sum that cannot be counted exactly.
  public func json(in language: Language) throws -> JSONValue {
    .object([
      JSONMember("year", .integer(Int64(round.year))),
      JSONMember("policies", .array(round.policies.map { .string($0.text) })),
      JSONMember("totalFen", .integer(round.total.fen)),
      JSONMember(
        "recipients",
        .array(
          try round.sums().map { sum in
            .object([
              JSONMember("recipient", sum.recipient.map { .string($0.text) } ?? .null),
              JSONMember("recipientName", .string(sum.name)),
              JSONMember("eligible", .integer(Int64(sum.eligible))),
              JSONMember("open", .integer(Int64(sum.open))),
              JSONMember("amountFen", .integer(sum.amount.fen)),
            ])
          }
        )
      ),
      JSONMember("assumptions", .array(assumptions.map { .string($0[language]) })),
    ])
  }
}

extension Snapshot {
  /// Returns the snapshot with the facts of a year's rounds, and its figures, moved on by a year.
  ///
  /// What clauses pay for and lies in the next round already is left out, and counted: it would be paid beside what
  /// comes again. Payouts and applications stay, for other facts hang on them.
  fileprivate func aYearLater(_ sets: [RuleSet], _ year: Int) throws
    -> (snapshot: Snapshot, left: Int)
  {
    let windows = sets.map { $0.window.days(ofRound: year) }
    let following = sets.map { $0.window.days(ofRound: year + 1) }
    let paid = sets.flatMap(\.values).compactMap { $0.valuation?.selection.kind }
      .filter { $0 !== FactKind.paid && $0 !== FactKind.application }
    var left = 0
    var changes: [String: @Sendable ([Record]) -> [Record]] = [:]
    for kinds in Dictionary(grouping: FactKind.all, by: \.schema.kind).values {
      let isMoved: @Sendable (Record) -> Bool = { record in
        kinds.contains { kind in
          record[kind.date].map { date in
            windows.contains { date.lies(from: $0.lowerBound, until: $0.upperBound) != false }
          } ?? false
        }
      }
      let rewarded = kinds.filter { kind in paid.contains { $0 === kind } }
      let isLeft: @Sendable (Record) -> Bool = { record in
        !isMoved(record)
          && rewarded.contains { kind in
            record[kind.date].map { date in
              following.contains { date.lies(from: $0.lowerBound, until: $0.upperBound) == true }
            } ?? false
          }
      }
      let schema = kinds[0].schema
      if !rewarded.isEmpty { left += try table(schema).records.count(where: isLeft) }
      changes[schema.kind] = { records in
        records.filter { !isLeft($0) }.map { isMoved($0) ? $0.aYearLater() : $0 }
      }
    }
    changes[EnterpriseYear.schema.kind] = { records in
      records.filter { $0[EnterpriseYear.year] != year + 1 }
        + records.filter { $0[EnterpriseYear.year] == year }.compactMap { record in
          var draft = Draft(copying: record)
          draft[EnterpriseYear.year] = year + 1
          draft.id = record[EnterpriseYear.enterprise].map { RecordID("\($0)/\(year + 1)") }
          return draft.id == nil ? nil : draft.record(at: record.place)
        }
    }
    return (assuming(changes), left)
  }
}

extension Record {
  /// The record with all its dates a year later; 29 February becomes the 28th.
  fileprivate func aYearLater() -> Record {
    var draft = Draft(copying: self)
    for field in schema.fields {
      guard case .date = field.type.form, let text = self[field]?.string,
        let date = PartialDate(text)
      else { continue }
      let later = Day(clamping: date.year + 1, date.first.month, date.first.components.day)
      draft[field] = .string(String(later.description.prefix(text.count)))
    }
    return draft.record(at: place)
  }
}
