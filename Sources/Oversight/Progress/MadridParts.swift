import Ledger
import Portfolio

/// The parts of international registrations that offices of designated countries registered under numbers of their own.
struct MadridParts {
  private let snapshot: Snapshot
  /// The international registrations by owner and mark; read once somebody asks for a part without its basic mark.
  private var known: [Key: [Record]]?

  private struct Key: Hashable {
    let owner: RecordID?
    let mark: String
  }

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// Whether a mark is what one office keeps of an international registration.
  static func isPart(_ mark: Record) -> Bool {
    guard mark[Trademark.route] == .madrid, let office = mark[Trademark.office] else {
      return false
    }
    return office != "CN" && MadridReach.includes(office)
      && (mark[Trademark.designations]?.isEmpty ?? true)
  }

  /// Finds the international registration of which a mark is a part, and which is counted itself.
  ///
  /// It is the one that the mark names, or one of the same mark and owner that designates the office.
  ///
  /// - Parameters:
  ///   - mark: A mark.
  ///   - designations: The offices that a registration designates.
  /// - Returns: The registration; `nil` where the mark is no part, or stands alone.
  /// - Throws: ``Diagnostics`` where the ledger cannot be read.
  mutating func whole(of mark: Record, _ designations: (Record) -> [String]) throws -> Record? {
    guard Self.isPart(mark) else { return nil }
    if let id = mark[Trademark.basicMark],
      let named = try snapshot.record(id, Trademark.schema), Self.isCounted(named)
    {
      return named
    }
    guard let office = mark[Trademark.office], let key = Self.key(of: mark) else { return nil }
    return try registrations()[key]?.first { designations($0).contains(office) }
  }

  private mutating func registrations() throws -> [Key: [Record]] {
    if let known { return known }
    let marks = try snapshot.columns(
      Trademark.schema,
      [Trademark.office.definition],
      where: Trademark.office
    ) { $0 == "WO" }
    var all: [Key: [Record]] = [:]
    for row in marks.rows {
      let record = try marks.record(row)
      if Self.isCounted(record), let key = Self.key(of: record) {
        all[key, default: []].append(record)
      }
    }
    known = all
    return all
  }

  private static func isCounted(_ mark: Record) -> Bool {
    mark[Trademark.office] == "WO" && mark[Trademark.route] == .madrid
      && mark[Trademark.registeredOn] != nil
  }

  private static func key(of mark: Record) -> Key? {
    guard let owner = mark[Trademark.owner], let text = mark[Trademark.mark] else { return nil }
    return Key(owner: owner, mark: Folding.key(text))
  }
}
