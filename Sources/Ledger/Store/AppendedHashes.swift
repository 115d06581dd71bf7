import Synchronization

/// The hashes of what commits appended, computed on all cores, the longest first.
struct AppendedHashes {
  private struct Piece: Hashable {
    let file: String
    let range: Range<Int>
  }

  private let known: [Piece: String]
  /// Of so few bytes nobody computes hashes on several cores.
  private static let fewBytes = 4 << 20

  /// Computes the hashes that a chain of commits will be asked for, as far as the files have the bytes.
  ///
  /// - Parameters:
  ///   - commits: The commits in their order.
  ///   - files: The files of those whose hashes are wanted.
  init(_ commits: [Commit], _ files: [String: Bytes]) {
    var pieces: [Piece] = []
    var sizes: [String: Int] = [:]
    for commit in commits {
      for (name, extent) in commit.files {
        let start = sizes.updateValue(extent.bytes, forKey: name) ?? 0
        guard extent.hash != nil, let bytes = files[name], start + extent.appended == extent.bytes,
          extent.bytes <= bytes.count
        else { continue }
        pieces.append(Piece(file: name, range: start..<extent.bytes))
      }
    }
    guard pieces.reduce(0, { $0 + $1.range.count }) > Self.fewBytes else {
      known = [:]
      return
    }
    pieces.sort { $0.range.count > $1.range.count }
    let jobs = pieces
    let next = Counter()
    let found = Workers.map(min(Workers.cores, jobs.count)) { _ in
      var found: [(Piece, String)] = []
      while case let job = next.take(), job < jobs.count {
        let piece = jobs[job]
        guard let bytes = files[piece.file] else { continue }
        found.append((piece, bytes.hash(of: piece.range)))
      }
      return found
    }
    known = Dictionary(uniqueKeysWithValues: found.flatMap(\.self))
  }

  /// The hash of a range of a file.
  func hash(_ file: String, _ range: Range<Int>, in bytes: Bytes) -> String {
    known[Piece(file: file, range: range)] ?? bytes.hash(of: range)
  }

  private final class Counter: Sendable {
    private let value = Atomic(0)

    func take() -> Int { value.add(1, ordering: .relaxed).oldValue }
  }
}

extension Bytes {
  /// The SHA-256 of a range of the bytes.
  func hash(of range: Range<Int>) -> String {
    withSpan { SHA256.hash($0.extracting(range)) }
  }
}
