import Bilingual

/// One mark as a register's file tells it.
struct RegisterRecord {
  private(set) var cells: [RegisterColumn: Cell] = [:]
  /// What was read otherwise than it stands.
  private(set) var remarks: [ExchangeError] = []

  private let origin: String
  /// Where the record begins.
  let position: Position

  init(_ node: XMLNode, _ origin: String) {
    self.origin = origin
    position = node.position
  }

  /// Fills a column with a text, and where it stands.
  mutating func fill(_ column: RegisterColumn, _ text: String?, at node: XMLNode? = nil) {
    guard let text, !text.isEmpty else { return }
    cells[column] = Cell(text: text, position: node?.position ?? position)
  }

  /// Fills a column with the text of an element.
  mutating func fill(_ column: RegisterColumn, _ node: XMLNode?) {
    fill(column, node?.text, at: node)
  }

  /// Fills a column with the date of an element.
  mutating func fill(date column: RegisterColumn, _ node: XMLNode?) {
    fill(column, node?.text.flatMap(Self.date), at: node)
  }

  /// The text of a column.
  subscript(column: RegisterColumn) -> String? { cells[column]?.text }

  mutating func remark(_ node: XMLNode?, _ message: Phrase) {
    let place = Place(origin: origin, position: node?.position ?? position)
    remarks.append(ExchangeError(.oddRecord, at: place, message))
  }

  /// Reads a date: `20170123`, `2000-05-09-04:00`, `2010-02-15Z`, `2010-02-15T10:00:00+08:00`, and `19960100` where the day is
  /// not known; `nil` for zeros alone.
  static func date(_ text: String) -> String? {
    let isPlain = text.utf8.count == 8 && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
    var day = isPlain ? "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))" : text
    if !isPlain, text.utf8.count > 10, Self.zone(text.dropFirst(10)) {
      day = String(text.prefix(10))
    }
    guard !day.allSatisfy({ $0 == "0" || $0 == "-" }) else { return nil }
    while day.hasSuffix("-00") { day.removeLast(3) }
    return day
  }

  /// Whether a text is what may stand behind a calendar day: a time, a zone or both.
  private static func zone(_ text: Substring) -> Bool {
    text.first.map { "TZ+-".contains($0) } ?? true
      && text.dropFirst().allSatisfy { "0123456789:.+-Z".contains($0) }
  }

  // MARK: - What the forms have in common

  /// Fills the number: that of the registration, before it that of the application.
  mutating func fillNumbers(registration: XMLNode?, application: XMLNode?) {
    fill(.applicationNumber, application)
    let isGranted = registration?.text.map { $0.contains { $0 != "0" } } ?? false
    fill(
      .number,
      isGranted ? registration?.text : application?.text,
      at: registration ?? application
    )
  }

  /// Fills the mark; a device without words is called 图形, as the Chinese register does.
  mutating func fillMark(_ node: XMLNode?) {
    fill(.mark, node?.text ?? "图形", at: node)
  }

  /// Fills the classes of the Nice Classification; others are told.
  mutating func fillClasses(_ nodes: [XMLNode]) {
    var classes: [Int] = []
    for node in nodes {
      guard let text = node.text else { continue }
      guard let number = Int(text), (1...45).contains(number) else {
        remark(
          node,
          Phrase(
            en: "the class '\(text)' is not one of the Nice Classification and was left out",
            zh: "类别“\(text)”不属于尼斯分类，已略去"
          )
        )
        continue
      }
      if !classes.contains(number) { classes.append(number) }
    }
    fill(.classes, classes.map(String.init).joined(separator: "、"), at: nodes.first)
  }

  /// Fills the state by its code, and the day of the end where it is one.
  mutating func fillStatus(_ code: XMLNode?, since date: XMLNode?, ended: XMLNode?) {
    var status = code?.text.flatMap { RegisterStatus.find($0, office: self[.office] ?? "") }
    if status == nil {
      let isRegistered = self[.registeredOn] != nil
      status = isRegistered ? .registered : .pending
      let name = code?.text ?? ""
      remark(
        code,
        Phrase(
          en: "the state '\(name)' is not known; by its dates the mark is "
            + (isRegistered ? "registered" : "pending"),
          zh: "状态代码“\(name)”未知；按日期视为\(isRegistered ? "已注册" : "申请中")"
        )
      )
    }
    fill(.status, status?.rawValue, at: code)
    if status?.isEnd == true { fill(date: .endedOn, ended ?? date) }
  }

  /// Fills the owner: the last in the register's order; where several are last, the first of them.
  mutating func fillOwner(_ parties: [RegisterParty]) {
    let order = parties.map(\.order).max()
    let last = parties.filter { $0.order == order && $0.name?.text != nil }
    guard let owner = last.first else { return }
    fill(.owner, owner.name)
    fill(.ownerType, owner.type, at: owner.name)
    fill(.ownerArea, owner.country, at: owner.name)
    let others = Set(last.compactMap { $0.name?.text }).subtracting([owner.name?.text ?? ""])
    guard !others.isEmpty else { return }
    let names = others.sorted()
    remark(
      owner.name,
      Phrase(
        en: "other owners beside the first are left out: \(names.joined(separator: "; "))",
        zh: "除第一权利人外的其他权利人已略去：\(names.joined(separator: "；"))"
      )
    )
  }
}

/// A party to a mark.
struct RegisterParty {
  /// Its place in the order in which owners followed each other.
  let order: Int
  let name: XMLNode?
  /// The kind of enterprise, where the register tells it.
  let type: String?
  /// The country, by the two letters of WIPO ST.3.
  let country: String?
}
