import Exchange
import JSONLines
import TestSupport
import Testing

/// What is read in parts is what is read at once.
struct TablePartsTests {
  /// A table of several parts: quotes, line ends of every form within and without, rows of every width.
  private static func text(_ seed: UInt64, ending: String) -> String {
    var random = SeededRandom(seed)
    let cells = [
      "甲", "", "1", "\"a,\"\"b\"", "\"两\n行\"", "\"c\r\nd\re\"", "b\"x", "\"y\"z", "长".repeated(40),
    ]
    let ends = ["\n", "\r\n", "\r"]
    var text = "名称,二,三\n"
    while text.utf8.count < 600_000 {
      let row = (0..<2 + random.roll(3)).map { _ in cells[random.roll(cells.count)] }
      text += row.joined(separator: ",") + (random.roll(20) > 0 ? "\n" : ends[random.roll(3)])
    }
    return text + ending
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>, ["", "末", "甲,\"没有结束\n", "甲,\0\n乙,1,2\n"])
  func `rows and faults are the same`(seed: UInt64, ending: String) throws {
    let text = try SourceText(Array(Self.text(seed, ending: ending).utf8), origin: "f.csv")
    let expected = rows(of: CSVReader(text))
    var reader = CSVReader(text)
    var found: [Row] = []
    var fault: ExchangeError?
    var count = 0
    while fault == nil, let part = reader.part() {
      let read = rows(of: part)
      found += read.rows
      fault = read.error
      count += 1
    }
    #expect(found == expected.rows)
    #expect(fault == expected.error)
    #expect(count > 3)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>, ["", "末", "甲,\"没有结束\n", "甲,\0\n乙,1,2\n"])
  func `cells that are handed out are those that are read`(seed: UInt64, ending: String) throws {
    let text = try SourceText(Array(Self.text(seed, ending: ending).utf8), origin: "f.csv")
    var reader = try TableReader(CSVReader(text))
    var expected: [String] = []
    var fault: ExchangeError?
    func told(_ line: Int, _ cells: [String]) -> String { "\(line): \(cells)" }
    do throws(ExchangeError) {
      while let row = try reader.next() { expected.append(told(row.line, row.cells.map(\.text))) }
    } catch {
      fault = error
    }
    var table = try TableReader(CSVReader(text))
    var found: [String] = []
    var again: [String] = []
    var count = 0
    do throws(ExchangeError) {
      while true {
        var places: [RowPlace] = []
        table.skipPlainRows { place, cells, bytes in
          // Whoever takes a row may also leave it to be read.
          guard cells[1].count < 100 || found.count % 3 > 0 else { return false }
          found.append(told(place.line, cells.map { bytes.extracting($0).text }))
          places.append(place)
          return true
        }
        for place in places {
          guard let row = try table.row(at: place) else { continue }
          again.append(told(row.line, row.cells.map(\.text)))
        }
        count += places.count
        guard let row = try table.next() else { break }
        let read = told(row.line, row.cells.map(\.text))
        found.append(read)
        again.append(read)
      }
      #expect(fault == nil)
    } catch {
      #expect(error == fault)
    }
    #expect(found == expected)
    #expect(again == expected)
    #expect(count > 200)
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
