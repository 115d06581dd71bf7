import JSONLines

extension CaseGenerator {
  static let days = [
    "2025-01-01", "2025-03-10", "2025-03-10", "2025-03-11", "2025-06-02", "2025-12-31", "2025-03",
    "2025", "2024-12-31", "2024-07-15", "2026-01-01", "2024-12", "2025-02-28", "2026-03-10",
  ]
  static let enterprises = ["e1", "e2", "e3"]
  static let brands = ["b1", "b2", "b3"]
  static let schemes = ["s1", "s2", "s3", "s4", "s5"]
  static let levels = ["national", "provincial", "municipal"]

  mutating func ledger() -> [JSONValue] {
    var lines: [JSONValue] = []
    for id in Self.enterprises {
      lines.append(
        Self.line([
          "kind": "enterprise", "id": .string(id), "name": .string("企业" + id),
          "town": maybe(60, ["lusi", "huilong"]), "area": maybe(40, ["320681", "启东市", "320684"]),
          "type": maybe(
            85,
            ["company", "company", "cooperative", "government", "person", "association"]
          ),
          "status": maybe(85, ["operating", "operating", "operating", "revoked"]),
          "taxArea": maybe(20, ["320681", "启东市", "320684"]),
          "sector": maybe(70, Self.sectors), "size": maybe(80, Self.sizes),
          "aboveDesignatedSize": chance(70) ? .boolean(chance(60)) : nil,
          "registeredOn": maybe(80, Self.registrations),
          "foreignInvested": chance(70) ? .boolean(chance(50)) : nil,
          "group": maybe(20, Self.enterprises),
        ])
      )
      for year in 2023...2025 where chance(50) { lines.append(figures(id, year)) }
    }
    for id in Self.brands {
      lines.append(
        Self.line([
          "kind": "brand", "id": .string(id), "name": .string("品牌" + id),
          "owner": .string(pick(Self.enterprises)),
          "trademarks": chance(40) ? .texts([pick(["WO/0", "US/1", "CN/2", "WO/1"])]) : nil,
          "products": chance(60) ? .texts((0...below(3)).map { "产品\($0)" }) : nil,
        ])
      )
    }
    for (index, id) in Self.schemes.enumerated() {
      lines.append(
        Self.line([
          "kind": "scheme", "id": .string(id), "name": .string("荣誉" + id),
          "level": index == 4 ? maybe(50, ["county"]) : .string(Self.levels[index % 3]),
          "family": maybe(80, ["product", "trademark"]),
        ])
      )
    }
    for index in 0..<below(6) { lines.append(title(index)) }
    for index in 0..<below(5) { lines.append(mark(index)) }
    for index in 0..<below(3) { lines.append(incident(index)) }
    if chance(20) { lines += otherFacts() }
    if chance(35) { for index in 0...below(4) { lines.append(expense(index, lines)) } }
    if chance(60) {
      let facts = lines.filter { ["recognition", "trademark"].contains($0.text("kind")) }
      for index in 0..<below(4) { lines.append(application(index, facts)) }
    }
    return lines
  }

  private mutating func application(_ index: Int, _ facts: [JSONValue]) -> JSONValue {
    let ids = facts.compactMap { $0.text("id") }
    return Self.line([
      "kind": "application", "id": .string("app\(index)"),
      "enterprise": .string(pick(["e1", "e1", "e2"])), "policy": maybe(100, ["p", "p", "old"]),
      "appliedOn": maybe(90, Self.days),
      "clause": maybe(30, ["1", "1(1)", "2"]), "fact": ids.isEmpty ? nil : maybe(50, ids),
      "decidedFen": chance(70) ? .integer(pick([0, 100, 250, 300, 700, 2000])) : nil,
      "reason": maybe(85, ["研究决定"]),
      "score": chance(60) ? .integer(pick([60, 82, 82, 90])) : nil,
      "pledges": chance(60)
        ? .texts([pick(["credit", "no-move:5", "no-move:10", "no-move"])]) : nil,
      "stages": chance(60) ? .texts(pick([["受理"], ["授权"], ["受理", "授权"], ["别的"]])) : nil,
      "recommendedBy": chance(60) ? .texts([pick(Self.offices)]) : nil,
      "investedFen": chance(70) ? .integer(pick([0, 900, 1000])) : nil,
      "selfFundedFen": chance(70) ? .integer(pick([299, 300, 500, 900])) : nil,
    ])
  }

  private mutating func title(_ index: Int) -> JSONValue {
    Self.line([
      "kind": "recognition", "id": .string("r\(index)"), "scheme": .string(pick(Self.schemes)),
      "awarded": maybe(93, Self.days), "holder": maybe(95, ["e1", "e1", "e2"]),
      "brand": maybe(85, ["b1", "b1", "b2"]),
      "event": maybe(85, ["first", "renewal", "upgrade"]),
      "route": maybe(80, ["administrative", "judicial"]), "revokedOn": maybe(8, Self.days),
      "coHolders": chance(25) ? .texts(["e3"]) : nil,
      "rank": chance(30) ? .integer(Int64(1 + below(3))) : nil,
    ])
  }

  private mutating func mark(_ index: Int) -> JSONValue {
    let route = pick(["domestic", "madrid", "madrid", "foreign", "foreign"])
    let office = route == "domestic" ? "CN" : route == "madrid" ? "WO" : pick(["US", "EM", "JP"])
    let countries = (0...below(3)).map { _ in pick(["US", "JP", "EM", "DE"]) }
    return Self.line([
      "kind": "trademark", "id": .string("\(office)/\(index)"), "office": .string(office),
      "number": .string("\(index)"), "registeredOn": maybe(90, Self.days),
      "route": .string(route), "owner": .string(pick(["e1", "e1", "e2"])),
      "mark": .string(pick(["甲", "甲", "乙"])),
      "status": maybe(70, ["registered", "registered", "pending", "published"]),
      "markKind": maybe(70, ["ordinary", "collective"]),
      "classes": chance(60) ? .array([.integer(Int64(28 + below(3)))]) : nil,
      "designations": route == "madrid" && chance(90) ? .texts(countries) : nil,
      "endedOn": maybe(5, Self.days),
    ])
  }

  private mutating func expense(_ index: Int, _ facts: [JSONValue]) -> JSONValue {
    let marks = facts.filter { $0.text("kind") == "trademark" }.compactMap { $0.text("id") }
    return Self.line([
      "kind": "expense", "id": .string("x\(index)"),
      "enterprise": .string(pick(["e1", "e1", "e2"])),
      "paidOn": maybe(100, Self.days), "category": maybe(100, ["filing", "agency"]),
      "amountFen": .integer(pick([0, 1, 100, 250, 700, 1001, 1500, 4000])),
      "trademark": marks.isEmpty ? nil : maybe(60, marks),
      "official": chance(80) ? .boolean(chance(70)) : nil,
    ])
  }

  private mutating func incident(_ index: Int) -> JSONValue {
    Self.line([
      "kind": "incident", "id": .string("i\(index)"), "enterprise": .string(pick(["e1", "e2"])),
      "date": maybe(
        100,
        Self.days + ["2023-03-10", "2023-03-11", "2023-03-09", "2023", "2024-02-29", "2024-06"]
      ),
      "category": maybe(100, ["safety", "tax", "quality", "fraud", "dishonesty"]),
      "severity": maybe(80, ["minor", "serious", "grave"]), "resolvedOn": maybe(25, Self.days),
      "bannedUntil": maybe(30, Self.days + ["2025-12-30", "2024-12-30", "2025-12"]),
    ])
  }

  private mutating func otherFacts() -> [JSONValue] {
    [
      Self.line([
        "kind": "patent", "id": "f1", "type": .string(pick(["invention", "design"])),
        "owners": .texts([pick(Self.enterprises), "e3"]), "grantedOn": maybe(85, Self.days),
        "status": maybe(50, ["granted", "filed"]), "number": "1", "family": maybe(60, ["F"]),
        "inventors": chance(60) ? .texts(["甲", "乙"]) : nil,
      ]),
      Self.line([
        "kind": "patent", "id": "f6", "type": .string(pick(["invention", "design"])),
        "owners": .texts([pick(Self.enterprises)]), "grantedOn": maybe(85, Self.days),
        "status": "granted", "number": "2", "family": maybe(60, ["F", "G"]),
      ]),
      Self.line([
        "kind": "membership", "id": "f2", "mark": "CN/9", "member": .string(pick(["e1", "e2"])),
        "state": maybe(80, ["admitted", "applied", "suspended", "withdrawn"]),
        "admittedOn": maybe(85, Self.days),
      ]),
      Self.line([
        "kind": "membership-event", "id": "v1", "membership": .string(pick(["f2", "f9"])),
        "action": .string(pick(["withdrawn", "withdrawn", "suspended"])),
        "date": maybe(80, Self.days),
      ]),
      Self.line([
        "kind": "membership-event", "id": "v2", "membership": .string(pick(["f2", "f9", "f9"])),
        "action": "withdrawn", "date": maybe(80, Self.days),
      ]),
      Self.line([
        "kind": "case", "id": "f3", "stage": .string(pick(["closed", "accepted"])),
        "receivedOn": "2024-03-01", "rightHolder": maybe(90, ["e1", "e2"]),
        "right": maybe(80, ["trademark", "patent"]), "closedOn": maybe(85, Self.days),
        "outcome": maybe(80, ["won", "lost"]),
        "recoveredFen": chance(60) ? .integer(pick([200, 300, 5000])) : nil,
      ]),
      Self.line([
        "kind": "expense", "id": "f4", "enterprise": .string(pick(["e1", "e2"])),
        "paidOn": maybe(90, Self.days), "category": maybe(80, ["filing", "agency"]),
        "amountFen": .integer(Int64(100 * below(9))),
      ]),
      Self.line([
        "kind": "loan", "id": "f5", "enterprise": .string(pick(["e1", "e2"])),
        "contractOn": .string(pick(Self.days)), "principalFen": 500,
        "interestFen": chance(70) ? .integer(pick([5, 20, 50, 101, 300])) : nil,
        "repaidOn": maybe(60, ["2025-09-30", "2026-03-10", "2025"]),
      ]),
    ]
  }

  /// An award of a department's share in the round.
  private mutating func sharing(_ clause: JSONValue, _ index: Int) -> JSONValue {
    let policy = clause.text("policy") ?? ""
    let claim = "\(clause.text("id") ?? "")#2025" + pick(["", "", "-2"])
    return Self.line([
      "kind": "award", "id": .string("a\(index)"), "policy": .string(policy), "year": 2025,
      "recipient": "e3", "amountFen": .integer(pick([0, 10, 33, 100, 300])),
      "state": .string(pick(["sealed", "paid", "void", "recovered"])),
      "clause": .string(clause.text("id") ?? ""), "claim": .string(claim),
      "facts": .texts([policy]), "sealedOn": "2024-12-01",
    ])
  }

  mutating func awards(_ clauses: [JSONValue], _ facts: [JSONValue]) -> [JSONValue] {
    let rewarded = facts.filter {
      ["recognition", "trademark", "expense", "application", "patent", "loan", "case"]
        .contains($0.text("kind"))
    }
    return (0..<below(4)).map { index in
      let policy = pick(["p", "p", "p", "old", "other"])
      if let share = clauses.first(where: { $0.text("operation") == "percentOfTotal" }), chance(40)
      {
        return sharing(share, index)
      }
      let number = chance(80) ? pick(clauses).text("number") ?? "" : "x"
      let fact = rewarded.isEmpty || chance(40) ? "gone\(index)" : pick(rewarded).text("id") ?? ""
      let other = rewarded.isEmpty || chance(85) ? nil : pick(rewarded).text("id")
      return Self.line([
        "kind": "award", "id": .string("a\(index)"), "policy": .string(policy),
        "year": .integer(pick([2023, 2024, 2024, 2025, 2025, 2026])),
        "recipient": .string(pick(["e1", "e1", "e2"])),
        "amountFen": .integer(pick([0, 100, 200, 300, 1000])),
        "state": .string(pick(["sealed", "paid", "paid", "void", "recovered"])),
        "clause": .string("\(policy)/\(number)"), "claim": .string("\(policy)/\(number)#\(fact)"),
        "facts": .texts([fact] + (other.map { [$0] } ?? [])),
        "object": maybe(75, ["b1", "b1", "b2"]),
        "level": maybe(80, Self.levels + ["county"]),
        "payer": maybe(20, ["江苏省", "provincial", "national"]),
        "sealedOn": maybe(97, ["2024-12-01", "2024-12-01", "2024-12-01"] + Self.days),
      ])
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  init(stringLiteral value: String) { self = .string(value) }

  init(integerLiteral value: Int64) { self = .integer(value) }
}
