import Ledger
import Portfolio

/// What belongs to the city, as its towns, its authorities and the schemes of its area tell.
struct CityBounds {
  /// Where a place lies.
  enum Standing {
    /// In the city.
    case inside
    /// In a province or a prefecture around it, of which the city may be meant; or nothing tells where it is.
    case around
    /// Somewhere else.
    case elsewhere
    /// Its words leave it open.
    case unclear
  }

  /// The divisions of GB/T 2260 in which most towns lie.
  private let divisions: Set<String>
  /// The full names of the city.
  private let city: Set<String>
  /// The names of the province and the prefecture around it, in full and in short, longest first.
  private let around: [String]
  /// The names of the towns, former ones among them.
  private let towns: [String]
  /// The names of what was entered as a town and is none of the city's.
  private let foreignTowns: [RecordID: String]

  init(_ snapshot: Snapshot) throws {
    let towns = try snapshot.table(Town.self).records
    let codes = towns.compactMap { $0[Town.code] }.map { String($0.prefix(6)) }
    let codeCounts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
    let divisions = Set(codeCounts.filter { $0.value == codeCounts.values.max() }.keys)
    self.divisions = divisions
    var city: Set<String> = []
    var around: Set<String> = []
    for scheme in try snapshot.table(Scheme.self).records {
      guard let code = scheme[Scheme.area].map(Self.division),
        let name = scheme[Scheme.authority].flatMap(Self.placeName)
      else { continue }
      if divisions.contains(code) {
        city.insert(name)
      } else if divisions.contains(where: { $0.hasPrefix(code) }) {
        around.insert(name)
      }
    }
    // Of the local authorities some may be the prefecture's: most are the city's own.
    var counts: [String: Int] = [:]
    for authority in try snapshot.table(Authority.self).records
    where authority[Authority.scope] == .local {
      if let name = authority[Authority.name].flatMap(Self.placeName), !around.contains(name) {
        counts[name, default: 0] += 1
      }
    }
    let most = counts.values.max()
    for (name, count) in counts where !city.contains(name) {
      if count == most { city.insert(name) } else { around.insert(name) }
    }
    self.city = city
    let foreign = towns.filter { Self.isForeign($0, divisions, city) }
    foreignTowns = Dictionary(uniqueKeysWithValues: foreign.map { ($0.id, $0[Town.name] ?? "") })
    self.towns = towns.flatMap { town in
      foreign.contains { $0.id == town.id }
        ? [] : (town[Town.formerNames] ?? []) + [town[Town.name]].compactMap(\.self)
    }.map(Folding.key)
    self.around = Set(around.flatMap { [$0, Self.short($0)].compactMap(\.self) })
      .sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// Says where a place lies, by its code or name.
  ///
  /// Nothing is inside or elsewhere without towns, schemes or authorities to tell by.
  ///
  /// - Parameter place: A code of GB/T 2260, a longer one that begins with it, or a name.
  /// - Returns: Where it lies.
  func standing(of place: String) -> Standing {
    let key = Folding.key(place)
    guard key.utf8.allSatisfy({ (48...57).contains($0) }) else {
      let signs = Set("-－—/·・,，、.()（）")
      return standing(ofName: String(key.filter { !signs.contains($0) }))
    }
    let code = Self.division(key)
    if divisions.contains(where: code.hasPrefix) { return .inside }
    return divisions.isEmpty || divisions.contains { $0.hasPrefix(code) } ? .around : .elsewhere
  }

  /// Whether a record is among the towns, and is none of the city's.
  func isForeign(_ town: RecordID) -> Bool { foreignTowns[town] != nil }

  /// Says where one is on record; whose place nobody recorded, or a place around the city, is taken for the city.
  ///
  /// Who is registered elsewhere is there, whatever town is still on record, as conditions of awards have it.
  ///
  /// - Parameters:
  ///   - town: The town; one that is none of the city's counts as a place.
  ///   - area: Where one is registered, as code or name.
  ///   - taxArea: Where one pays taxes, as code or name.
  /// - Returns: Where one is.
  func standing(town: RecordID?, area: String?, taxArea: String?) -> Standing {
    let foreign = town.flatMap { foreignTowns[$0] }
    guard isForeignOrNone(town) || area.map({ standing(of: $0) == .elsewhere }) == true else {
      return .inside
    }
    let places = [area, taxArea, foreign].compactMap(\.self).map { standing(of: $0) }
    if places.isEmpty || places.contains(where: { $0 == .inside || $0 == .around }) {
      return .inside
    }
    return places.contains(.unclear) ? .unclear : .elsewhere
  }

  /// Whether an enterprise has a town of the city, and is registered elsewhere.
  func contradictsItself(_ enterprise: Record) -> Bool {
    isContradiction(town: enterprise[Enterprise.town], area: enterprise[Enterprise.area])
  }

  /// Whether a town is one of the city, and a place of registration elsewhere.
  func isContradiction(town: RecordID?, area: String?) -> Bool {
    !isForeignOrNone(town) && area.map { standing(of: $0) == .elsewhere } == true
  }

  private func isForeignOrNone(_ town: RecordID?) -> Bool { town.map(isForeign) ?? true }

  private func standing(ofName place: String) -> Standing {
    guard !city.isEmpty else { return .around }
    var rest = Substring(place)
    var isAround = false
    for country in ["中华人民共和国", "中国"] where rest.hasPrefix(country) {
      rest = rest.dropFirst(country.count)
    }
    while true {
      if city.contains(where: { Self.isNamed($0, at: rest) }) { return .inside }
      if let name = city.compactMap(Self.short).first(where: { rest.hasPrefix($0) }) {
        return standing(behindCity: rest.dropFirst(name.count), isAround: isAround)
      }
      guard let name = around.first(where: { rest.hasPrefix($0) }) else { break }
      rest = rest.dropFirst(name.count)
      isAround = true
    }
    if isTown(rest) { return .inside }
    if rest.isEmpty { return .around }
    if let standing = standing(inside: rest) { return standing }
    return isAround && !Self.namesDivision(rest) ? .unclear : .elsewhere
  }

  /// Where a place lies that begins with the city's name in short: another place may begin so, too.
  private func standing(behindCity rest: Substring, isAround: Bool) -> Standing {
    if rest.isEmpty || isTown(rest) { return .inside }
    guard let first = rest.first else { return .inside }
    if first == "县" { return isAround ? .inside : .unclear }
    return Self.suffixes.contains(first) || "镇乡路街村".contains(first) ? .unclear : .inside
  }

  /// Where a place lies that has the city's full name in it; `nil` where it has not.
  private func standing(inside place: Substring) -> Standing? {
    var found: Standing?
    for start in place.indices.dropFirst()
    where city.contains(where: { Self.isNamed($0, at: place[start...]) }) {
      // Behind the name of a province or a prefecture the city is meant; within another name perhaps.
      if Self.suffixes.contains(place[place.index(before: start)]) { return .inside }
      found = .unclear
    }
    return found
  }

  private func isTown(_ place: Substring) -> Bool { towns.contains { place.hasPrefix($0) } }
}

extension CityBounds {
  /// What the names of provinces, prefectures and counties end in.
  private static let suffixes = Set("省市县区旗州盟")

  /// Whether a town lies in another division by its code, or is a city, county or district of its own by its name.
  private static func isForeign(_ town: Record, _ divisions: Set<String>, _ city: Set<String>)
    -> Bool
  {
    if let code = town[Town.code] { return !divisions.contains(String(code.prefix(6))) }
    guard let name = town[Town.name].map(Folding.key), !city.contains(name) else { return false }
    return switch name.last {
    case "市", "县": true
    case "区": town[Town.type] != .zone && namesDivision(name[...])
    default: false
    }
  }

  /// A code without the zeros of the levels below it.
  private static func division(_ code: String) -> String {
    var code = code
    while code.hasSuffix("00") { code.removeLast(2) }
    return code
  }

  /// The name of the place with which that of an authority begins.
  private static func placeName(_ authority: String) -> String? {
    let name = Folding.key(authority)
    guard
      let end = name.dropFirst(2).firstIndex(where: suffixes.contains) ?? name.firstIndex(of: "县"),
      end > name.startIndex
    else { return nil }
    return String(name[...end])
  }

  /// A name without its last sign; `nil` where nothing remains that tells one place from another.
  private static func short(_ name: String) -> String? {
    name.count > 2 ? String(name.dropLast()) : nil
  }

  /// Whether a place begins with a name, and not with a longer word such as 市场.
  private static func isNamed(_ name: String, at place: Substring) -> Bool {
    place.hasPrefix(name) && place.dropFirst(name.count).first != "场"
  }

  /// Whether a place names a division of its own; a zone such as 开发区 may lie in any.
  private static func namesDivision(_ place: Substring) -> Bool {
    var previous: Character = " "
    for sign in place {
      if "市县旗州盟镇乡".contains(sign) || sign == "道" && previous == "街" { return true }
      if sign == "区", !"发园业新税假范港济".contains(previous) { return true }
      previous = sign
    }
    return false
  }
}
