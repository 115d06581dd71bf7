extension Docket {
  /// What finds a date again: of a hundred thousand dates only this is kept.
  public struct Slip: Sendable {
    /// The row of the record.
    let row: Int
    let head: Head
    /// How urgent it is today.
    public var urgency: Urgency { head.urgency }
    /// Whether it may still move.
    public var isProvisional: Bool { head.isProvisional }
  }

  /// What the dates of records that are alike have in common.
  struct Head: Sendable {
    /// The day on which it is due, counted.
    let day: Int32
    /// The record that was looked at for all of them; -1 where each must be.
    let sample: Int32
    /// The place among the dates that the source finds there.
    let place: Int32
    let source: UInt8
    let urgency: Urgency
    let isProvisional: Bool
  }

  /// Slips in order of time, of the sources and of the records: eight bytes for each.
  public struct Slips: RandomAccessCollection, Sendable {
    private var heads: [Head] = []
    private var entries: [(row: Int32, head: Int32)] = []

    /// The place of the first slip.
    public var startIndex: Int { 0 }
    /// The place behind the last slip.
    public var endIndex: Int { entries.count }

    /// The slip at a place.
    public subscript(position: Int) -> Slip {
      let entry = entries[position]
      return Slip(row: Int(entry.row), head: heads[Int(entry.head)])
    }

    /// Takes in what dates have in common.
    ///
    /// - Parameter head: The head.
    /// - Returns: Its place, for each of the dates.
    mutating func add(_ head: Head) -> Int32 {
      heads.append(head)
      return Int32(heads.count - 1)
    }

    /// Takes in a date.
    mutating func append(row: Int, _ head: Int32) {
      entries.append((Int32(row), head))
    }

    /// Takes in the slips of others, which are used up: of millions no two copies are kept.
    mutating func append(_ other: consuming Slips) {
      guard !isEmpty else {
        self = other
        return
      }
      let base = Int32(heads.count)
      heads += other.heads
      entries.reserveCapacity(entries.count + other.entries.count)
      for entry in other.entries { entries.append((entry.row, entry.head + base)) }
    }

    /// Puts the slips in order.
    mutating func sort() {
      let heads = heads
      let order = heads.indices.sorted { a, b in
        let (a, b) = (heads[a], heads[b])
        return (a.day, a.source, a.place) < (b.day, b.source, b.place)
      }
      // The heads of one day and source share a rank: among their dates the rows tell the order.
      var ranks = [Int32](repeating: 0, count: heads.count)
      for (index, head) in order.enumerated().dropFirst() {
        let before = order[index - 1]
        let isSame =
          heads[before].day == heads[head].day && heads[before].source == heads[head].source
        ranks[head] = ranks[before] + (isSame ? 0 : 1)
      }
      entries.sort { a, b in
        let (left, right) = (ranks[Int(a.head)], ranks[Int(b.head)])
        guard left == right else { return left < right }
        guard a.row == b.row else { return a.row < b.row }
        return heads[Int(a.head)].place < heads[Int(b.head)].place
      }
    }
  }
}
