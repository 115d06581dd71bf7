import Synchronization

/// Numbers that are made when they are first asked for; those of a cache only where they were altered.
final class LateBlock: Sendable {
  /// How many numbers there are; the head of the cache file tells it.
  let count: Int
  private let kept: Block<UInt32>
  private let isRight: @Sendable () -> Bool
  private let make: @Sendable () -> Block<UInt32>

  private static let unknown = 0
  private static let right = 1
  private let state = Atomic(LateBlock.unknown)
  private let made = Mutex<Block<UInt32>?>(nil)

  /// Takes numbers that were kept.
  ///
  /// - Parameters:
  ///   - kept: The numbers.
  ///   - isRight: Says whether they are as they were written.
  ///   - make: Makes them from what they were made of before.
  init(
    _ kept: Block<UInt32>,
    isRight: @escaping @Sendable () -> Bool,
    make: @escaping @Sendable () -> Block<UInt32>
  ) {
    count = kept.count
    self.kept = kept
    self.isRight = isRight
    self.make = make
  }

  /// Promises numbers that were not kept.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - make: Makes them.
  init(count: Int, make: @escaping @Sendable () -> Block<UInt32>) {
    self.count = count
    kept = Block([])
    isRight = { false }
    self.make = make
  }

  /// The numbers.
  var block: Block<UInt32> {
    if state.load(ordering: .acquiring) == Self.right { return kept }
    return made.withLock { made in
      if let made { return made }
      if state.load(ordering: .acquiring) == Self.right { return kept }
      guard isRight() else {
        let new = make()
        made = new
        return new
      }
      state.store(Self.right, ordering: .releasing)
      return kept
    }
  }
}

/// A number for each of some lines.
enum LineNumbers: Sendable {
  /// Read by this process.
  case read(Block<UInt32>)
  /// The first of those that were kept.
  case kept(LateBlock, count: Int)

  var count: Int {
    switch self {
    case .read(let block): block.count
    case .kept(_, let count): count
    }
  }

  /// The numbers; those that were kept are proven now.
  var block: Block<UInt32> {
    switch self {
    case .read(let block): block
    case .kept(let late, let count): late.block.prefix(count)
    }
  }

  /// The numbers of the first lines.
  func prefix(_ count: Int) -> LineNumbers {
    switch self {
    case .read(let block): .read(block.prefix(count))
    case .kept(let late, _): .kept(late, count: count)
    }
  }
}
