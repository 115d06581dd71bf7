/// Places in memory that are about to be read.
///
/// They are touched first and nothing is asked of them: many then wait for memory at once, where reading
/// and comparing would wait for one after the other.
@safe struct FarPlaces: ~Copyable {
  private let places: Zeroed<UInt>
  private let home: Zeroed<UInt8>

  /// Creates room for some places.
  init(_ count: Int) {
    places = Zeroed(count)
    home = Zeroed(1)
    for index in 0..<count { clear(index) }
  }

  /// Says that nothing is read for an index.
  @inline(__always)
  func clear(_ index: Int) {
    unsafe set(index, UnsafeRawPointer(home.start))
  }

  /// Sets the place of an index: a byte that can be read.
  @inline(__always)
  func set(_ index: Int, _ place: UnsafeRawPointer) {
    precondition(index < places.count)
    unsafe places.start[index] = UInt(bitPattern: place)
  }

  /// Touches the first places.
  func touch(_ count: Int) {
    precondition(count <= places.count)
    var sum: UInt8 = 0
    for index in 0..<count {
      // Each is a place that can be read, as whoever set it promised.
      sum |= unsafe UnsafeRawPointer(bitPattern: places.start[index]).unsafelyUnwrapped
        .load(as: UInt8.self)
    }
    // What was read is of no matter, but must not be left out: it is written where somebody might look.
    unsafe home.start[0] = sum
  }
}
