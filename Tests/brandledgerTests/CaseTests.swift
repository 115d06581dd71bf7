import Testing

/// `case …`: along the stages that exist, each move with who and when.
struct CaseTests {
  /// The commands and the stages from which each is possible.
  private static let allowed: [String: Set<String>] = [
    "supplement": ["received"],
    "complete": ["supplement"],
    "accept": ["received"],
    "refuse": ["received", "supplement"],
    "complain": ["refused"],
    "uphold": ["complained"],
    "reverse": ["complained"],
    "advance": ["accepted", "investigating"],
    "close": ["accepted", "investigating", "proceeding"],
    "log": [
      "received", "supplement", "accepted", "investigating", "proceeding", "refused", "complained",
      "closed",
    ],
  ]
  /// The commands that lead to each stage.
  private static let ways: [(stage: String, way: [String])] = [
    ("received", []), ("supplement", ["supplement"]), ("accepted", ["accept"]),
    ("investigating", ["accept", "advance"]), ("proceeding", ["accept", "advance", "advance"]),
    ("refused", ["refuse"]), ("complained", ["refuse", "complain"]),
    ("closed", ["accept", "close"]),
  ]

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.expect("add", "enterprise", "name=启东市示例甲有限公司", "town=吕四港镇")
    return desk
  }

  private func open(_ desk: Desk, _ facts: String = "仿冒", on day: String = "2025-09-26") throws
    -> String
  {
    try desk.expect(
      "case",
      "open",
      "权利人=启东市示例甲有限公司",
      "权利类型=商标",
      "渠道=电商平台",
      "案情=\(facts)",
      "--on",
      day
    )
  }

  private func move(_ desk: Desk, _ command: String, _ id: String, _ more: [String] = []) throws
    -> Outcome
  {
    let options =
      switch command {
      case "close": ["--outcome", "won"]
      case "refuse": ["--text", "非本市权利人"]
      default: [] as [String]
      }
    return try desk.run(["case", command, id, "--on", "2025-10-09"] + options + more)
  }

  @Test func `amounts beyond what can be counted are told, not added up wrongly`() throws {
    let desk = try desk()
    for facts in ["仿冒包装", "仿冒商标"] {
      let id = try open(desk, facts)
      _ = try move(desk, "accept", id)
      let closed = try move(desk, "close", id, ["--recovered", "90000000000000000"])
      #expect(closed.code == 0)
    }
    let outcome = try desk.run("case", "stats", "--year", "2025")
    #expect(outcome.code == 3)
    #expect(outcome.names == ["amount-overflow"])
  }

  @Test(arguments: Self.ways.map(\.stage))
  func `from each stage only the moves that exist are possible`(_ stage: String) throws {
    let desk = try desk()
    let id = try open(desk)
    for step in try #require(Self.ways.first { $0.stage == stage }).way {
      #expect(try move(desk, step, id).code == 0)
    }
    #expect(try desk.records("case").first?["stage"] as? String == stage)
    for command in Self.allowed.keys.sorted() {
      let outcome = try move(desk, command, id, ["--dry-run"])
      if Self.allowed[command]?.contains(stage) == true {
        #expect(outcome.code == 0, "\(command) at \(stage): \(outcome.errors)")
        #expect(outcome.output.contains("case-events.jsonl: "))
      } else {
        #expect(outcome.code == 3, "\(command) at \(stage)")
        #expect(outcome.names == ["case-move"])
        #expect(outcome.errors.contains("possible now: "))
      }
    }
    #expect(try desk.run("check", "case-moves", "case-stage-dates", "case-deadline").code == 0)
  }

  @Test func `another right, channel or town is another case of the same day`() throws {
    let desk = try desk()
    func open(_ values: String...) throws -> Int {
      let words = ["case", "open", "权利人=启东市示例甲有限公司"] + values
      return Int(try desk.run(words + ["--on", "2025-09-26"]).code)
    }
    #expect(try open("right=trademark", "channel=platform", "town=吕四港镇") == 0)
    #expect(try open("right=trademark", "channel=administrative", "town=吕四港镇") == 0)
    #expect(try open("right=trademark", "channel=platform", "town=汇龙镇") == 0)
    #expect(try open("right=patent", "channel=platform", "town=吕四港镇") == 0)
    #expect(try open("right=patent", "channel=platform", "town=吕四港镇") == 3)
    #expect(try desk.records("case").count == 4)
    // A list without the channel still means the one case of its right.
    try desk.write(
      "收件日期,权利人,权利类型,阶段,承办人\n2025-09-26,启东市示例甲有限公司,专利,已收件,李四\n",
      to: "cases.csv"
    )
    #expect(try desk.run("import", "case", "cases.csv").code == 0)
    #expect(try desk.records("case").count == 4)
    #expect(try desk.run("check", "duplicate-identity").code == 0)
  }

  @Test func `every move keeps who, when and from where to where`() throws {
    let desk = try desk()
    let id = try open(desk)
    _ = try move(desk, "accept", id, ["--aid", "取证协助", "--hardship", "yes", "--user", "李四"])
    let events = try desk.records("case-event")
    #expect(events.map { $0["action"] as? String } == ["open", "accept"])
    #expect(events.map { $0["by"] as? String } == ["tester", "李四"])
    #expect(events.map { $0["date"] as? String } == ["2025-09-26", "2025-10-09"])
    #expect(events.last?["from"] as? String == "received")
    #expect(events.last?["to"] as? String == "accepted")
    let record = try #require(try desk.records("case").first)
    #expect(record["aid"] as? [String] == ["evidence"])
    #expect(record["hardship"] as? String == "yes")
  }

  @Test func `costs add up to the fen, and the amount recovered is kept`() throws {
    let desk = try desk()
    let id = try open(desk)
    _ = try move(desk, "accept", id, ["--cost", "0.01"])
    _ = try move(desk, "log", id, ["--cost", "1,200.99", "--paper", "公证书", "--text", "取证"])
    _ = try move(desk, "close", id, ["--recovered", "3.5万"])
    let record = try #require(try desk.records("case").first)
    #expect(record["aidFen"] as? Int == 120_100)
    #expect(record["recoveredFen"] as? Int == 3_500_000)
    #expect(try move(desk, "log", id, ["--cost", "0.001"]).code == 2)
  }

  @Test(arguments: [
    ["close", "--outcome", "成功", "--recovered=-5"], ["log", "--text", "取证", "--cost=-100"],
  ])
  func `neither a cost nor what is recovered is less than nothing`(_ words: [String]) throws {
    let desk = try desk()
    let id = try open(desk)
    let outcome = try desk.run(
      ["case", words[0], id] + words.dropFirst() + ["--on", "2025-09-28"]
    )
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("less than nothing"))
    #expect(try desk.records("case-event").count == 1)
  }

  @Test func `dates do not run ahead of today nor back before the last move`() throws {
    let desk = try desk()
    let id = try open(desk)
    func accept(on day: String) throws -> [String] {
      try desk.run("case", "accept", id, "--on", day).names
    }
    #expect(try accept(on: "2025-09-25") == ["case-date-order"])
    #expect(try accept(on: "2026-02-01") == ["case-date-future"])
    #expect(try accept(on: "2026-01-31") == ["case-move-late", "case-criteria-unknown"])
  }

  @Test func `a refusal needs its reason`() throws {
    let desk = try desk()
    let id = try open(desk)
    #expect(try desk.run("case", "refuse", id).names == ["case-reason-missing"])
  }

  @Test func `no stage is changed past the case commands`() throws {
    let desk = try desk()
    let id = try open(desk)
    let set = try desk.run("set", "case", id, "stage=closed")
    #expect(set.code == 3)
    #expect(set.names == ["case-moved-by-hand"])
    #expect(try desk.run("set", "case", id, "summary=改写").code == 0)
    let added = try desk.run("add", "case", "rightHolder=启东市示例甲有限公司", "right=商标")
    #expect(added.code == 3)
    #expect(added.names == ["case-opened-by-hand"])
  }

  @Test(arguments: [("2025-10-23", 0), ("2025-10-24", 1), ("2025-10-25", 2)])
  func `the day of decision counts working days, with holidays and make-up days`(
    today: String,
    late: Int
  ) throws {
    let desk = try desk()
    // Fifteen working days from 2025-09-26 with the eight days off of October and two made up for.
    let id = try open(desk)
    #expect(try desk.records("case").first?["dueOn"] as? String == "2025-10-23")
    let rows = try desk.run("case", "list", "--overdue", "--today", today, "-O", "csv").lines
    #expect(rows.count == (late > 0 ? 2 : 1))
    if late > 0 {
      #expect(rows[1].hasPrefix(id))
      #expect(rows[1].split(whereSeparator: \.isNewline)[0].hasSuffix(",\(late)"))
    }
  }

  @Test func `steps, complaints and assessment work from the command line`() throws {
    let desk = try desk()
    let id = try open(desk)
    let assessed = try desk.expect("case", "assess", id)
    for part in ["area", "yes", "unknown", "application form", "启东市市场监督管理局"] {
      #expect(assessed.contains(part), "\(part)")
    }
    #expect(try move(desk, "accept", id, ["--criterion", "elsewhere=maybe"]).code == 2)
    #expect(try move(desk, "accept", id, ["--aid", "法律援助"]).names == ["case-hardship"])
    #expect(try move(desk, "accept", id, ["--aid", "法律援助", "--group", "低保"]).code == 0)
    let step = try desk.run("case", "step", id, "judgment-received", "--on", "2025-10-20")
    #expect(step.errors.contains("2025-11-04"))
    let due = try desk.run("due", "--today", "2025-10-22", "-O", "json").rows()
    #expect(due.map { $0["term"] as? String } == ["civil-appeal"])
    #expect(try desk.run("case", "step", id, "no-such-step").code == 2)
    #expect(try desk.run("check").errors.contains("0 errors"))
  }

  @Test func `legal aid is not set where it would not be granted`() throws {
    let desk = try desk()
    let id = try open(desk)
    #expect(try move(desk, "accept", id).code == 0)
    let refused = try desk.run("set", "case", id, "aid=legal-aid", "hardship=no")
    #expect(refused.names == ["case-hardship"])
    #expect(refused.code == 3)
    let granted = try desk.run("set", "case", id, "aid=legal-aid", "hardship=yes")
    #expect(granted.code == 0)
  }

  @Test func `a decision of an authority is kept without a course of its own`() throws {
    let desk = try desk()
    let values = [
      "origin=decision", "stage=closed", "rightHolder=启东市示例甲有限公司", "right=商标",
      "receivedOn=2025-07-24", "decidedOn=2025-09-12", "decisionNumber=示例市监处罚〔2025〕1号",
      "authority=示例市场监督管理局", "fine=5.61万", "basis=商标法第五十七条,商标法第六十条",
    ]
    #expect(try desk.run(["add", "case"] + values).code == 0)
    #expect(try desk.records("case").first?["fineFen"] as? Int == 5_610_000)
    // The same number is the same decision.
    _ = try desk.run(["add", "case"] + values)
    #expect(try desk.records("case").count == 1)
    #expect(try desk.run("check").errors.contains("0 errors"))
    let figures = try desk.run("case", "stats", "--year", "2025", "--list", "-O", "json").rows()
    #expect(figures.isEmpty)
  }

  @Test func `what tells about a person stays in the case`() throws {
    let desk = try desk()
    let secrets = ["示例对方", "91320681MA0PRIVATE", "示例申请人", "0513-00000001", "示例困难"]
    let id = try desk.expect(
      "case",
      "open",
      "权利人=启东市示例甲有限公司",
      "权利类型=商标",
      "案情=仿冒",
      "对方=示例对方",
      "opponentCode=91320681MA0PRIVATE",
      "申请人=示例申请人",
      "联系电话=0513-00000001",
      "hardshipReason=示例困难",
      "knownOn=2023-02-01",
      "--on",
      "2025-09-26"
    )
    try desk.expect("due", "--all", "--ics", "due.ics")
    let outputs = [
      try desk.read("due.ics"), try desk.expect("due", "--all"),
      try desk.run("due", "--all", "-O", "json").output, try desk.expect("explain", "date", id),
      try desk.expect("case", "list"), try desk.expect("case", "stats", "--year", "2025"),
      try desk.expect("case", "stats", "--year", "2025", "--list"),
      try desk.expect("case", "stats", "--year", "2025", "--quarters"),
    ]
    for output in outputs {
      for secret in secrets { #expect(!output.contains(secret), "\(secret): \(output)") }
    }
  }

  @Test func `the figures reconcile`() throws {
    let desk = try Desk(isEmpty: true)
    for year in ["2023", "2024", "2025"] {
      let rows = try desk.run(
        ["case", "stats", "--year", year, "-O", "json"],
        ledger: Desk.path("data/ledger")
      ).rows()
      func sum(_ row: [String: Any], _ keys: String...) -> Int {
        keys.reduce(0) { $0 + (row[$1] as? Int ?? 0) }
      }
      for row in rows {
        let left = sum(row, "openAtStart", "opened", "reopened") - sum(row, "refused", "closed")
        #expect(left == sum(row, "openAtEnd"), "\(year): \(row)")
      }
      let all = try #require(rows.first)
      for by in ["channel", "right", "outcome", "town", "assistance"] {
        let group = rows.filter { $0["by"] as? String == by }
        for key in all.keys where all[key] is Int {
          #expect(group.reduce(0) { $0 + sum($1, key) } == sum(all, key), "\(year) \(by) \(key)")
        }
      }
    }
  }
}
