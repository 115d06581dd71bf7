import Bilingual
import JSONLines
import Ledger
import TestSupport
import Testing

/// Rows that were looked at before their turn become what they would have become without.
struct ForesightTests {
  private func rows(_ seed: UInt64) -> [[Assignment]] {
    var dice = SeededRandom(seed)
    // A name that is equal to one of other letters is in the way of all behind it.
    let odd = seed % 4 == 0 ? ["\u{F9DC}", "隆"] : []
    let names = ["1.2E+7", "甲", "乙 店", "Ｃ", "c", "海鲜店", "老 店", "鲜货铺", "É", "e\u{301}"] + odd
    let places = ["北街", "南街", "旧街", "新街 \(dice.roll(3))", "n"]
    return (0..<60).map { _ in
      let end = dice.roll(3) == 0 ? "" : "\(dice.roll(40))"
      var row = [Assignment("name", names[dice.roll(names.count)] + end)]
      if dice.roll(3) > 0 { row.append(Assignment("place", places[dice.roll(places.count)])) }
      if dice.roll(2) == 0 {
        row.append(Assignment("size", dice.roll(9) == 0 ? "大" : "\(dice.roll(5))"))
      }
      return row
    }
  }

  private func drafts(_ seed: UInt64) -> [Draft] {
    var dice = SeededRandom(seed)
    return (0..<60).map { _ in
      var draft = Draft(Shop.schema)
      if dice.roll(4) > 0 { draft.id = RecordID("shop-\(dice.roll(50))") }
      if dice.roll(9) > 0 {
        draft[Shop.name] = dice.roll(9) == 0 ? ["老店", "鲜货铺"][dice.roll(2)] : "店\(dice.roll(50))"
      }
      if dice.roll(3) > 0 { draft[Shop.place] = ["n", "s", "s", "t"][dice.roll(4)] }
      if dice.roll(2) == 0 {
        draft[Shop.size.definition] = dice.roll(9) == 0 ? .string("大") : .integer(3)
      }
      return draft
    }
  }

  /// Adds rows, in groups each of which is foreseen before its first row is added; without groups none is.
  private func run<Row>(
    _ rows: [Row],
    groupsOf count: Int?,
    creates: Bool,
    foresee: (Row, inout Foresight) -> Foreseen?,
    add: (Row, Editor) throws -> Editor.Effect
  ) throws -> (lines: [[UInt8]], said: [String], foreseen: Int) {
    let editor = Editor(Fixture.snapshot(), ids: Fixture.ids(), creates: creates)
    var foresight = try editor.foresight(Shop.schema)
    var said: [String] = []
    var counted = 0
    for start in stride(from: 0, to: rows.count, by: count ?? rows.count) {
      let group = rows[start..<min(start + (count ?? rows.count), rows.count)]
      let seen = group.map { count == nil ? nil : foresee($0, &foresight) }
      for (row, seen) in zip(group, seen) {
        let known = try seen.flatMap { try editor.add($0) }
        if known != nil { counted += 1 }
        said.append("\(try known ?? add(row, editor))")
      }
    }
    let words = editor.diagnostics.map { "\($0.name) \($0.message.en) \($0.severity)" }
    return (editor.changes.flatMap(\.lines), said + words, counted)
  }

  @Test(arguments: 1...40, [false, true])
  func `rows of a table`(seed: UInt64, creates: Bool) throws {
    func run(_ count: Int?) throws -> (lines: [[UInt8]], said: [String], foreseen: Int) {
      try self.run(rows(seed), groupsOf: count, creates: creates) { row, foresight in
        foresight.foresee(row.map { foresight.read($0, as: $0.definition) }, at: nil)
      } add: { row, editor in
        try editor.add(Shop.schema, row, merging: true)
      }
    }
    let plain = try run(nil)
    for count in [1, 7, 60] {
      let seen = try run(count)
      #expect(seen.lines == plain.lines)
      #expect(seen.said == plain.said)
      #expect(seed % 4 == 0 || seen.foreseen > 5)
    }
  }

  @Test(arguments: 1...40)
  func `records as they are stored`(seed: UInt64) throws {
    func run(_ count: Int?) throws -> (lines: [[UInt8]], said: [String], foreseen: Int) {
      try self.run(drafts(seed), groupsOf: count, creates: false) { draft, foresight in
        foresight.foresee(draft, at: nil)
      } add: { draft, editor in
        try editor.add(draft, merging: true)
      }
    }
    let plain = try run(nil)
    for count in [1, 7, 60] {
      let seen = try run(count)
      #expect(seen.lines == plain.lines)
      #expect(seen.said == plain.said)
      #expect(seen.foreseen > 5)
    }
  }
}

extension Assignment {
  /// The field of a shop that is meant.
  fileprivate var definition: FieldDefinition {
    switch field {
    case "name": Shop.name.definition
    case "place": Shop.place.definition
    default: Shop.size.definition
    }
  }
}
