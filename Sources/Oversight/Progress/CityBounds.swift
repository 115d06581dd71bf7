import Ledger
import Portfolio

/// What belongs to the city, as its towns and its authorities tell.
struct CityBounds {
  /// The divisions of GB/T 2260 in which the towns lie.
  private let divisions: Set<String>
  /// The names of the authorities of the place, which begin with its own.
  private let authorities: [String]

  init(_ snapshot: Snapshot) throws {
    divisions = Set(
      try snapshot.table(Town.self).records.compactMap { town in
        town[Town.code].map { String($0.prefix(6)) }
      }
    )
    authorities = try snapshot.table(Authority.self).records
      .filter { $0[Authority.scope] == .local }
      .compactMap { $0[Authority.name].map(Folding.key) }
  }

  /// Says whether a place is none of the city, by its code or name.
  ///
  /// A province or prefecture around the city is not elsewhere, and nothing is without towns or authorities
  /// to tell by.
  ///
  /// - Parameter place: A code of GB/T 2260, a longer one that begins with it, or a name.
  /// - Returns: Whether it lies elsewhere.
  func isElsewhere(_ place: String) -> Bool {
    var place = Folding.key(place)
    guard place.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return !authorities.isEmpty && !authorities.contains { $0.hasPrefix(place) }
    }
    while place.hasSuffix("00") { place.removeLast(2) }
    return !divisions.isEmpty
      && !divisions.contains { $0.hasPrefix(place) || place.hasPrefix($0) }
  }
}
