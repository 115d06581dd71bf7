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
    let brand = some.numbers(of: Recognition.brand.definition, in: terms.rows).numbers
    // Who holds it matters only where no brand is named.
    let holder = Recognition.holder.definition
    columns =
      brand.contains(0)
      ? try snapshot.columns(Recognition.schema, names + others + [holder], in: terms.rows) : some
    let keys = Keys(columns, brand, terms.rows)
    var certain = TitleList(keys, terms.lastDays)
    var possible = certain
    for index in terms.rows.indices {
      if terms.isCertain[index] { certain.add(index) } else { possible.add(index) }
    }
    held = certain.indices.map { terms.rows[$0] }
    uncertain = possible.indices.filter { !certain.contains($0) }.map { terms.rows[$0] }
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
    let fields = [
      Recognition.scheme.definition, Recognition.awarded.definition,
      Recognition.validUntil.definition, Recognition.revokedOn.definition,
    ]
    let columns = try snapshot.columns(Recognition.schema, fields)
    let schemes = try snapshot.table(Scheme.self)
    let all = columns.rows
    let groups = columns.groups(by: fields, in: all)
    // What holds for one recognition holds for all with the same scheme and dates.
    let scheme = columns.values(of: fields[0], in: groups.samples)
    let ids = scheme.all(as: RecordID.self)
    let terms = ids.map { id in schemes[id].map { Tenure.Terms($0) } }
    let dates = fields.dropFirst().map { columns.values(of: $0, in: groups.samples) }
    let days = dates.map { $0.all(as: PartialDate.self) }
    let found = groups.samples.indices.map { sample -> (holds: Bool?, lastDay: Int) in
      let place = Int(scheme.places[sample])
      guard ids[place] != nil else { return (false, 0) }
      let won = days[0][Int(dates[0].places[sample])]
      let tenure = Tenure(
        awarded: won,
        validUntil: days[1][Int(dates[1].places[sample])],
        revokedOn: days[2][Int(dates[2].places[sample])],
        terms[place]
      )
      return (tenure.holds(on: day), won?.last.ordinal ?? .min)
    }
    for (row, place) in zip(all, groups.places) {
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
  private let scheme: [Int]
  private let brand: [Int]
  // None where all have a brand.
  private let holder: [Int]
  // Products that differ in spelling only have the same number; 0 is none.
  private let product: [Int]

  init(_ columns: Columns, _ brand: [Int], _ rows: [Int]) {
    scheme = columns.numbers(of: Recognition.scheme.definition, in: rows).numbers
    self.brand = brand
    holder =
      brand.contains(0)
      ? columns.numbers(of: Recognition.holder.definition, in: rows).numbers : []
    let products = columns.numbers(of: Recognition.product.definition, in: rows)
    var spellings: [String: Int] = [:]
    let known = products.values(as: String.self).map { text in
      guard let key = text.map(Folding.key), !key.isEmpty else { return 0 }
      if let number = spellings[key] { return number }
      spellings[key] = spellings.count + 1
      return spellings.count
    }
    product = products.numbers.map { known[$0] }
  }

  var count: Int { scheme.count }

  /// The scheme, and the brand or, where none is named, the holder; `nil` where a recognition is nobody's.
  func key(_ index: Int) -> Int? {
    if brand[index] > 0 { return scheme[index] << 32 | brand[index] << 1 }
    return holder[index] > 0 ? scheme[index] << 32 | holder[index] << 1 | 1 : nil
  }

  func isSame(_ index: Int, _ other: Int) -> Bool {
    product[index] == 0 || product[other] == 0 || product[index] == product[other]
  }
}

/// Titles in the order in which they first appear; a renewal takes the place of what it renews.
private struct TitleList {
  /// The recognition that tells each title.
  private(set) var indices: [Int] = []
  private let keys: Keys
  private let lastDays: [Int]
  private var first: [Int: Int] = [:]
  // Another title with the same key, of another product.
  private var next: [Int] = []

  init(_ keys: Keys, _ lastDays: [Int]) {
    self.keys = keys
    self.lastDays = lastDays
    first.reserveCapacity(keys.count)
  }

  func contains(_ index: Int) -> Bool {
    keys.key(index).map { title(of: index, $0) != nil } ?? false
  }

  mutating func add(_ index: Int) {
    guard let key = keys.key(index) else { return append(index) }
    if let title = title(of: index, key) {
      if lastDays[index] >= lastDays[indices[title]] { indices[title] = index }
      return
    }
    if var last = first[key] {
      while next[last] >= 0 { last = next[last] }
      next[last] = indices.count
    } else {
      first[key] = indices.count
    }
    append(index)
  }

  private mutating func append(_ index: Int) {
    indices.append(index)
    next.append(-1)
  }

  private func title(of index: Int, _ key: Int) -> Int? {
    var title = first[key] ?? -1
    while title >= 0 {
      if keys.isSame(indices[title], index) { return title }
      title = next[title]
    }
    return nil
  }
}
