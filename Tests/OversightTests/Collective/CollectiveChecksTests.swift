import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct CollectiveChecksTests {
  private func found(_ drafts: [Draft], _ check: String) throws -> [String] {
    try Checks.run(Pilot.ledger(drafts), today: day("2026-01-31"), names: [check])
      .map(\.message.en)
  }

  @Test(
    arguments: [
      ("T/QD 1", true), ("t/qd1", true), ("T/QD 1 示例标准", true), ("示例标准（T/QD 1）", true),
      ("T/QD 10", false), ("T/QD 1-2025", false), ("AT/QD 1", false), ("示例标准", false),
    ]
  )
  func `a standard is named by its whole number`(assessed: String, isSame: Bool) throws {
    var member = Pilot.whole()
    member[Membership.standard] = assessed
    let values: KeyValuePairs = ["inForceFrom": "2023-01-01", "number": "T/QD 1", "title": "示例标准"]
    let drafts = [member, Pilot.rule("s1", .standard, values)]
    #expect(try found(drafts, "membership-old-standard").isEmpty == isSame)
    let untold = Pilot.rule("s1", .standard, ["inForceFrom": "2023-01-01", "title": "示例标准"])
    #expect(
      try found([member, untold], "membership-old-standard").isEmpty == assessed.contains("示例标准")
    )
  }

  @Test func `a member assessed by an older standard is found while the newer one is in force`()
    throws
  {
    func rules(_ from: String) -> [Draft] {
      [
        Pilot.whole(),
        Pilot.rule(
          "s1",
          .standard,
          ["inForceFrom": "2023-01-01", "number": "T/SLDG 001-2023", "title": "甲"]
        ),
        Pilot.rule(
          "s2",
          .standard,
          ["inForceFrom": from, "number": "T/SLDG 001-2026", "title": "乙"]
        ),
      ]
    }
    #expect(try found(rules("2026-02-01"), "membership-old-standard").isEmpty)
    #expect(try found(rules("2026-01-31"), "membership-old-standard").count == 1)
    let assessed = Pilot.event(
      "a",
      "2026-01-15",
      .assessed,
      ["standard": "T/SLDG 001-2026 乙", "meets": "yes"]
    )
    #expect(try found(rules("2026-01-31") + [assessed], "membership-old-standard").isEmpty)
  }

  @Test func `an enterprise seen using the mark without an authorisation is found`() throws {
    func sighting(_ who: String, _ date: String, _ more: KeyValuePairs<String, String> = [:])
      -> Draft
    {
      var draft = Sample.draft(Sighting.self, "s", more)
      draft[Sighting.enterprise] = RecordID(who)
      draft[Sighting.date] = PartialDate(date)
      draft[Sighting.trademark] = "m1"
      return draft
    }
    let check = "used-without-right"
    #expect(try found([Pilot.whole(), sighting("e2", "2025-06-30")], check).isEmpty)
    #expect(try found([Pilot.whole(), sighting("e1", "2025-06-30")], check).isEmpty)
    #expect(try found([Pilot.whole(), sighting("e3", "2025-06-30")], check).count == 1)
    #expect(try found([Pilot.whole(), sighting("e2", "2023-08-31")], check).count == 1)
    #expect(
      try found([Pilot.whole(), sighting("e2", "2025-06-30", ["product": "角磨机"])], check).count == 1
    )
    let settled = sighting("e3", "2025-06-30", ["settledOn": "2025-08-01"])
    #expect(try found([Pilot.whole(), settled], check).isEmpty)
    // Trademark Law 2019, article 3: the owner of a certification mark keeps it for others.
    var certification = Pilot.mark
    certification[Trademark.kind] = .certification
    let own = Rights.ledger(Pilot.enterprises + [certification, sighting("e1", "2025-06-30")])
    let told = try Checks.run(own, today: day("2026-01-31"), names: [check]).map(\.message.en)
    #expect(told.count == 1)
    #expect(told.first?.hasSuffix("a certification mark is not for its owner") == true)
  }

  @Test func `labels that went to a member that might not use the mark are found`() throws {
    let check = "labels-without-right"
    let labels = Pilot.event("l", "2025-08-05", .labels, ["labels": "10"])
    func suspended(_ date: String) -> [Draft] {
      [Pilot.whole("suspended"), Pilot.event("s", date, .suspended), labels]
    }
    #expect(try found([Pilot.whole(), labels], check).isEmpty)
    #expect(try found(suspended("2025-08-04"), check).count == 1)
    // What came first on that day is not known.
    #expect(try found(suspended("2025-08-05"), check).isEmpty)
    let restored = Pilot.event("r", "2025-08-05", .restored)
    let back = [Pilot.whole(), Pilot.event("s", "2025-08-01", .suspended), restored, labels]
    #expect(try found(back, check).isEmpty)
    var vague = labels
    vague[MembershipEvent.date] = PartialDate("2025-08")
    #expect(
      try found(
        [Pilot.whole("suspended"), Pilot.event("s", "2025-08-02", .suspended), vague],
        check
      )
      .isEmpty
    )
  }

  @Test func `an enterprise that is a member twice at a time is found, and told once`() throws {
    var second = Pilot.whole()
    second.id = "second"
    second[Membership.admittedOn] = PartialDate("2025-01-01")
    let check = "membership-twice"
    #expect(try found([Pilot.whole(), second], check).count == 1)
    let ended = Pilot.event("w", "2024-12-31", .withdrawn)
    #expect(try found([Pilot.whole("withdrawn"), ended, second], check).isEmpty)
    let ledger = Pilot.ledger([Pilot.whole("withdrawn"), ended, second])
    let marks = try CollectiveMarks(ledger, today: day("2026-01-31"))
    let answers = marks.permissions(of: marks.marks[0], on: day("2025-06-30"))
    #expect(answers.map(\.membership.id) == ["second"])
    #expect(answers.map(\.answer) == [true])
  }

  @Test func `the owner of a certification mark is no user of it`() throws {
    var mark = Pilot.mark
    mark[Trademark.kind] = .certification
    var own = Pilot.whole()
    own[Membership.member] = "e1"
    let ledger = Pilot.ledger([mark, own])
    let desk = try MembershipDesk(ledger, today: day("2026-01-31"))
    let entry = MembershipEntry(day("2026-01-05"), by: "clerk-2", papers: ["示例报告"])
    #expect(throws: Diagnostic.self) {
      _ = try desk.take("e1", into: mark.record(), entry, isAdmitted: true)
    }
    let terms = AuthorisationTerms(from: day("2026-01-05"), until: day("2026-12-31"))
    #expect(throws: Diagnostic.self) { _ = try desk.authorise(own.record(), entry, terms) }
    let one = desk.marks.permission(of: "e1", for: mark.record(), on: day("2026-01-05"))
    #expect(one?.answer == false)
    #expect(one?.reasons.map(\.en) == ["a certification mark is not for its owner"])
    #expect(try found([mark, own], "collective-users").count == 1)
    #expect(try found([mark, Pilot.whole()], "collective-users").isEmpty)
    // A collective mark may be used by the association itself.
    #expect(try found([own], "collective-users").isEmpty)
  }

  @Test(
    arguments: [
      ("association", 0, 0), ("cooperative", 0, 0), ("institution", 0, 0), ("company", 1, 0),
      ("individual-business", 1, 1), ("person", 1, 1),
    ]
  )
  func `a collective mark goes to a body that has members`(
    type: String,
    collective: Int,
    certification: Int
  ) throws {
    let owner = Sample.draft(Enterprise.self, "e3", ["name": "示例五金厂", "type": type])
    var transfer = Rights.event("t", of: "m1", "2025-06-01", .transferred)
    transfer[RightEvent.parties] = ["e3"]
    for (kind, count) in [(TrademarkKind.collective, collective), (.certification, certification)] {
      var mark = Pilot.mark
      mark[Trademark.kind] = kind
      let drafts = [mark, owner, Pilot.whole()]
      let marks = try CollectiveMarks(Pilot.ledger(drafts), today: day("2026-01-31"))
      #expect(marks.findings(for: transfer, of: mark.record()).count == count)
      let after = drafts + [transfer]
      #expect(try found(after, "collective-users").count == count)
      #expect(try Pilot.answer(after, on: "2025-05-31") == "yes")
      #expect(try Pilot.answer(after, on: "2025-06-01") == (count == 0 ? "yes" : "unknown"))
    }
  }

  @Test func `a collective mark is licensed to no one but its members`() throws {
    func licence(_ party: RecordID, _ until: String) -> Draft {
      var event = Rights.event("l", of: "m1", "2025-03-01", .licensed)
      event[RightEvent.parties] = [party]
      event[RightEvent.until] = PartialDate(until)
      return event
    }
    let mark = Pilot.mark.record()
    let marks = try CollectiveMarks(Pilot.ledger([Pilot.whole()]), today: day("2026-01-31"))
    #expect(marks.findings(for: licence("e2", "2026-03-01"), of: mark).isEmpty)
    #expect(marks.findings(for: licence("e3", "2026-03-01"), of: mark).count == 1)
    let check = "collective-users"
    #expect(try found([Pilot.whole(), licence("e2", "2026-03-01")], check).isEmpty)
    #expect(try found([Pilot.whole(), licence("e3", "2026-03-01")], check).count == 1)
    #expect(try found([Pilot.whole(), licence("e3", "2026-01-30")], check).isEmpty)
  }

  @Test func `changes of members are to be filed in the time that the rules set`() throws {
    let rules = Pilot.rule(
      "u",
      .useRules,
      ["inForceFrom": "2023-01-01", "title": "示例规则", "fileWithin": "1m"]
    )
    let drafts = [Pilot.whole(), rules]
    #expect(try found([Pilot.whole()], "member-list-unfiled").isEmpty)
    #expect(try found(drafts, "member-list-unfiled").count == 1)
    let filed = Rights.event("f", of: "m1", "2023-09-01", .membersFiled)
    #expect(try found(drafts + [filed], "member-list-unfiled").isEmpty)
    let early = Rights.event("f", of: "m1", "2023-08-14", .membersFiled)
    #expect(try found(drafts + [early], "member-list-unfiled").count == 1)
  }

  @Test func `a member that left on a day that is not on record is a change of the list`() throws {
    let rules = Pilot.rule(
      "u",
      .useRules,
      ["inForceFrom": "2023-01-01", "title": "示例规则", "fileWithin": "30d"]
    )
    let filed = Rights.event("f", of: "m1", "2024-01-10", .membersFiled)
    let ledger = Pilot.ledger([Pilot.whole("withdrawn"), rules, filed])
    let marks = try CollectiveMarks(ledger, today: day("2026-01-15"))
    let list = marks.memberList(of: marks.marks[0], on: day("2026-01-15"))
    #expect(list.changes.map(\.membership.id) == ["mem"])
    #expect(list.changes.map(\.hasJoined) == [false])
    #expect(list.changes.first?.date == nil)
    #expect(list.members.isEmpty)
    // Thirty days from today end on Saturday 2026-02-14, in the days off of the Spring Festival.
    let docket = try Docket(ledger, today: day("2026-01-08"))
    #expect(try docket.dates(from: ["member-list"]).map(\.due.day) == [day("2026-02-09")])
  }

  @Test func `each member is asked for its own report on the year`() throws {
    let rules = Pilot.rule(
      "u",
      .useRules,
      ["inForceFrom": "2023-01-01", "title": "示例规则", "reportWithin": "3m"]
    )
    var other = Pilot.membership(["member": "e3", "admittedOn": "2023-08-15"])
    other.id = "other"
    let docket = try Docket(Pilot.ledger([Pilot.whole(), other, rules]), today: day("2026-01-31"))
    let dates = try docket.dates(from: ["use-report"])
    #expect(dates.map(\.record.id) == ["mem"])
    #expect(dates.map(\.due.day) == [day("2026-03-31")])
    let report = Pilot.event("r", "2026-01-20", .reported, ["year": "2025"])
    let done = try Docket(Pilot.ledger([Pilot.whole(), rules, report]), today: day("2026-01-31"))
    #expect(try done.dates(from: ["use-report"]).isEmpty)
  }

  @Test func `a typed state that contradicts the events, and labels beyond the quota, are found`()
    throws
  {
    let suspended = Pilot.event("a", "2025-07-10", .suspended)
    #expect(try found([Pilot.whole(), suspended], "membership-state").count == 1)
    #expect(try found([Pilot.whole("suspended"), suspended], "membership-state").isEmpty)
    let labels = Pilot.event("l", "2025-02-01", .labels, ["labels": "1001"])
    #expect(try found([Pilot.whole(), labels], "labels-over-quota").count == 1)
  }

  @Test func `a title that ended, and 驰名商标 in publicity, are found where they are used`() throws {
    func sighting(_ scheme: String, _ date: String) -> Draft {
      Sample.draft(Sighting.self, "s", ["enterprise": "e2", "scheme": scheme, "date": date])
    }
    let title = Sample.draft(
      Recognition.self,
      "r",
      ["scheme": "china-famous-brand-product", "holder": "e2", "awarded": "2007-09-01"]
    )
    let check = "title-used-without-right"
    #expect(
      try found([title, sighting("china-famous-brand-product", "2012-08-31")], check).isEmpty
    )
    #expect(
      try found([title, sighting("china-famous-brand-product", "2012-10-01")], check).count == 1
    )
    #expect(try found([sighting("china-famous-brand-product", "2010-01-01")], check).count == 1)
    #expect(try found([sighting("well-known-trademark", "2025-01-01")], check).count == 1)
    let advertised = Sample.draft(
      Recognition.self,
      "r",
      [
        "scheme": "well-known-trademark", "holder": "e2", "awarded": "2020-01-01",
        "advertised": "yes",
      ]
    )
    #expect(try found([advertised], "well-known-advertised").count == 1)
  }
}
