import JSONLines

/// The committed bytes of a data file and their kind.
struct FileSource: Sendable {
  let schema: Schema
  let bytes: Bytes
  /// How many of the bytes were committed.
  let size: Int

  /// Reads one line.
  func entry(_ line: Range<Int>, number: Int) throws(Diagnostic) -> Entry {
    let end = line.upperBound
    let isWhole = bytes.withSpan { end > line.lowerBound && $0[end - 1] == 0x0A }
    return try RecordReader(schema).read(
      Line(
        number: number,
        start: line.lowerBound,
        end: isWhole ? end - 1 : end,
        isWhole: isWhole
      ),
      bytes,
      file: schema.file
    )
  }
}
