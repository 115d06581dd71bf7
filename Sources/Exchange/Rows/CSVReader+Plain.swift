/// Where a row of a text file begins, by which it is read again.
public struct RowPlace: Sendable {
  let offset: Int
  /// The line.
  public let line: Int
}

extension CSVReader {
  /// Hands out where the cells of rows stand, up to the first row in which something has to be resolved or is wrong.
  ///
  /// - Parameters:
  ///   - width: How many cells a row has.
  ///   - take: Takes a row, its cells and the bytes; says whether it can do with them. Else the row is yet to be read.
  mutating func skipPlainRows(
    _ width: Int,
    _ take: (RowPlace, [Range<Int>], Span<UInt8>) -> Bool
  ) {
    var cells: [Range<Int>] = []
    cells.reserveCapacity(width)
    let content = content
    content.withSpan { bytes in
      while offset < end, let rowEnd = plainCells(bytes, &cells), cells.count == width {
        let isEmpty = width > 1 && cells.allSatisfy { $0.isEmpty }
        guard isEmpty || take(RowPlace(offset: offset, line: line), cells, bytes) else { return }
        offset = rowEnd
        passLineEnd(bytes)
      }
    }
  }

  /// Finds the cells of the next row.
  ///
  /// - Returns: The end of the row; `nil` where a cell has quotes or line ends within, an apostrophe before it, or a zero.
  private func plainCells(_ bytes: Span<UInt8>, _ cells: inout [Range<Int>]) -> Int? {
    cells.removeAll(keepingCapacity: true)
    // No byte that means anything is above this one: most bytes of a text are.
    let ceiling = max(.quote, delimiter.byte)
    var index = offset
    while true {
      let isQuoted = index < end && bytes[index] == .quote
      if isQuoted { index += 1 }
      let start = index
      while index < end {
        let byte = bytes[index]
        if byte <= ceiling {
          if byte == .quote {
            guard isQuoted else { return nil }
            break
          }
          let endsLine = byte == .lineFeed || byte == .carriageReturn
          guard byte != 0, !(isQuoted && endsLine) else { return nil }
          if !isQuoted, endsLine || byte == delimiter.byte { break }
        }
        index += 1
      }
      if start < index, bytes[start] == UInt8(ascii: "'") { return nil }
      cells.append(start..<index)
      if isQuoted {
        guard index < end else { return nil }
        index += 1
      }
      guard index < end else { return index }
      switch bytes[index] {
      case delimiter.byte: index += 1
      case .lineFeed, .carriageReturn: return index
      default: return nil
      }
    }
  }
}

extension TableReader {
  /// Hands out where the cells of rows stand, up to the first row that has to be read because something in it has to
  /// be resolved or is wrong; of a table that is no text, none.
  ///
  /// - Parameter take: Takes a row, its cells and the bytes; says whether it can do with them. Else the row is yet to be read.
  public mutating func skipPlainRows(_ take: (RowPlace, [Range<Int>], Span<UInt8>) -> Bool) {
    guard var reader = source as? CSVReader else { return }
    reader.skipPlainRows(header.columns.count, take)
    source = reader
  }

  /// Reads a row that was handed out before.
  ///
  /// - Parameter place: Where it begins.
  /// - Returns: The row.
  /// - Throws: What makes the rest of the file unreadable.
  public func row(at place: RowPlace) throws(ExchangeError) -> Row? {
    guard var reader = source as? CSVReader else { return nil }
    reader.move(to: place)
    var table = self
    table.source = reader
    return try table.next()
  }

  /// Gives the memory back in which the rows stand, until they are read again.
  public func giveBack() {
    guard let reader = source as? CSVReader else { return }
    reader.content.giveBack(reader.start..<reader.end)
  }
}
