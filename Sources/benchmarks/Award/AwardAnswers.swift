import Awards
import Ledger
import Portfolio

/// What became of every fact of a round: its outcome and its amount in fen.
struct AwardAnswers {
  /// One line a fact, in the order of their ids: the id, the outcome, the amount.
  private(set) var lines: [String]

  init(_ round: Round) {
    lines = round.claims.map { claim in
      let facts = claim.facts.map(\.text).joined(separator: "+")
      return "\(facts)\t\(claim.outcome.rawValue)\t\(claim.amount.fen)"
    }
    sort()
  }

  init(reading path: String) throws {
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    lines = text.utf8.split(separator: 0x0A).map { String(Substring($0)) }
    sort()
  }

  private mutating func sort() {
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func write(to path: String) throws {
    try Files.write(lines.flatMap { Array($0.utf8) + [0x0A] }, to: path)
  }
}

/// How far the answers of a program that computes in floating point are from the exact ones.
struct AwardDifference {
  /// How many facts both know.
  private(set) var count = 0
  /// How many amounts differ by a fen or more.
  private(set) var differing = 0
  /// The largest difference in fen.
  private(set) var largest: Int64 = 0

  /// Compares fact by fact.
  ///
  /// - Parameters:
  ///   - exact: Our answers.
  ///   - peer: The other's.
  /// - Throws: ``Failure`` where a fact is missing, an outcome differs, or an amount differs by more than
  ///   a 32-bit float explains.
  init(_ exact: AwardAnswers, _ peer: AwardAnswers) throws {
    guard exact.lines.count == peer.lines.count else {
      throw Failure(
        description: "\(exact.lines.count) facts here, \(peer.lines.count) in the peer"
      )
    }
    for (line, other) in zip(exact.lines, peer.lines) {
      let (left, right) = (line.split(separator: "\t"), other.split(separator: "\t"))
      guard left.count == 3, right.count == 3, left[0] == right[0], left[1] == right[1],
        let ours = Int64(left[2]), let theirs = Int64(right[2]),
        // Half a unit in the last of 24 bits, and a fen of rounding on either side.
        abs(ours - theirs) <= 2 + ours >> 23
      else { throw Failure(description: "the answers differ: \(line) here, \(other) in the peer") }
      count += 1
      if ours != theirs { differing += 1 }
      largest = max(largest, abs(ours - theirs))
    }
  }
}
