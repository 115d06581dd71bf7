import Ledger
import Portfolio

/// The titles held on a day, found on columns: the rows of the recognitions that tell them.
struct TitleScan {
  /// The scheme, brand and product of recognitions and what else was asked for, right for the rows of titles.
  let columns: Columns
  /// The rows of the titles that are held, each title once.
  let held: [Int]
  /// The rows of those of which it is not known.
  let uncertain: [Int]

  /// Finds the titles.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - others: Further fields of the recognitions.
  ///   - snapshot: The ledger.
  /// - Throws: ``Diagnostics`` where its recognitions or schemes cannot be read.
  init(on day: Day, reading others: [FieldDefinition] = [], in snapshot: Snapshot) throws {
    let terms = try Terms(day, snapshot)
    let names = [
      Recognition.scheme.definition, Recognition.brand.definition, Recognition.product.definition,
    ]
    let some = try snapshot.columns(Recognition.schema, names + others, in: terms.rows)
    let numbers = Workers.map(names.count) { some.numbers(of: names[$0], in: terms.rows) }
    // Who holds it matters only where no brand is named.
    let isHolderNeeded = numbers[1].numbers.contains(0)
    let holder = Recognition.holder.definition
    columns =
      isHolderNeeded
      ? try snapshot.columns(Recognition.schema, names + others + [holder], in: terms.rows) : some
    let keys = Keys(
      scheme: numbers[0].numbers,
      brand: numbers[1].numbers,
      holder: isHolderNeeded ? columns.numbers(of: holder, in: terms.rows).numbers : [],
      products: numbers[2]
    )
    var certain = TitleList(keys, terms.lastDays)
    var possible = certain
    // Who names no product means that of another line, wherever that stands.
    for isNamed in [true, false] {
      for index in terms.rows.indices where keys.namesProduct(index) == isNamed {
        if terms.isCertain[index] { certain.add(index) } else { possible.add(index) }
      }
    }
    held = certain.inOrder.map { terms.rows[$0] }
    uncertain = possible.inOrder.filter { !certain.contains($0) }.map { terms.rows[$0] }
  }
}

/// The recognitions that hold on a day, or may.
private struct Terms {
  private(set) var rows: [Int] = []
  /// Whether each of them is known to hold.
  private(set) var isCertain: [Bool] = []
  /// The last day on which each may have been won.
  private(set) var lastDays: [Int] = []

  init(_ day: Day, _ snapshot: Snapshot) throws {
    let columns = try snapshot.columns(Recognition.schema, Self.fields)
    let schemes = try snapshot.table(Scheme.self)
    let parts = Workers.mapParts(of: columns.rows, ifMoreThan: 50_000) { rows in
      Terms(day, columns, schemes, rows)
    }
    for part in parts {
      rows += part.rows
      isCertain += part.isCertain
      lastDays += part.lastDays
    }
  }

  private static var fields: [FieldDefinition] {
    [
      Recognition.scheme.definition, Recognition.awarded.definition,
      Recognition.validUntil.definition, Recognition.revokedOn.definition,
    ]
  }

  private init(_ day: Day, _ columns: Columns, _ schemes: Table, _ all: ArraySlice<Int>) {
    let fields = Self.fields
    var groups = columns.groups(by: fields)
    let places = groups.places(of: all)
    // What holds for one recognition holds for all with the same scheme and dates.
    let scheme = columns.values(of: fields[0], in: groups.samples)
    let ids = scheme.all(as: RecordID.self)
    let terms = ids.map { id in schemes[id].map { Tenure.Terms($0) } }
    let dates = fields.dropFirst().map { columns.values(of: $0, in: groups.samples) }
    let days = dates.map { $0.all(as: StatedDate.self) }
    let found = groups.samples.indices.map { sample -> (holds: Bool?, lastDay: Int) in
      let place = Int(scheme.places[sample])
      guard ids[place] != nil else { return (false, 0) }
      let stated = dates.indices.map { days[$0][Int(dates[$0].places[sample])] }
      let won = stated[0]?.known
      let tenure = Tenure(
        awarded: won,
        validUntil: stated[1]?.known,
        revokedOn: stated[2]?.known,
        terms[place]
      )
      let holds = tenure.holds(on: day)
      let isKnown = stated.allSatisfy { $0.map { $0.known != nil } ?? true }
      return (isKnown || holds == false ? holds : nil, won?.last.ordinal ?? .min)
    }
    for (row, place) in zip(all, places) {
      let (holds, lastDay) = found[Int(place)]
      guard holds != false else { continue }
      rows.append(row)
      isCertain.append(holds == true)
      lastDays.append(lastDay)
    }
  }
}

/// What makes recognitions the same title, as numbers: see ``TitleKey``.
private struct Keys {
  /// Of each recognition the number of its scheme, and of its brand or, where none is named, its holder;
  /// `nil` where it is nobody's.
  private let keys: [Int?]
  /// How many of these there are.
  private(set) var count = 0
  // Products that differ in spelling only have the same number; 0 is none.
  private let product: [Int]

  init(scheme: [Int], brand: [Int], holder: [Int], products: Numbers) {
    var numbers = WordNumbers(expecting: scheme.count)
    keys = scheme.indices.map { index in
      let isBrand = brand[index] > 0
      let subject = isBrand ? brand[index] : holder[index]
      guard subject > 0 else { return nil }
      return numbers.number(
        UInt64(scheme[index]) << 32 | UInt64(subject) << 1 | (isBrand ? 0 : 1)
      )
    }
    count = numbers.count
    var spellings: [String: Int] = [:]
    let known = products.values(as: String.self).map { text in
      guard let key = text.map(Folding.key), !key.isEmpty else { return 0 }
      if let number = spellings[key] { return number }
      spellings[key] = spellings.count + 1
      return spellings.count
    }
    product = products.numbers.map { known[$0] }
  }

  /// The key of a recognition.
  func key(_ index: Int) -> Int? { keys[index] }

  func namesProduct(_ index: Int) -> Bool { product[index] != 0 }

  func isSame(_ index: Int, _ other: Int) -> Bool {
    product[index] == 0 || product[other] == 0 || product[index] == product[other]
  }
}

/// Titles, those of a named product before others; a renewal takes the place of what it renews.
private struct TitleList {
  // The recognition that tells each title, and the one by which it is known which title it is.
  private var indices: [Int] = []
  private var names: [Int] = []
  private let keys: Keys
  private let lastDays: [Int]
  // The first title of each key, and of each title another with the same key, of another product; -1 for none.
  private var first: [Int]
  private var next: [Int] = []

  init(_ keys: Keys, _ lastDays: [Int]) {
    self.keys = keys
    self.lastDays = lastDays
    first = Array(repeating: -1, count: keys.count)
  }

  /// The recognitions that tell the titles, in the order of those by which they are known.
  var inOrder: [Int] { names.indices.sorted { names[$0] < names[$1] }.map { indices[$0] } }

  func contains(_ index: Int) -> Bool {
    keys.key(index).map { title(of: index, $0) != nil } ?? false
  }

  mutating func add(_ index: Int) {
    guard let key = keys.key(index) else { return append(index) }
    if let title = title(of: index, key) {
      if lastDays[index] >= lastDays[indices[title]] { indices[title] = index }
      return
    }
    var last = first[key]
    if last < 0 {
      first[key] = indices.count
    } else {
      while next[last] >= 0 { last = next[last] }
      next[last] = indices.count
    }
    append(index)
  }

  private mutating func append(_ index: Int) {
    indices.append(index)
    names.append(index)
    next.append(-1)
  }

  private func title(of index: Int, _ key: Int) -> Int? {
    var title = first[key]
    while title >= 0 {
      if keys.isSame(names[title], index) { return title }
      title = next[title]
    }
    return nil
  }
}
