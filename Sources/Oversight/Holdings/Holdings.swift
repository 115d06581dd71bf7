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
    let schemes = try snapshot.table(Scheme.self)
    var certain = Titles()
    var possible = Titles()
    for recognition in try snapshot.table(Recognition.self).records {
      guard let scheme = recognition[Recognition.scheme] else { continue }
      let tenure = Tenure(recognition, scheme: schemes[scheme])
      let holding = Holding(recognition: recognition, scheme: scheme, end: tenure.end)
      switch tenure.holds(on: day) {
      case true?: certain.add(holding)
      case nil: possible.add(holding)
      case false?: break
      }
    }
    self.day = day
    held = certain.list
    uncertain = possible.list.filter { !certain.contains($0) }
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

/// Titles in the order in which they first appear; a renewal takes the place of what it renews.
private struct Titles {
  private(set) var list: [Holding] = []
  private var indices: [TitleKey: [Int]] = [:]

  func contains(_ holding: Holding) -> Bool {
    index(of: holding) != nil
  }

  mutating func add(_ holding: Holding) {
    if let index = index(of: holding) {
      let stands = list[index].recognition[Recognition.awarded]?.last.ordinal ?? Int.min
      let comes = holding.recognition[Recognition.awarded]?.last.ordinal ?? Int.min
      if comes >= stands { list[index] = holding }
      return
    }
    if let key = TitleKey(holding.recognition) { indices[key, default: []].append(list.count) }
    list.append(holding)
  }

  private func index(of holding: Holding) -> Int? {
    // A recognition of nobody's is a title of its own.
    guard let key = TitleKey(holding.recognition) else { return nil }
    return indices[key]?.first { list[$0].recognition.isSameTitle(as: holding.recognition) }
  }
}
