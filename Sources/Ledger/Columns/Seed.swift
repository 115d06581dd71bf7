import JSONLines
import Synchronization

/// The ids of the records of a kind as values of fields that refer to it: the code of an id is that of its line.
///
/// A field of millions of lines that names thousands of records then needs no table of its own, and who
/// asks what a value refers to knows the line.
final class Seed: Sendable {
  let table: IDTable
  let places: Places
  /// How many lines there are; code 0 is none.
  let count: Int
  private let made = Mutex<Values?>(nil)

  init(_ lines: Lines, _ table: IDTable) {
    self.table = table
    places = lines.places
    count = lines.total
  }

  /// The ids of all lines as JSON text.
  var values: Values {
    made.withLock { made in
      if let made { return made }
      let values = read()
      made = values
      return values
    }
  }

  private func read() -> Values {
    var ends = Growing<UInt32>(capacity: count + 1)
    var text = Growing<UInt8>(capacity: count * 24)
    ends.append(0)
    for line in 0..<count {
      if let id = places.shortID(line) {
        text.append(UInt8(ascii: "\""))
        // A short text stands in 24 bytes.
        unsafe withUnsafeBytes(of: id.text.words) {
          unsafe text.append($0.baseAddress.unsafelyUnwrapped, count: id.count)
        }
        text.append(UInt8(ascii: "\""))
      } else {
        for byte in JSONValue.string(places.id(line).span.text).text { text.append(byte) }
      }
      ends.append(UInt32(text.count))
    }
    return Values(ends: ends.finish(), text: text.finish())
  }
}

/// Finds the lines of a file by id; what that takes is made when it is first asked for.
final class LineIndex: Sendable {
  private struct State {
    /// The ids of the lines, until the table holds them.
    var names: [Block<LineName>]?
    var table: IDTable?
    var seed: Seed?
  }

  private let made: Mutex<State>

  init(_ names: [Block<LineName>]?) {
    made = Mutex(State(names: names))
  }

  /// Whether there is a table already.
  var isMade: Bool { made.withLock { $0.table != nil } }

  /// The table of the lines to which the index belongs.
  func table(_ lines: Lines) -> IDTable {
    made.withLock { made in
      if let table = made.table { return table }
      let table = IDTable(lines, made.names)
      made.table = table
      made.names = nil
      return table
    }
  }

  /// The ids of the lines to which the index belongs, as values of other kinds.
  func seed(_ lines: Lines) -> Seed {
    let table = table(lines)
    return made.withLock { made in
      if let seed = made.seed { return seed }
      let seed = Seed(lines, table)
      made.seed = seed
      return seed
    }
  }

  /// Whether values come from the lines to which the index belongs.
  func isOrigin(of values: Values) -> Bool {
    guard let seed = values.seed else { return false }
    return made.withLock { $0.seed === seed }
  }
}
