import Ledger
import Portfolio

/// The titles held on a day, found on columns: the rows of the recognitions that tell them.
struct TitleScan {
  let columns: Columns
  /// The rows of the titles that are held, each title once.
  let held: [Int]
  /// The rows of those of which it is not known.
  let uncertain: [Int]

  init(on day: Day, in snapshot: Snapshot) throws {
    let fields = [
      Recognition.scheme.definition, Recognition.awarded.definition,
      Recognition.validUntil.definition, Recognition.revokedOn.definition,
      Recognition.brand.definition, Recognition.holder.definition, Recognition.product.definition,
    ]
    columns = try snapshot.columns(Recognition.schema, fields)
    let numbers = fields.map(columns.numbers)
    let schemes = try snapshot.table(Scheme.self)
    let terms = numbers[0].values(as: RecordID.self).map { id in
      schemes[id].map { Tenure.Terms($0) }
    }
    let awarded = numbers[1].values(as: PartialDate.self)
    let validUntil = numbers[2].values(as: PartialDate.self)
    let revokedOn = numbers[3].values(as: PartialDate.self)
    let keys = Keys(numbers)
    var certain = TitleList(keys, awarded.map { $0?.last.ordinal ?? .min })
    var possible = certain
    // Most recognitions have neither date of their own: what holds for one holds for all like it.
    var known: [Int: Bool?] = [:]
    for row in columns.rows {
      let scheme = numbers[0][row]
      guard scheme > 0 else { continue }
      let (won, valid, revoked) = (numbers[1][row], numbers[2][row], numbers[3][row])
      let kind = scheme * awarded.count + won
      let holds: Bool?
      if valid == 0, revoked == 0, let found = known[kind] {
        holds = found
      } else {
        let tenure = Tenure(
          awarded: awarded[won],
          validUntil: validUntil[valid],
          revokedOn: revokedOn[revoked],
          terms[scheme]
        )
        holds = tenure.holds(on: day)
        if valid == 0, revoked == 0 { known[kind] = .some(holds) }
      }
      switch holds {
      case true?: certain.add(row, won)
      case nil: possible.add(row, won)
      case false?: break
      }
    }
    held = certain.rows
    uncertain = possible.rows.filter { !certain.contains($0) }
  }
}

/// What makes recognitions the same title, as numbers: see ``TitleKey``.
private struct Keys {
  private let scheme: Numbers
  private let brand: Numbers
  private let holder: Numbers
  private let product: Numbers
  // Products that differ in spelling only have the same number; 0 is none.
  private let products: [Int]

  init(_ numbers: [Numbers]) {
    scheme = numbers[0]
    brand = numbers[4]
    holder = numbers[5]
    product = numbers[6]
    var spellings: [String: Int] = [:]
    products = product.values(as: String.self).map { text in
      guard let key = text.map(Folding.key), !key.isEmpty else { return 0 }
      if let number = spellings[key] { return number }
      spellings[key] = spellings.count + 1
      return spellings.count
    }
  }

  /// The scheme, and the brand or, where none is named, the holder; `nil` where a recognition is nobody's.
  func key(_ row: Int) -> Int? {
    let brand = brand[row]
    if brand > 0 { return scheme[row] << 32 | brand << 1 }
    let holder = holder[row]
    return holder > 0 ? scheme[row] << 32 | holder << 1 | 1 : nil
  }

  func isSame(_ row: Int, _ other: Int) -> Bool {
    let (one, two) = (products[product[row]], products[product[other]])
    return one == 0 || two == 0 || one == two
  }
}

/// Titles in the order in which they first appear; a renewal takes the place of what it renews.
private struct TitleList {
  private(set) var rows: [Int] = []
  private let keys: Keys
  private let lastDays: [Int]
  private var days: [Int] = []
  private var first: [Int: Int] = [:]
  // Another title with the same key, of another product.
  private var next: [Int] = []

  init(_ keys: Keys, _ lastDays: [Int]) {
    self.keys = keys
    self.lastDays = lastDays
  }

  func contains(_ row: Int) -> Bool {
    keys.key(row).map { index(of: row, $0) != nil } ?? false
  }

  mutating func add(_ row: Int, _ awarded: Int) {
    let day = lastDays[awarded]
    let key = keys.key(row)
    if let key, let index = index(of: row, key) {
      if day >= days[index] {
        rows[index] = row
        days[index] = day
      }
      return
    }
    if let key {
      if var last = first[key] {
        while next[last] >= 0 { last = next[last] }
        next[last] = rows.count
      } else {
        first[key] = rows.count
      }
    }
    rows.append(row)
    days.append(day)
    next.append(-1)
  }

  private func index(of row: Int, _ key: Int) -> Int? {
    var index = first[key] ?? -1
    while index >= 0 {
      if keys.isSame(rows[index], row) { return index }
      index = next[index]
    }
    return nil
  }
}
