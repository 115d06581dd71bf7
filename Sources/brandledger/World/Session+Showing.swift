import Bilingual
import JSONLines
import Ledger
import Presentation

/// How answers are shown.
extension Session {
  private var rendering: Rendering {
    Rendering(
      outputFormat,
      in: language,
      terminalWidth: file == nil ? world.console.width() : nil,
      style: style
    )
  }

  /// Shows a table in the format that was asked for.
  func show(_ table: Presentation.Table) throws {
    try deliver { put in try put(table.rendered(rendering)) }
  }

  /// Shows a table of many rows, made on all cores; only some are in memory at a time.
  ///
  /// - Parameters:
  ///   - table: The columns, the title and the notes.
  ///   - count: How many rows there are.
  ///   - cells: Makes the rows of some places.
  /// - Throws: What `cells` throws, and where the answer cannot be written.
  func show(
    _ table: Presentation.Table,
    rows count: Int,
    _ cells: @escaping @Sendable (Range<Int>) throws -> [[Cell]]
  ) throws {
    // The columns of a terminal are as wide as their widest cells: rows are made twice, unless they are few.
    guard outputFormat != .table || count > Self.manyAtOnce else {
      var whole = table
      try made(count, cells) { rows in
        for row in rows { whole.append(row) }
      }
      return try show(whole)
    }
    let extent = outputFormat == .table ? try extent(table.columns.count, of: count, cells) : nil
    let writer = RowWriter(table, rows: count, extent, rendering)
    try deliver(count, writer.head, writer.foot) { places in
      zip(places, try cells(places)).map { writer.text($1, at: $0) }
    }
  }

  private func extent(
    _ columns: Int,
    of count: Int,
    _ cells: @escaping @Sendable (Range<Int>) throws -> [[Cell]]
  ) throws -> RowExtent {
    let language = language
    let parts = Workers.mapRanges(of: count, ifMoreThan: Self.fewAtOnce) { places in
      Result {
        var extent = RowExtent(columns: columns)
        for some in Self.pieces(of: places) {
          for row in try cells(some) { extent.add(row, in: language) }
        }
        return extent
      }
    }
    var extent = RowExtent(columns: columns)
    for part in parts { extent.add(try part.get()) }
    return extent
  }

  /// Shows a report in the format that was asked for.
  func show(_ report: Report) throws {
    guard let text = report.rendered(rendering) else {
      throw Diagnostics(
        Diagnostic(
          "no-such-output",
          Phrase(
            en: "this answer is not one table, so it cannot be CSV",
            zh: "该结果不是单一表格，不能输出为 CSV"
          ),
          help: Phrase(en: "use -O table, json, md or html", zh: "请用 -O table、json、md 或 html")
        )
      )
    }
    try deliver { put in try put(text) }
  }

  /// Shows JSON that other programs rely on.
  func show(json bytes: [UInt8]) throws {
    try deliver { put in try put(terminalSafe(json: bytes) + "\n") }
  }

  /// Shows an answer that is one object; with `-O jsonl` the objects of a list in it, one a line.
  func show(json answer: JSONValue, linesOf list: String) throws {
    guard outputFormat == .jsonl, let parts = answer[list]?.array else {
      return try show(json: answer.text)
    }
    try show(records: parts.map(\.text))
  }

  /// Shows records as JSON, an array or one a line.
  func show(records: [[UInt8]]) throws {
    try show(records: records.count) { Array(records[$0]) }
  }

  /// Shows records as JSON; no more than some of their texts are in memory at a time.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - texts: Makes the JSON texts of the records at some places.
  /// - Throws: What `texts` throws, and where the file cannot be written.
  func show(
    records count: Int,
    _ texts: @escaping @Sendable (Range<Int>) throws -> [[UInt8]]
  ) throws {
    let isList = outputFormat == .json
    try deliver(count, isList ? count > 0 ? "[\n" : "[" : "", isList ? "]\n" : "") { places in
      zip(places, try texts(places)).map { place, text in
        terminalSafe(json: text) + (isList && place < count - 1 ? ",\n" : "\n")
      }
    }
  }

  /// Writes text that is safe already.
  func print(_ text: String) throws {
    try world.console.put(text)
  }

  /// Delivers pieces that are made on all cores, between a head and a foot.
  private func deliver(
    _ count: Int,
    _ head: String,
    _ foot: String,
    _ pieces: @escaping @Sendable (Range<Int>) throws -> [String]
  ) throws {
    try deliver { put in
      var waiting = head
      // What each core made is one text already.
      try made(count, { try [pieces($0).joined()] }) { texts in
        for text in texts { waiting += text }
        guard waiting.utf8.count > 1 << 16 else { return }
        try put(waiting)
        waiting = ""
      }
      try put(waiting + foot)
    }
  }

  /// Makes values of some places on all cores, and hands them on in order.
  func made<Value: Sendable>(
    _ count: Int,
    _ make: @escaping @Sendable (Range<Int>) throws -> [Value],
    _ take: ([Value]) throws -> Void
  ) throws {
    for start in stride(from: 0, to: count, by: Self.manyAtOnce) {
      let some = min(Self.manyAtOnce, count - start)
      let parts = Workers.mapRanges(of: some, ifMoreThan: Self.fewAtOnce) { places in
        Result {
          try Self.pieces(of: start + places.lowerBound..<start + places.upperBound).flatMap(make)
        }
      }
      for part in parts { try take(part.get()) }
    }
  }

  /// As many places at a time as one core has records of in memory.
  private static func pieces(of places: Range<Int>) -> [Range<Int>] {
    stride(from: places.lowerBound, to: places.upperBound, by: atOnce).map {
      $0..<min($0 + atOnce, places.upperBound)
    }
  }

  private static let manyAtOnce = 4096
  private static let fewAtOnce = 64
  private static let atOnce = 256

  /// Delivers what is put piece by piece: into the file that was named, else to the output.
  private func deliver(_ fill: (@escaping (String) throws -> Void) throws -> Void) throws {
    guard let file else { return try fill(print) }
    try UserFiles.write(to: file) { put in try fill { try put(Array($0.utf8)) } }
  }
}
