/// Finds what may be alike by what alike names share, without comparing all with all.
///
/// ## How it stays linear
/// Each name has a bounded number of keys. Under one key a name is compared with no more than ``crowd`` of those before it,
/// and names that are written the same more often than that are counted instead.
struct LikenessIndex<Subject: LikenessSubject> {
  private struct Entry: Comparable {
    let key: UInt64
    let index: Int
    /// Whether it is a part of the name that others are looked for in; `nil` where that makes no difference.
    let isPart: Bool?

    static func < (a: Entry, b: Entry) -> Bool { (a.key, a.index) < (b.key, b.index) }
  }

  private var entries: [Entry] = []
  /// The crowd to which each belongs; -1 for those that are not written the same very often.
  private var crowdOf: [Int]
  /// Those that are written the same more often than they are compared, in the order of the file.
  let crowds: [[Int]]

  /// So many of those before it, at most, something is compared with under one key.
  static var crowd: Int { 200 }

  init(_ subjects: [Subject], atLeast least: Int) {
    crowdOf = Array(repeating: -1, count: subjects.count)
    var written: [LikenessKey: [Int]] = [:]
    for (index, subject) in subjects.enumerated() {
      let keys = subject.keys(atLeast: least)
      for key in Set(keys.mutual) {
        entries.append(Entry(key: key.value, index: index, isPart: nil))
      }
      for key in Set(keys.wholes) {
        entries.append(Entry(key: key.value, index: index, isPart: false))
      }
      for key in Set(keys.parts) {
        entries.append(Entry(key: key.value, index: index, isPart: true))
      }
      if let text = subject.text { written[text, default: []].append(index) }
    }
    entries.sort()
    crowds = written.values.filter { $0.count > Self.crowd }.sorted { $0[0] < $1[0] }
    for (number, crowd) in crowds.enumerated() {
      for index in crowd { crowdOf[index] = number }
    }
  }

  /// Finds the pairs that share a key, each once, in the order of the file.
  ///
  /// - Parameter isWanted: Whether two of the list of subjects are to be compared at all, by their places.
  /// - Returns: The places of both in the list of subjects.
  func candidates(where isWanted: (Int, Int) -> Bool) -> [(first: Int, second: Int)] {
    var found: [UInt64] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      for place in (start + 1)..<max(start + 1, end) {
        let later = entries[place]
        for before in entries[max(start, place - Self.crowd)..<place]
        where before.index != later.index && before.isPart == later.isPart.map(!) {
          guard isWanted(before.index, later.index),
            crowdOf[before.index] < 0 || crowdOf[before.index] != crowdOf[later.index]
          else { continue }
          found.append(UInt64(before.index) << 32 | UInt64(later.index))
        }
      }
      start = end
    }
    found.sort()
    var pairs: [(first: Int, second: Int)] = []
    var last: UInt64?
    for pair in found where pair != last {
      pairs.append((Int(pair >> 32), Int(pair & 0xFFFF_FFFF)))
      last = pair
    }
    return pairs
  }
}
