public import Ledger
public import Portfolio

/// What is open of an award that may be paid: a part, or the whole.
public struct Payable: Sendable {
  /// The award with its life.
  public let life: AwardLife
  /// The number of the part; `nil` where the award is paid at once.
  public let part: Int?
  /// How much.
  public let amount: Money
  /// Who is paid, where a record stands for it.
  public let recipient: RecordID?
  /// Who is paid, or for what use, where it is nobody on record.
  public let payee: String?
  /// Why it cannot be paid on the day; `nil` where it can.
  public let hindrance: Diagnostic?
}

extension AwardDesk {
  /// Returns what is open of an award, with what stands against paying it on a day.
  ///
  /// The same rules decide as when a payment is written: approval, parts, caps, budget and bans.
  ///
  /// - Parameters:
  ///   - award: The award.
  ///   - entry: When it would be paid, and by whom.
  /// - Returns: One for each part that is not paid; none of an award that is not approved.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  public func payables(of award: Record, _ entry: AwardEntry) throws -> [Payable] {
    let life = life(of: award)
    guard life.actions.contains(.pay), life.open > .zero else { return [] }
    let numbers: [Int?] = life.parts.isEmpty ? [nil] : life.unpaidParts
    return try numbers.map { number in
      let part = number.map { life.parts[$0 - 1] }
      return Payable(
        life: life,
        part: number,
        amount: part.map { min($0.amount, life.open) } ?? life.open,
        recipient: part?.payee == nil ? part?.recipient ?? award[Award.recipient] : part?.recipient,
        payee: part?.payee,
        hindrance: try hindrance(award, entry, part: number)
      )
    }
  }

  private func hindrance(_ award: Record, _ entry: AwardEntry, part: Int?) throws -> Diagnostic? {
    do {
      _ = try pay(award, entry, part: part)
      return nil
    } catch let fault as Diagnostic {
      return fault
    } catch let faults as Diagnostics {
      guard let first = faults.list.first else { throw faults }
      return first
    }
  }
}
