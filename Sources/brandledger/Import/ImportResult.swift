import Bilingual
import Ledger
import Presentation

/// What became of the rows of an import.
struct ImportResult {
  /// What became of each row, where that is shown.
  private(set) var effects: [(line: Int, effect: Editor.Effect)] = []
  private(set) var leftOut = 0
  private(set) var diagnostics: [Diagnostic] = []
  /// The line from which each record came, where records are judged later.
  private(set) var lines: [RecordID: Int] = [:]
  /// The lines of the refused rows, and what is wrong with each.
  private(set) var refused: [Int: [Diagnostic]] = [:]
  var changes: [Change] = []
  var completed = CompletedRecords()
  private var counts = (new: 0, changed: 0, same: 0, refused: 0)
  private let keepsEffects: Bool
  private let keepsLines: Bool

  /// Creates a result of no rows.
  ///
  /// - Parameters:
  ///   - keepsEffects: Whether what became of each row is shown.
  ///   - keepsLines: Whether it must be known later from which line a record came.
  init(keepsEffects: Bool, keepsLines: Bool) {
    self.keepsEffects = keepsEffects
    self.keepsLines = keepsLines
  }

  mutating func take(_ line: Int, _ effect: Editor.Effect, _ found: [Diagnostic]) {
    if keepsEffects { effects.append((line, effect)) }
    let found = found.sorted { ($0.place?.column ?? 0) < ($1.place?.column ?? 0) }
    diagnostics += found
    switch effect {
    case .new: counts.new += 1
    case .changed: counts.changed += 1
    case .same: counts.same += 1
    case .refused:
      counts.refused += 1
      // Several rows of a register may stand on one line.
      refused[line, default: []] += found.filter { $0.severity == .error }
    }
    switch effect {
    case .new(let id) where keepsLines, .changed(let id, _) where keepsLines: lines[id] = line
    default: break
    }
  }

  /// Counts new records of which no more is asked.
  mutating func takeNew(_ rows: Int) {
    counts.new += rows
  }

  /// Counts a row that the mapping leaves out on purpose.
  mutating func leaveOut() {
    leftOut += 1
  }

  mutating func note(_ finding: Diagnostic) {
    diagnostics.append(finding)
  }

  /// All errors, and of each warning the first few with a word about the others.
  var shownDiagnostics: [Diagnostic] {
    let errors = diagnostics.filter { $0.severity == .error }
    var shown: [String: Int] = [:]
    let warnings = diagnostics.filter { finding in
      guard finding.severity == .warning else { return false }
      shown[finding.name, default: 0] += 1
      return shown[finding.name, default: 0] <= Self.shownAlike
    }
    let rest = shown.filter { $0.value > Self.shownAlike }.sorted { $0.key < $1.key }
    return errors + warnings + rest.map { Self.more($0.key, $0.value - Self.shownAlike) }
  }

  private static let shownAlike = 5

  private static func more(_ name: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      name,
      Phrase(en: "\(count) more rows with this warning", zh: "另有 \(count) 行有同样的警告"),
      help: Phrase(en: "-O json tells them all", zh: "加 -O json 可查看全部"),
      severity: .warning
    )
  }

  /// How many rows are new, changed, same and refused.
  var summary: Phrase {
    let (new, changed, same, refused) = counts
    let rows = new + changed + same + refused + leftOut
    let others = changes.reduce(0) { $0 + $1.count } - new - changed - completed.versions
    var en =
      "\(rows, of: "row"): \(new) new, \(changed) changed, \(same) same, \(refused) refused"
    var zh = "共 \(rows) 行：新增 \(new)，更新 \(changed)，相同 \(same)，拒绝 \(refused)"
    if leftOut > 0 {
      en += ", \(leftOut) left out by the mapping"
      zh += "，按映射规则略过 \(leftOut)"
    }
    if others > 0 {
      en += "; \(others, of: "record") created for them"
      zh += "；另创建 \(others) 条相关记录"
    }
    if completed.count > 0 {
      en += "; \(completed.count, of: "record") that they name completed"
      zh += "；补填 \(completed.count) 条所引用记录的空缺"
    }
    return Phrase(en: en, zh: zh)
  }

  /// What would become of each row.
  func table(_ schema: Schema) -> Presentation.Table {
    var table = Presentation.Table(
      title: schema.label,
      columns: [
        Column("line", Phrase(en: "line", zh: "行"), .trailing),
        Column("effect", Phrase(en: "effect", zh: "结果")),
        Column("id", CommonField.id.definition.label, overflow: .keep),
        Column("fields", Phrase(en: "changed fields", zh: "变更字段"), overflow: .wrap),
      ]
    )
    for (line, effect) in effects {
      table.append([.integer(Int64(line))] + Self.cells(effect))
    }
    return table
  }

  private static func cells(_ effect: Editor.Effect) -> [Cell] {
    switch effect {
    case .new(let id):
      [.phrase(Phrase(en: "new", zh: "新增"), code: "new"), .text(id.text), .empty]
    case .changed(let id, let fields):
      [
        .phrase(Phrase(en: "changed", zh: "更新"), code: "changed"), .text(id.text), .texts(fields),
      ]
    case .same(let id):
      [.phrase(Phrase(en: "same", zh: "相同"), code: "same"), .text(id.text), .empty]
    case .refused:
      [.phrase(Phrase(en: "refused", zh: "拒绝"), code: "refused"), .empty, .empty]
    }
  }
}
