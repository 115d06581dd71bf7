import Bilingual
import Ledger
import Oversight
import Portfolio
import Testing

struct CaseAcceptanceTests {
  private static let local = Sample.draft(
    Enterprise.self,
    "ent-1",
    ["name": "启东市示例甲有限公司", "town": "320681110", "formerNames": "启东示例老厂"]
  )
  private static let stranger = Sample.draft(
    Enterprise.self,
    "ent-2",
    ["name": "外地示例公司", "area": "310115"]
  )
  private static let town = Sample.draft(
    Town.self,
    "320681110",
    ["name": "吕四港镇", "type": "town", "code": "320681110"]
  )
  private static let mark = Sample.draft(
    Trademark.self,
    "CN/1",
    [
      "number": "1", "mark": "示例", "owner": "ent-1", "status": "registered",
      "registeredOn": "2020-01-01",
    ]
  )
  private static let laws = [
    Sample.term("limitation", "3y", rolls: "no"),
    Sample.term("trademark-limitation", "3y", rolls: "no"),
    Sample.term("legal-aid-urgent", "7d", rolls: "no"),
  ]

  private func application(_ more: KeyValuePairs<String, String> = [:]) -> Draft {
    var draft = Sample.draft(
      Case.self,
      "c1",
      [
        "stage": "received", "receivedOn": "2024-06-03", "rightHolder": "ent-1",
        "right": "trademark",
        "trademark": "CN/1", "opponent": "某店", "summary": "仿冒包装", "knownOn": "2024-05-01",
      ]
    )
    for (name, typed) in more {
      guard let field = Case.schema.field(named: name) else { preconditionFailure(name) }
      guard !typed.isEmpty else {
        draft[field] = nil
        continue
      }
      guard case .success(let value) = field.type.parse(typed) else { preconditionFailure(typed) }
      draft[field] = value
    }
    return draft
  }

  private let received = Sample.draft(
    CaseEvent.self,
    "e1",
    [
      "case": "c1", "date": "2024-06-03", "action": "open", "to": "received", "by": "甲",
      "papers": "维权援助申请表,营业执照,商标注册证",
    ]
  )

  private func desk(_ drafts: [Draft], today: String = "2024-06-10") throws -> CaseDesk {
    let base = Sample.terms + Self.laws + [Self.local, Self.stranger, Self.mark, Self.town]
    return try CaseDesk(Sample.ledger(base + drafts), today: day(today))
  }

  private func answers(
    _ draft: Draft,
    _ others: [Draft] = [],
    today: String = "2024-06-10"
  ) throws -> [AcceptanceCriterion: Answer] {
    let tests = try desk([draft] + others, today: today).acceptance(of: draft.record())
    return Dictionary(tests.map { ($0.criterion, $0.answer) }) { $1 }
  }

  @Test func `every criterion is yes, no or unknown, with its reason`() throws {
    let draft = application()
    let tests = try desk([draft, received]).acceptance(of: draft.record())
    #expect(tests.map(\.criterion) == AcceptanceCriterion.allCases)
    #expect(tests.allSatisfy { !$0.reason.en.isEmpty && !$0.reason.zh.isEmpty })
    #expect(
      try answers(draft, [received]) == [
        .area: .yes, .right: .yes, .holder: .yes, .facts: .yes, .elsewhere: .unknown, .papers: .yes,
        .conflict: .yes, .time: .yes,
      ]
    )
  }

  @Test(
    arguments: [
      ("320681", "", "", .yes), ("320681110", "", "", .yes), ("310115", "320681", "", .yes),
      ("310115", "", "吕四港镇人民路市场", .yes), ("310115", "", "启东市汇龙镇人民路", .yes),
      ("320600", "", "", .unknown), ("310115", "", "启东路5号", .unknown), ("310115", "", "", .no),
      ("310115", "", "上海市浦东新区", .no), ("", "", "", .unknown), ("", "", "某网店", .unknown),
    ] as [(String, String, String, Answer)]
  )
  func `one place in the city is enough`(
    area: String,
    taxArea: String,
    place: String,
    answer: Answer
  ) throws {
    var holder = Sample.draft(Enterprise.self, "ent-3", ["name": "示例商贸公司"])
    holder[Enterprise.area] = area.isEmpty ? nil : area
    holder[Enterprise.taxArea] = taxArea.isEmpty ? nil : taxArea
    let office = Sample.draft(
      Authority.self,
      "office",
      ["name": "启东市市场监督管理局", "channel": "administrative", "scope": "local"]
    )
    let draft = application(["rightHolder": "ent-3", "place": place])
    #expect(try answers(draft, [holder, office])[.area] == answer)
  }

  @Test func `a town that is none of the city's is no reason for aid`() throws {
    let foreign = Sample.draft(Town.self, "x", ["name": "海门市", "type": "town"])
    let scene = application(["rightHolder": "ent-2", "town": "x"])
    #expect(try answers(scene, [foreign])[.area] == .no)
    let holder = Sample.draft(Enterprise.self, "ent-3", ["name": "示例商贸公司", "town": "x"])
    let seat = application(["rightHolder": "ent-3"])
    #expect(try answers(seat, [foreign, holder])[.area] == .unknown)
  }

  @Test func `a right holder from elsewhere, an ended right and a late claim are a no`() throws {
    #expect(try answers(application(["rightHolder": "ent-2"]))[.area] == .no)
    #expect(try answers(application(["rightHolder": "ent-2", "town": "320681110"]))[.area] == .yes)
    #expect(try answers(application(["rightHolder": "ent-2"]))[.holder] == .unknown)
    #expect(try answers(application(["opponent": ""]))[.facts] == .unknown)
    #expect(try answers(application())[.papers] == .unknown)
    #expect(try answers(application(["knownOn": "2021-06-09"]))[.time] == .no)
    #expect(try answers(application(["knownOn": "2021-06-10"]))[.time] == .yes)
    #expect(try answers(application(["knownOn": ""]))[.time] == .unknown)
    var ended = Self.mark
    ended[Trademark.status] = .cancelled
    ended.id = "CN/2"
    #expect(try answers(application(["trademark": "CN/2"]), [ended])[.right] == .no)
  }

  @Test func `a right whose term is over is a no, in the grace not known`() throws {
    let draft = application()
    let law = Sample.reference(Term.self).filter {
      $0.id?.text.hasPrefix("trademark-validity") == true
    }
    // The mark is of 2020-01-01, its term ends on 2029-12-31, its grace on 2030-07-01, a Monday.
    for (today, answer) in [
      ("2029-12-31", Answer.yes), ("2030-01-01", .unknown), ("2030-07-01", .unknown),
      ("2030-07-02", .no),
    ] {
      #expect(try answers(draft, law, today: today)[.right] == answer, "\(today)")
    }
    let desk = try desk([draft] + law, today: "2031-01-01")
    let right = desk.acceptance(of: draft.record()).first { $0.criterion == .right }
    #expect(
      right?.reason.en
        == "the trademark on 2031-01-01: no longer in force: its term ended on 2029-12-31"
    )
  }

  @Test func `what a person states goes before what the records say, and is kept`() throws {
    let draft = application()
    let desk = try desk([draft, received])
    let entry = CaseEntry(day("2024-06-10"), by: "甲")
    let grant = CaseGrant(criteria: [.elsewhere: .yes, .time: .no], override: "对方放弃时效抗辩")
    let move = try desk.accept(draft.record(), entry, grant)
    #expect(move.findings.isEmpty)
    let again = try self.desk([move.record, received]).acceptance(of: move.record.record())
    let answers = Dictionary(again.map { ($0.criterion, $0) }) { $1 }
    #expect(answers[.elsewhere]?.answer == .yes)
    #expect(answers[.elsewhere]?.isStated == true)
    #expect(answers[.time]?.answer == .no)
    #expect(answers[.area]?.isStated == false)
  }

  @Test func `aid against a criterion needs a reason, an unknown one a warning`() throws {
    let entry = CaseEntry(day("2024-06-10"), by: "甲")
    let far = application(["rightHolder": "ent-2"])
    let refusal = #expect(throws: Diagnostic.self) {
      try desk([far, received]).accept(far.record(), entry)
    }
    #expect(refusal?.name == "case-criterion")
    #expect(refusal?.message.en.contains("310115") == true)
    let reasoned = try desk([far, received])
      .accept(far.record(), entry, CaseGrant(override: "跨市协作"))
    #expect(reasoned.record[Case.override] == "跨市协作")
    let draft = application()
    let doubtful = try desk([draft]).accept(draft.record(), entry)
    #expect(doubtful.findings.map(\.name) == ["case-criteria-unknown"])
    #expect(doubtful.findings.first?.help?.en.contains("elsewhere, papers") == true)
  }

  @Test func `legal aid is for those in difficulty, or exempt, or with a reason`() throws {
    let draft = application()
    let record = draft.record()
    let entry = CaseEntry(day("2024-06-10"), by: "甲")
    let desk = try desk([draft, received])
    func name(_ grant: CaseGrant) -> String? {
      do throws(Diagnostic) {
        _ = try desk.accept(record, entry, grant)
        return nil
      } catch {
        return error.name
      }
    }
    #expect(name(CaseGrant(aid: [.legalAid])) == "case-hardship")
    #expect(name(CaseGrant(aid: [.consultation, .legalAid], hardship: .no)) == "case-hardship")
    #expect(name(CaseGrant(aid: [.legalAid], hardship: .unknown)) == "case-hardship")
    #expect(name(CaseGrant(aid: [.legalAid], hardship: .yes)) == nil)
    #expect(name(CaseGrant(aid: [.legalAid], hardship: .exempt)) == "case-exempt-group")
    #expect(name(CaseGrant(aid: [.legalAid], group: .relief)) == nil)
    #expect(name(CaseGrant(aid: [.legalAid], hardship: .no, override: "重大公共影响")) == nil)
    #expect(name(CaseGrant(aid: [.consultation], hardship: .no)) == nil)
    let exempt = try desk.accept(record, entry, CaseGrant(aid: [.legalAid], group: .migrant))
    #expect(exempt.record[Case.hardship] == .exempt)
  }

  @Test func `both sides are looked for in other cases, by any name`() throws {
    func other(_ id: String, _ values: KeyValuePairs<String, String>) -> Draft {
      var draft = Sample.draft(Case.self, id, values)
      draft[Case.receivedOn] = PartialDate("2024-01-02")
      draft[Case.stage] = draft[Case.stage] ?? .received
      draft[Case.right] = .trademark
      return draft
    }
    let draft = application(["opponent": "外地示例公司"])
    func names(_ others: [Draft], of draft: Draft) throws -> [String] {
      try desk([draft] + others).conflicts(of: draft.record()).map(\.name)
    }
    let reversed = other("c2", ["rightHolder": "ent-2", "opponent": "启东示例老厂"])
    #expect(
      try names([reversed], of: draft) == ["case-conflict", "case-conflict", "case-opponent-local"]
    )
    let same = other("c3", ["rightHolder": "ent-1", "opponent": "（外地示例公司"])
    #expect(try names([same], of: draft) == ["case-opponent-local"])
    let twice = other("c4", ["rightHolder": "ent-1", "opponent": "外地示例公司"])
    #expect(try names([twice], of: draft) == ["case-twice", "case-opponent-local"])
    let closed = other("c5", ["rightHolder": "ent-1", "opponent": "外地示例公司", "stage": "closed"])
    #expect(try names([closed], of: draft) == ["case-opponent-local"])
    let decision = other(
      "c6",
      ["rightHolder": "ent-2", "opponent": "启东示例老厂", "origin": "decision"]
    )
    #expect(try names([decision], of: draft) == ["case-opponent-local"])
    #expect(try names([], of: application()).isEmpty)
    let partner = Sample.draft(Partner.self, "prt-1", ["name": "示例律所", "type": "law-firm"])
    let helped = other("c7", ["rightHolder": "ent-2", "opponent": "第三方", "partners": "prt-1"])
    let drawn = application(["opponent": "外地示例公司", "partners": "prt-1"])
    #expect(
      try names([helped, partner], of: drawn) == [
        "case-conflict", "case-conflict", "case-opponent-local",
      ]
    )
  }

  @Test(arguments: [
    ("2024-05-25", false), ("2024-05-26", true), ("2024-06-01", true), ("2024-06-02", false),
  ])
  func `fewer than seven days before limitation the case is urgent`(
    today: String,
    isUrgent: Bool
  ) throws {
    // Known on 2021-06-01: limitation runs until 2024-06-01.
    let draft = application(["knownOn": "2021-06-01", "receivedOn": "2024-05-20"])
    let desk = try desk([draft], today: today)
    #expect(desk.limitation(of: draft.record())?.end.day == day("2024-06-01"))
    #expect(desk.isUrgent(draft.record()) == isUrgent)
    if isUrgent {
      #expect(desk.acceptance(of: draft.record()).first { $0.criterion == .papers }?.answer == .yes)
    }
  }

  @Test func `the papers that a right asks for are ticked off as they come in`() throws {
    let draft = application()
    let list = try desk([draft, received]).papers(of: draft.record())
    #expect(list.filter(\.isNeeded).map(\.paper) == ["维权援助申请表", "营业执照", "商标注册证"])
    #expect(list.contains { $0.item.label.en.contains("rules of use") })
    #expect(!list.contains { $0.item.label.en.contains("evaluation report") })
    let patent = application(["right": "patent"])
    #expect(
      try desk([patent]).papers(of: patent.record()).contains {
        $0.item.label.en.contains("evaluation")
      }
    )
  }

  @Test(
    arguments: [
      ("维权援助申请表", "application"), ("申请表", "application"), ("商标注册申请表.docx", "application?"),
      ("身份证明", "identity"), ("张三身份证(1).jpg", "identity"), ("营业执照副本.pdf", "identity"),
      ("销售者身份信息.pdf", "seller?"), ("销售者身份证.jpg", "identity?"), ("copyright notice.pdf", "none"),
      ("商标注册证复印件", "right"), ("registration_certificate.pdf", "right"), ("all rights.txt", "none"),
      ("授权委托书", "attorney"), ("委托书.pdf", "attorney"), ("商标使用授权书", "rules"),
      ("公证费发票", "costs?"), ("购买发票", "purchase"), ("photos of goods", "goods"),
      ("photosynthesis", "none"), ("identity=scan 3.pdf", "identity"), ("身份证明＝扫描件.pdf", "identity"),
      ("right=销售者身份信息.pdf", "right"), ("a=b.pdf", "none"),
    ]
  )
  func `a paper stands for one item, and a loose word leaves it to be looked at`(
    paper: String,
    item: String
  ) throws {
    let draft = application()
    var event = received
    event[CaseEvent.papers] = [paper]
    let found = try desk([draft, event]).papers(of: draft.record()).filter { $0.paper != nil }
    let told = found.map { $0.item.name + ($0.isDoubtful ? "?" : "") }
    #expect(told == (item == "none" ? [] : [item]))
  }

  @Test func `papers that are open to doubt do not make an application complete`() throws {
    let draft = application()
    var event = received
    event[CaseEvent.papers] = ["申请表", "商标注册证", "我的身份.pdf"]
    let test = try desk([draft, event]).acceptance(of: draft.record()).first {
      $0.criterion == .papers
    }
    #expect(test?.answer == .unknown)
    #expect(
      test?.reason.en
        == "please look whether '我的身份.pdf' is the identity of the applicant: --paper identity=… says so"
    )
    event[CaseEvent.papers] = ["申请表", "商标注册证", "identity=我的身份.pdf"]
    #expect(try answers(draft, [event])[.papers] == .yes)
    // The papers of the other side and a notice are none of those that are needed.
    event[CaseEvent.papers] = ["维权援助申请表", "销售者身份信息.pdf", "copyright notice.pdf"]
    let loose = try desk([draft, event]).acceptance(of: draft.record()).first {
      $0.criterion == .papers
    }
    #expect(
      loose?.reason.en
        == "not noted as received: identity of the applicant, proof of the right and its latest status"
    )
  }

  @Test func `the authority follows right, way and place`() throws {
    let authorities = Sample.reference(Authority.self)
    func first(_ more: KeyValuePairs<String, String>) throws -> RecordID? {
      let draft = application(more)
      return try desk([draft] + authorities).authorities(for: draft.record()).first?.id
    }
    #expect(try first(["channel": "administrative"]) == "market-regulation")
    #expect(try first(["channel": "administrative", "right": "patent"]) == "patent-administration")
    #expect(
      try first(["channel": "administrative", "right": "copyright"]) == "copyright-enforcement"
    )
    #expect(
      try first(["channel": "administrative", "place": "示例邻县"]) == "elsewhere-administration"
    )
    #expect(
      try first(["channel": "administrative", "place": "吕四港", "town": "320681110"])
        == "market-regulation"
    )
    #expect(try first(["channel": "judicial"]) == "court-local")
    #expect(try first(["channel": "judicial", "right": "patent"]) == "court-patent")
    #expect(try first(["channel": "judicial", "place": "示例邻县"]) == "court-elsewhere")
    #expect(try first(["channel": "customs"]) == "customs")
    #expect(try first(["channel": "platform"]) == "platform")
  }

  // The mark was registered on 2020-01-01, and limitation ran until 2027-05-01.
  @Test(
    arguments: [
      ("2019-12-31", .no, .yes), ("2020-01-01", .yes, .yes), ("2027-05-01", .yes, .yes),
      ("2027-05-02", .yes, .no),
    ] as [(String, Answer, Answer)]
  )
  func `right and limitation are judged on the day of the decision`(
    on date: String,
    right: Answer,
    time: Answer
  ) throws {
    let draft = application()
    let desk = try desk([draft], today: "2035-01-02")
    let tests = desk.acceptance(of: draft.record(), on: day(date))
    #expect(tests.first { $0.criterion == .right }?.answer == right)
    #expect(tests.first { $0.criterion == .time }?.answer == time)
  }

  // Known in June 2021, the harm may have been known on the first or the last day of it.
  @Test(
    arguments: [
      ("2024-06-01", .yes), ("2024-06-02", .unknown), ("2024-06-30", .unknown), ("2024-07-01", .no),
    ] as [(String, Answer)]
  )
  func `a month of knowledge leaves open what may be in time`(
    today: String,
    answer: Answer
  ) throws {
    #expect(try answers(application(["knownOn": "2021-06"]), today: today)[.time] == answer)
  }

  @Test func `the day of the decision judges, whenever it is entered`() throws {
    let desk = try desk([application(), received], today: "2035-01-02")
    func accept(_ date: String) throws -> CaseMove {
      let grant = CaseGrant(criteria: [.elsewhere: .yes])
      return try desk.accept(application().record(), CaseEntry(day(date), by: "甲"), grant)
    }
    #expect(try accept("2024-06-10").record[Case.stage] == .accepted)
    let late = #expect(throws: Diagnostic.self) { try accept("2027-05-02") }
    #expect(late?.name == "case-criterion")
  }

  @Test func `a refusal is reversed by what an application is accepted by`() throws {
    let refused = application([
      "stage": "complained", "refusedOn": "2024-06-05", "reason": "外地", "rightHolder": "ent-2",
      "trademark": "",
    ])
    let desk = try desk([refused, received])
    func reverse(_ grant: CaseGrant) throws(Diagnostic) -> CaseMove {
      try desk.reverse(refused.record(), CaseEntry(day("2024-06-10"), by: "乙"), grant)
    }
    func name(_ grant: CaseGrant) -> String? {
      let fault = #expect(throws: Diagnostic.self) { try reverse(grant) }
      return fault?.name
    }
    #expect(name(CaseGrant()) == "case-criterion")
    #expect(name(CaseGrant(aid: [.legalAid], criteria: [.area: .yes])) == "case-hardship")
    let granted = try reverse(CaseGrant(aid: [.consultation], criteria: [.area: .yes]))
    #expect(granted.record[Case.stage] == .accepted)
    #expect(granted.record[Case.aid] == [.consultation])
    #expect(granted.record[Case.reopenedOn] == PartialDate("2024-06-10"))
    #expect(granted.record[Case.reason] == nil)
    #expect(granted.findings.map(\.name) == ["case-criteria-unknown"])
  }

  @Test func `a complaint that was decided is not made again`() throws {
    let refused = application(["stage": "refused", "refusedOn": "2024-06-05", "reason": "外地"])
    let entry = CaseEntry(day("2024-06-10"), by: "乙")
    #expect(try desk([refused]).complain(refused.record(), entry).record[Case.stage] == .complained)
    let upheld = Sample.draft(
      CaseEvent.self,
      "e2",
      [
        "case": "c1", "date": "2024-06-07", "action": "uphold", "from": "complained",
        "to": "refused", "by": "乙",
      ]
    )
    let fault = #expect(throws: Diagnostic.self) {
      try desk([refused, upheld]).complain(refused.record(), entry)
    }
    #expect(fault?.name == "case-move")
  }
}
