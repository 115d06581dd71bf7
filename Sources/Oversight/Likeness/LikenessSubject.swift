import Bilingual
import Ledger
import Portfolio

/// What of a record is compared with others of its kind.
protocol LikenessSubject: Sendable {
  /// The record; `nil` for a name that is not in the ledger.
  var record: Record? { get }
  /// Texts of which two subjects share one if they may be alike at all.
  var keys: Set<String> { get }

  /// Compares with another subject; `nil` where nothing is alike.
  func resemblance(to other: Self) -> Resemblance?
}

extension Spelling {
  /// Texts of which two names share one where they look or sound alike, or differ by one character.
  ///
  /// Removing each character in turn finds insertions, removals and replacements without comparing all with all.
  var keys: Set<String> {
    var keys: Set<String> = ["~" + blurred]
    let skeleton = skeleton
    keys.insert("=" + String(String.UnicodeScalarView(skeleton)))
    keys.insert("<" + String(String.UnicodeScalarView(scalars.sorted())))
    if hanCount > 1 { keys.insert("@" + letters) }
    if isLatin { keys.insert("@" + text) }
    guard (3...40).contains(scalars.count) else { return keys }
    keys.insert("-" + text)
    for index in scalars.indices {
      var shorter = scalars
      shorter.remove(at: index)
      keys.insert("-" + String(String.UnicodeScalarView(shorter)))
      // Of long words in letters two may differ.
      guard isLatin, (8...20).contains(scalars.count) else { continue }
      for other in index..<shorter.count {
        var shortest = shorter
        shortest.remove(at: other)
        keys.insert("-" + String(String.UnicodeScalarView(shortest)))
      }
    }
    return keys
  }
}

/// An enterprise as it is compared with others.
struct LikeEnterprise: LikenessSubject {
  let record: Record?
  private let name: EnterpriseName
  private let former: [EnterpriseName]
  private let code: String?
  private let address: String

  init(_ record: Record, _ places: Places) {
    self.record = record
    name = EnterpriseName(record[Enterprise.name] ?? "", places)
    former = (record[Enterprise.formerNames] ?? []).map { EnterpriseName($0, places) }
    code = record[Enterprise.creditCode]
    address = Folding.key(record[Enterprise.address] ?? "")
  }

  init(named text: String, _ places: Places) {
    record = nil
    name = EnterpriseName(text, places)
    former = []
    code = nil
    address = ""
  }

  var keys: Set<String> {
    var keys = name.core.keys
    for name in [name] + former { keys.insert("#" + name.whole.text) }
    if let organisation { keys.insert("!" + organisation) }
    return keys
  }

  /// The organisation code within the unified credit code, GB 32100-2015.
  private var organisation: String? {
    guard let code, code.utf8.count == 18 else { return nil }
    return String(code.dropFirst(8).prefix(9))
  }

  func resemblance(to other: LikeEnterprise) -> Resemblance? {
    if let organisation, organisation == other.organisation {
      return code == other.code
        ? Resemblance(100, Self.sameCode) : Resemblance(97, Self.sameOrganisation)
    }
    guard var found = named(other) else { return nil }
    if address.utf8.count > 12, address == other.address {
      found = found.adding(6, Self.sameAddress)
    }
    if let code, let otherCode = other.code, CreditCode.fault(code) == nil,
      CreditCode.fault(otherCode) == nil
    {
      found = found.adding(-25, Self.otherCode)
    }
    return found
  }

  private func named(_ other: LikeEnterprise) -> Resemblance? {
    if name.whole.written == other.name.whole.written { return Resemblance(100, Resemblance.same) }
    if name.whole.scalars == other.name.whole.scalars {
      return Resemblance(98, Resemblance.traditional)
    }
    let isFormer =
      other.former.contains { $0.whole.scalars == name.whole.scalars }
      || former.contains { $0.whole.scalars == other.name.whole.scalars }
    if isFormer { return Resemblance(96, Self.formerName) }
    let isSamePlace =
      name.place.isEmpty || other.name.place.isEmpty
      || name.place.starts(with: other.name.place) || other.name.place.starts(with: name.place)
      || name.place.suffix(2) == other.name.place.suffix(2)
    guard name.core.scalars != other.name.core.scalars else {
      if !isSamePlace { return Resemblance(84, Self.otherPlace) }
      return name.form == other.name.form && name.place != other.name.place
        ? Resemblance(92, Self.placeLeftOut) : Resemblance(94, Self.otherForm)
    }
    guard let found = Resemblance.of(name.core, other.name.core) else { return nil }
    let lowered = Resemblance(found.score - 4, found.reasons)
    return isSamePlace ? lowered : lowered.adding(-10, Self.otherPlace)
  }
}

/// A mark or a brand as it is compared with others.
struct LikeMark: LikenessSubject {
  let record: Record?
  let spelling: Spelling
  let classes: Set<Int>
  let owner: RecordID?

  init(_ record: Record) {
    self.record = record
    let isMark = record.schema === Trademark.schema
    spelling = Spelling((isMark ? record[Trademark.mark] : record[Brand.name]) ?? "")
    classes = isMark ? Set(record[Trademark.classes] ?? []) : []
    owner = isMark ? record[Trademark.owner] : record[Brand.owner]
  }

  init(named text: String, classes: Set<Int> = []) {
    record = nil
    spelling = Spelling(text)
    self.classes = classes
    owner = nil
  }

  var keys: Set<String> {
    var keys = spelling.keys
    // A short mark within a longer one: the short one is looked for as a whole, the long one offers its parts.
    let scalars = spelling.scalars
    keys.insert("+" + spelling.text)
    guard spelling.hanCount > 0, (3...12).contains(scalars.count) else { return keys }
    for start in 0..<(scalars.count - 1) {
      for end in (start + 2)...scalars.count {
        keys.insert("+" + String(String.UnicodeScalarView(scalars[start..<end])))
      }
    }
    return keys
  }

  func resemblance(to other: LikeMark) -> Resemblance? {
    guard let found = Resemblance.of(spelling, other.spelling) else { return nil }
    guard !classes.isEmpty, !other.classes.isEmpty else { return found }
    let shared = classes.intersection(other.classes).sorted().map(String.init)
    guard !shared.isEmpty else { return found.adding(-20, Self.noSharedClass) }
    return found.adding(0, Self.sharedClasses(shared.joined(separator: ", ")))
  }
}
