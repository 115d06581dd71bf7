import Bilingual
public import Ledger

/// What happened to a trademark or a patent, and when.
///
/// An event that names ``classes`` or a ``part`` is of these alone.
public enum RightEvent: Kind {
  /// The trademark; of a designation, the international registration.
  public static let trademark = Field<RecordID>(
    "trademark",
    Phrase(en: "trademark", zh: "商标"),
    .reference(to: "trademark"),
    privacy: .public,
    Phrase(
      en: "The trademark; of a designation, the international registration.",
      zh: "所涉商标；指定国事项填国际注册。"
    )
  )
  /// The patent.
  public static let patent = Field<RecordID>(
    "patent",
    Phrase(en: "patent", zh: "专利"),
    .reference(to: "patent"),
    privacy: .public,
    Phrase(en: "The patent.", zh: "所涉专利。")
  )
  /// The day on which it took effect.
  public static let date = Field<PartialDate>(
    "date",
    Phrase(en: "date", zh: "日期"),
    .date,
    required: true,
    privacy: .public,
    Phrase(en: "The day on which it took effect.", zh: "生效日期。")
  )
  /// What happened.
  public static let action = Field<RightAction>(
    "action",
    Phrase(en: "action", zh: "事项"),
    .choice(RightAction.self),
    required: true,
    privacy: .public,
    aliases: ["动作"],
    Phrase(en: "What happened.", zh: "发生的事项。")
  )
  /// The designated office, where only one designation is concerned.
  public static let office = Field<String>(
    "office",
    Phrase(en: "office", zh: "指定国家"),
    .office,
    privacy: .public,
    Phrase(
      en: "The designated office, where only one designation is concerned.",
      zh: "仅涉及某一指定国时填写该国。"
    )
  )
  /// The classes that alone are concerned; all where none stands here.
  public static let classes = Field<[Int]>(
    "classes",
    Phrase(en: "classes", zh: "涉及类别"),
    .list(of: .niceClass, isSet: true),
    privacy: .public,
    Phrase(
      en: "The Nice classes that alone are concerned; all of the mark where none stands here.",
      zh: "仅涉及部分类别时填写尼斯类别；不填即涉及全部。"
    )
  )
  /// The goods, of a patent the claims, that alone are concerned.
  public static let part = Field<String>(
    "part",
    Phrase(en: "part", zh: "涉及部分"),
    .text,
    privacy: .public,
    aliases: ["涉及商品", "涉及权利要求"],
    Phrase(
      en:
        "The goods or services, of a patent the claims, that alone are concerned: no whole class.",
      zh: "仅涉及的商品或服务（专利为权利要求），不及整个类别。"
    )
  )
  /// The new owners, the licensee, or the pledgee.
  public static let parties = Field<[RecordID]>(
    "parties",
    Phrase(en: "parties", zh: "相关方"),
    .list(of: .reference(to: "enterprise")),
    privacy: .public,
    Phrase(en: "The new owners, the licensee, or the pledgee.", zh: "受让人、被许可人或质权人。")
  )
  /// Of a transfer, who owned it before.
  public static let previous = Field<[RecordID]>(
    "previous",
    Phrase(en: "previous owners", zh: "原权利人"),
    .list(of: .reference(to: "enterprise")),
    privacy: .public,
    Phrase(en: "Of a transfer, who owned it before.", zh: "转让前的权利人。")
  )
  /// The last day of the renewed or extended term, of the licence, or of the pledge.
  public static let until = Field<PartialDate>(
    "until",
    Phrase(en: "until", zh: "期限至"),
    .date,
    privacy: .public,
    Phrase(
      en: "The last day of the renewed or extended term, of the licence, or of the pledge.",
      zh: "续展、期限补偿、许可或质押期限末日。"
    )
  )
  /// The patent year that an annuity is for.
  public static let year = Field<Int>(
    "year",
    Phrase(en: "patent year", zh: "年费年度"),
    .count,
    privacy: .public,
    Phrase(en: "The patent year that an annuity is for.", zh: "年费所属专利年度。")
  )
  /// What was paid, or what the pledge secures.
  public static let amountFen = Field<Money>(
    "amountFen",
    Phrase(en: "amount", zh: "金额"),
    .amount,
    Phrase(en: "What was paid, or what the pledge secures.", zh: "缴费金额或质押担保金额。")
  )
  /// The number of the notice, the announcement or the contract.
  public static let document = Field<String>(
    "document",
    Phrase(en: "document", zh: "文书号"),
    .text,
    privacy: .public,
    Phrase(en: "The number of the notice, the announcement or the contract.", zh: "通知书、公告或合同编号。")
  )
  /// The day on which the notice of it came in.
  public static let noticedOn = Field<PartialDate>(
    "noticedOn",
    Phrase(en: "notice received on", zh: "收到通知日"),
    .date,
    privacy: .public,
    Phrase(
      en: "The day on which the notice of it came in; review and restoration are counted from it.",
      zh: "收到通知书之日；复审和恢复期限自此起算。"
    )
  )
  /// Why it counts although it came out of its time, or was paid short.
  public static let reason = Field<String>(
    "reason",
    Phrase(en: "reason", zh: "理由"),
    .text,
    Phrase(
      en:
        "Why it counts although it came out of its time or was paid short: an extension, a restoration, a request made in time.",
      zh: "不在法定期限内或少缴仍有效的理由：准予延期、恢复权利、期内已请求等。"
    )
  )
  /// What happened, in words.
  public static let text = Field<String>(
    "text",
    Phrase(en: "text", zh: "说明"),
    .text,
    Phrase(en: "What happened, in words.", zh: "情况说明。")
  )
  /// Who entered it.
  public static let by = Field<String>(
    "by",
    Phrase(en: "by", zh: "经办人"),
    .text,
    privacy: .personal,
    Phrase(en: "Who entered it.", zh: "登记人。")
  )

  /// The declaration.
  public static let schema = Schema(
    "right-event",
    Phrase(en: "event of a right", zh: "权利事项"),
    file: "right-events.jsonl",
    key: .generated(prefix: "rev"),
    meaning: Phrase(
      en: "What happened to a trademark or a patent, and when.",
      zh: "商标或专利发生的事项及日期。"
    ),
    fields: [
      trademark.definition,
      patent.definition,
      date.definition,
      action.definition,
      office.definition,
      classes.definition,
      part.definition,
      parties.definition,
      previous.definition,
      until.definition,
      year.definition,
      amountFen.definition,
      document.definition,
      noticedOn.definition,
      reason.definition,
      text.definition,
      by.definition,
    ]
  )
}

extension RightEvent {
  /// Whether two events of a right may be about the same: neither keeps to classes that the other leaves out.
  ///
  /// - Parameters:
  ///   - event: An event.
  ///   - other: Another of the same right.
  /// - Returns: Whether they may.
  public static func concern(_ event: Record, _ other: Record) -> Bool {
    guard let these = event[classes], let those = other[classes] else { return true }
    return !Set(these).isDisjoint(with: those)
  }
}
