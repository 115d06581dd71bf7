import Bilingual
import Ledger
import Oversight
import Portfolio

/// What stands below the table of `progress`.
enum ProgressNotes {
  /// What a reader must know of rows besides their cells, the same once for all rows that it is of.
  static func notes(_ rows: [ProgressRow]) -> [Phrase] {
    var notes: [(what: Phrase, labels: [Phrase])] = []
    for row in rows {
      for what in Self.notes(row) {
        if let index = notes.firstIndex(where: { $0.what == what }) {
          notes[index].labels.append(row.label)
        } else {
          notes.append((what, [row.label]))
        }
      }
    }
    return notes.map { what, labels in
      Phrase(
        en: "\(what.en): \(labels.map(\.en).joined(separator: ", "))",
        zh: "\(what.zh)：\(labels.map(\.zh).joined(separator: "、"))"
      )
    }
  }

  private static func notes(_ row: ProgressRow) -> [Phrase] {
    var notes: [Phrase] = []
    if row.isAboveRange {
      notes.append(
        Phrase(en: "above the range, which is met", zh: "超出区间上限，视为完成")
      )
    }
    if let first = row.averageFrom, row.average != nil {
      notes.append(
        Phrase(en: "met by the average since \(first)", zh: "按 \(first) 年以来的年均值考核")
      )
    }
    let types = row.ownerTypes.map(\.choice.label)
    if !types.isEmpty || !row.sectors.isEmpty {
      let sectors = row.sectors.joined(separator: "、")
      let en = [types.map(\.en).joined(separator: ", "), sectors].filter { !$0.isEmpty }
      let zh = [types.map(\.zh).joined(separator: "、"), sectors].filter { !$0.isEmpty }
      notes.append(
        Phrase(
          en: "counted only of these owners (\(en.joined(separator: "; ")))",
          zh: "只统计部分主体（\(zh.joined(separator: "；"))）"
        )
      )
    }
    return notes
  }
}
