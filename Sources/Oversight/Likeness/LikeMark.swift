import Bilingual
import JSONLines
import Ledger
import Portfolio

/// A mark or a brand as it is compared with others.
struct LikeMark: LikenessSubject {
  let record: Record?
  let name: ComparedName
  let classes: Set<Int>
  let owner: RecordID?
  /// A bit for each class: marks without a common bit have no common class.
  let classBits: UInt64

  init(_ record: Record) {
    self.record = record
    let isMark = record.schema === Trademark.schema
    name = ComparedName(Spelling((isMark ? record[Trademark.mark] : record[Brand.name]) ?? ""))
    classes = isMark ? Set(record[Trademark.classes] ?? []) : []
    owner = isMark ? record[Trademark.owner] : record[Brand.owner]
    classBits = Self.bits(classes)
  }

  init(named text: String, classes: Set<Int> = []) {
    record = nil
    name = ComparedName(Spelling(text))
    self.classes = classes
    owner = nil
    classBits = Self.bits(classes)
  }

  var text: LikenessKey? {
    name.scalars.isEmpty ? nil : LikenessKey(.text, name.scalars)
  }

  func keys(atLeast least: Int) -> LikenessKeys { name.keys(atLeast: least) }

  /// Whether two marks could come to a score for the bits of their classes: without a class in common it is lower.
  static func mayReach(_ least: Int, _ a: UInt64, _ b: UInt64) -> Bool {
    least <= 100 - otherClasses || a == 0 || b == 0 || a & b != 0
  }

  func resemblance(to other: LikeMark) -> Resemblance? {
    guard let found = Resemblance.of(name, other.name) else { return nil }
    guard !classes.isEmpty, !other.classes.isEmpty else { return found }
    let shared = classes.intersection(other.classes).sorted().map(String.init)
    guard !shared.isEmpty else { return found.adding(-Self.otherClasses, Self.noSharedClass) }
    return found.adding(0, Self.sharedClasses(shared.joined(separator: ", ")))
  }

  /// How much less alike marks for other goods are.
  private static let otherClasses = 20

  private static func bits(_ classes: Set<Int>) -> UInt64 {
    classes.reduce(0) { $0 | 1 << (UInt64(truncatingIfNeeded: $1) & 63) }
  }
}

/// A mark that is compared with those that may be the same right, entered twice.
struct LikeRight: LikenessSubject {
  let mark: LikeMark
  private let right: [LikenessKey]

  init(_ mark: LikeMark) {
    self.mark = mark
    right = mark.record.map { [$0.numberKey, $0.dayKey].compactMap(\.self) } ?? []
  }

  var record: Record? { mark.record }
  var text: LikenessKey? { nil }

  func keys(atLeast least: Int) -> LikenessKeys { LikenessKeys(mutual: right) }

  func resemblance(to other: LikeRight) -> Resemblance? {
    guard mark.owner == other.mark.owner, let a = record, let b = other.record,
      a.isSameRight(as: b)
    else { return nil }
    return mark.resemblance(to: other.mark)
  }
}

extension Record {
  /// Whether a trademark is at the same office and has the same number but for how it is written, or the same day and classes.
  func isSameRight(as other: Record) -> Bool {
    guard self[Trademark.office] == other[Trademark.office] else { return false }
    let number = rightDigits
    if !number.isEmpty, number == other.rightDigits { return true }
    guard let day = self[Trademark.registeredOn], day == other[Trademark.registeredOn] else {
      return false
    }
    let classes = Set(self[Trademark.classes] ?? [])
    return !classes.isEmpty && classes == Set(other[Trademark.classes] ?? [])
  }

  private var rightDigits: [Unicode.Scalar] {
    let all = Spelling.letters(of: self[Trademark.number] ?? "").filter {
      $0.isASCII && $0.properties.numericType != nil
    }
    return Array(all.drop { $0 == "0" })
  }

  /// What a trademark's owner, office and number come to.
  fileprivate var numberKey: LikenessKey? {
    let number = rightDigits
    guard !number.isEmpty else { return nil }
    return rightKey(.code, number)
  }

  /// What a trademark's owner, office, day of registration and classes come to.
  fileprivate var dayKey: LikenessKey? {
    guard let day = self[Trademark.registeredOn], let classes = self[Trademark.classes],
      !classes.isEmpty
    else { return nil }
    var key = rightKey(.day, Array(day.description.unicodeScalars))
    for number in Set(classes).sorted() { key.add(UInt32(truncatingIfNeeded: number)) }
    return key
  }

  private func rightKey(_ aspect: LikenessKey.Aspect, _ rest: [Unicode.Scalar]) -> LikenessKey {
    let parts = [self[Trademark.owner]?.text, self[Trademark.office]].map { text in
      Array((text ?? "").unicodeScalars)
    }
    return LikenessKey(aspect, (parts + [rest]).joined(separator: ["/"]))
  }
}
