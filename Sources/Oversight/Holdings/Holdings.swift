public import Ledger
public import Portfolio

/// A title that somebody holds.
public struct Holding: Sendable {
  /// The latest recognition by which it is held.
  public let recognition: Record
  /// Its scheme.
  public let scheme: RecordID
  /// Its last day, as far as that is known.
  public let end: Tenure.End
}

/// The titles held on a day, each counted once however often it was renewed.
public struct Holdings: Sendable {
  /// The day.
  public let day: Day
  /// The titles that are held.
  public let held: [Holding]
  /// The titles of which it is not known whether they are: a date is missing or partial.
  public let uncertain: [Holding]

  /// Finds the titles held on a day.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - snapshot: The ledger.
  /// - Throws: ``Diagnostics`` where its recognitions or schemes cannot be read.
  public init(on day: Day, in snapshot: Snapshot) throws {
    let titles = try TitleScan(on: day, in: snapshot)
    let schemes = try snapshot.table(Scheme.self)
    var terms: [RecordID: Tenure.Terms] = [:]
    func holding(_ row: Int) throws -> Holding? {
      let recognition = try titles.columns.record(row)
      guard let scheme = recognition[Recognition.scheme] else { return nil }
      if terms[scheme] == nil { terms[scheme] = schemes[scheme].map { Tenure.Terms($0) } }
      let tenure = Tenure(
        awarded: recognition[Recognition.awarded],
        validUntil: recognition[Recognition.validUntil],
        revokedOn: recognition[Recognition.revokedOn],
        terms[scheme]
      )
      return Holding(recognition: recognition, scheme: scheme, end: tenure.end)
    }
    self.day = day
    held = try titles.held.compactMap(holding)
    uncertain = try titles.uncertain.compactMap(holding)
  }

  /// Finds the rows of the titles held on a day, for ``Totals``: of each title its latest recognition.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - snapshot: The ledger.
  /// - Returns: Rows of the recognitions.
  /// - Throws: ``Diagnostics`` where its recognitions or schemes cannot be read.
  public static func rows(on day: Day, in snapshot: Snapshot) throws -> [Int] {
    try TitleScan(on: day, in: snapshot).held
  }

  /// Counts the titles of a scheme that are held.
  ///
  /// - Parameter scheme: The scheme.
  /// - Returns: How many.
  public func count(of scheme: RecordID) -> Int {
    held.count { $0.scheme == scheme }
  }

  /// Returns the current holders of a scheme's titles, each once, in the order of the records.
  ///
  /// - Parameters:
  ///   - scheme: The scheme.
  ///   - snapshot: The ledger.
  /// - Returns: Their enterprises.
  /// - Throws: ``Diagnostics`` where its brands cannot be read.
  public func holders(of scheme: RecordID, in snapshot: Snapshot) throws -> [RecordID] {
    let brands = try snapshot.table(Brand.self)
    var seen: Set<RecordID> = []
    return held.filter { $0.scheme == scheme }
      .compactMap { $0.recognition.titleHolder(brands) }
      .filter { seen.insert($0).inserted }
  }
}
