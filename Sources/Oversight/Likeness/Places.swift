import Ledger
import Portfolio

/// The names of places with which enterprises' names begin, so that they can be left out in comparing.
///
/// The provinces are known; cities, counties and towns are learnt from the ledger: who calls a firm 启东市… shows that 启东 is a
/// place.
struct Places: Sendable {
  private let names: Set<[Unicode.Scalar]>

  /// Learns from the enterprises and towns of a ledger.
  init(_ snapshot: Snapshot) throws {
    let towns = try snapshot.table(Town.self).records.compactMap { $0[Town.name] }
    let texts = try snapshot.table(Enterprise.self).records.compactMap { $0[Enterprise.name] }
    self.init(learningFrom: texts, towns: towns)
  }

  /// Learns from the names of enterprises and towns.
  init(learningFrom enterprises: [String], towns: [String]) {
    var names = Set(Self.provinces.split(separator: " ").map { Array($0.unicodeScalars) })
    for name in towns {
      let scalars = Spelling(name).scalars
      names.insert(scalars)
      if scalars.count > 2, Self.ends.contains(scalars[scalars.count - 1]) {
        names.insert(Array(scalars.dropLast()))
      }
    }
    for name in enterprises {
      let scalars = Spelling(name).scalars
      let start = Self.length(ofPlaceIn: scalars[...], names)
      for from in start == 0 ? [0] : [0, start] {
        let rest = scalars[from...].prefix(5)
        guard let end = rest.firstIndex(where: Self.learntEnds.contains), end - from >= 2 else {
          continue
        }
        names.insert(Array(scalars[from..<end]))
        names.insert(Array(scalars[from...end]))
      }
    }
    self.names = names
  }

  /// Takes places from the front of a name, as long as something is left to call the enterprise by.
  func removed(from name: [Unicode.Scalar]) -> (rest: [Unicode.Scalar], places: [Unicode.Scalar]) {
    var rest = name[...]
    while true {
      let place = Self.length(ofPlaceIn: rest, names)
      guard place > 0 else { break }
      rest = rest.dropFirst(place)
      // 启东 was known, 启东市 not yet.
      if let first = rest.first, Self.ends.contains(first), rest.count > 2 {
        rest = rest.dropFirst()
      }
    }
    return (Array(rest), Array(name[..<rest.startIndex]))
  }

  /// Says whether a text is the name of a place.
  func isPlace(_ text: [Unicode.Scalar]) -> Bool { names.contains(text) }

  /// How many characters of the longest place stand in front, with at least two behind it.
  private static func length(
    ofPlaceIn name: ArraySlice<Unicode.Scalar>,
    _ names: Set<[Unicode.Scalar]>
  ) -> Int {
    (2...6).reversed().first { name.count >= $0 + 2 && names.contains(Array(name.prefix($0))) } ?? 0
  }

  private static let learntEnds: Set<Unicode.Scalar> = ["市", "县", "区"]
  private static let ends: Set<Unicode.Scalar> = ["省", "市", "县", "区", "镇", "乡"]

  /// The provinces of GB/T 2260, short.
  private static let provinces = """
    北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 \
    云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门 中国
    """
}
