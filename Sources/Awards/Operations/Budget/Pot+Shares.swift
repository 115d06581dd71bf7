import Ledger
import Portfolio

extension Pot {
  /// What claims get of a pot that does not suffice: whole units, first rounded down, then the largest
  /// remainders.
  struct Shares {
    /// What an amount gets before the remainders are given out; many claims have the same amount.
    private struct Portion {
      let units: Int128
      let remainder: Int128
      /// Whether one unit more is not above the amount.
      let canRise: Bool
      var count = 0
    }

    private var portions: [Portion] = []
    // For each claim that of its amount.
    private var places: [Int32] = []
    private let unit: Int128
    /// Whether each claim gets a unit of the remainder.
    private(set) var isRaised: [Bool]

    /// Divides a pot.
    ///
    /// - Parameters:
    ///   - pot: The pot.
    ///   - worths: The amounts of the claims.
    ///   - total: Their sum, which is above the pot.
    ///   - unit: What shares are whole numbers of.
    ///   - claim: Returns a claim by its place.
    init(
      of pot: Int128,
      among worths: [Money],
      total: Int128,
      unit: Int128,
      claim: (Int) -> Claim
    ) {
      self.unit = unit
      isRaised = Array(repeating: false, count: worths.count)
      places.reserveCapacity(worths.count)
      let units = pot / unit
      // By fen.
      var known: [Int: Int32] = [:]
      var left = units
      for worth in worths {
        let place: Int32
        if let found = known[Int(worth.fen)] {
          place = found
        } else {
          place = Int32(portions.count)
          known[Int(worth.fen)] = place
          // Both factors are below 2^63, so the product is exact.
          let (share, remainder) = (units * Int128(worth.fen)).quotientAndRemainder(
            dividingBy: total
          )
          // A unit larger than a fen must not lift a share above its claim.
          let canRise = (share + 1) * unit <= Int128(worth.fen)
          portions.append(Portion(units: share, remainder: remainder, canRise: canRise))
        }
        portions[Int(place)].count += 1
        left -= portions[Int(place)].units
        places.append(place)
      }
      raise(Int(left), claim)
    }

    /// The share of a claim.
    subscript(claim: Int) -> Money {
      let units = portions[Int(places[claim])].units + (isRaised[claim] ? 1 : 0)
      return Money(fen: Int64(units * unit))
    }

    /// Gives one unit each to the largest remainders; among equal ones to those whose names come first.
    private mutating func raise(_ count: Int, _ claim: (Int) -> Claim) {
      let able = portions.filter(\.canRise).sorted { $0.remainder > $1.remainder }
      // The remainder at which not all can have one, and how many above it have.
      var above = 0
      var edge: Int128?
      for portion in able {
        guard above + portion.count <= count else {
          edge = portion.remainder
          break
        }
        above += portion.count
      }
      var equal: [(head: UInt128, place: Int32, index: Int32)] = []
      for (index, place) in places.enumerated() where portions[Int(place)].canRise {
        let remainder = portions[Int(place)].remainder
        if let edge, remainder <= edge {
          guard remainder == edge else { continue }
          let claim = claim(index)
          equal.append((claim.source.id.head, Int32(claim.place), Int32(index)))
        } else {
          isRaised[index] = true
        }
      }
      // Names decide only at the edge, where some have to be chosen among equals.
      let higher = isRaised.count { $0 }
      equal.moveFirst(count - higher) { a, b in
        a.place == b.place && a.head != b.head
          ? a.head < b.head : claim(Int(a.index)).precedes(claim(Int(b.index)))
      }
      for entry in equal.prefix(count - higher) { isRaised[Int(entry.index)] = true }
    }
  }
}

extension Array {
  /// Moves the elements that would stand first in order to the front, without ordering them all.
  ///
  /// - Parameters:
  ///   - wanted: How many.
  ///   - precedes: The order, in which no two elements are equal.
  fileprivate mutating func moveFirst(_ wanted: Int, by precedes: (Element, Element) -> Bool) {
    var (low, high) = (0, count - 1)
    // What stands before `low` belongs to the front, what stands behind `high` does not.
    while low < high {
      let pivot = self[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while precedes(self[left], pivot) { left += 1 }
        while precedes(pivot, self[right]) { right -= 1 }
        guard left <= right else { break }
        swapAt(left, right)
        left += 1
        right -= 1
      }
      if wanted <= right { high = right } else if wanted > left { low = left } else { return }
    }
  }
}
