import Bilingual
import Ledger
import Portfolio

extension RightEntry {
  /// Whether it may be about the same classes as an event.
  func concerns(_ event: Record) -> Bool {
    guard !classes.isEmpty, let others = event[RightEvent.classes] else { return true }
    return !Set(classes).isDisjoint(with: others)
  }
}

extension RightDesk {
  /// What can happen to some classes or goods of a mark, or claims of a patent, alone.
  private static let inPart: Set<RightAction> = [
    .provisionallyRefused, .refused, .withdrawn, .licensed, .licenceEnded, .lapsed, .restored,
    .surrendered, .cancelled, .invalidated, .opposed, .reviewFiled, .useDemanded, .useShown, .noted,
  ]

  /// Refuses classes that the mark does not have, and a part of what concerns the whole.
  func validateClasses(
    _ entry: RightEntry,
    _ right: Record,
    _ then: RightLife
  ) throws(Diagnostic) {
    guard !entry.classes.isEmpty || entry.part != nil else { return }
    let isMark = right.schema === Trademark.schema
    guard Self.inPart.contains(entry.action), isMark || entry.classes.isEmpty else {
      let what = entry.action.choice.label
      throw fault(
        "right-event-classes",
        Phrase(
          en: isMark ? "'\(what.en)' concerns the mark as a whole" : "a patent has no classes",
          zh: isMark ? "“\(what.zh)”及于商标整体，不能只涉及部分类别或商品" : "专利没有尼斯类别"
        ),
        Phrase(en: "leave the classes and the part out", zh: "请去掉涉及类别和涉及部分"),
        right
      )
    }
    guard isMark, let stands = book.classes(of: right, then) else { return }
    // What is lost comes back, and is declared invalid.
    let isLostToo = [.restored, .reviewFiled, .invalidated, .noted].contains(entry.action)
    let known = Set(stands + (isLostToo ? then.losses.flatMap(\.classes) : []))
    let others = entry.classes.filter { !known.contains($0) }.map(String.init)
    guard !others.isEmpty else { return }
    let list = known.sorted().map(String.init)
    throw fault(
      "right-event-classes",
      Phrase(
        en: "on \(entry.day) \(right.id) stands in \(list.joined(separator: ", ")), not in "
          + others.joined(separator: ", "),
        zh: "\(entry.day) \(right.id) 的类别为 \(list.joined(separator: "、"))，不含 "
          + others.joined(separator: "、")
      ),
      Phrase(
        en: "compare with the notice; correct the classes of the mark where they are wrong",
        zh: "请与通知书核对；商标类别有误的请先更正"
      ),
      right
    )
  }
}
