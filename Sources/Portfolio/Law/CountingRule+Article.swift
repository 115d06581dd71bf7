public import Bilingual

extension CountingRule {
  /// Returns where the law of a right says how periods are counted.
  ///
  /// Sources: the regulations for the Trademark Law 2014, article 12, and for the Patent Law 2023,
  /// article 5; for everything else the Civil Code, articles 201 to 203.
  ///
  /// - Parameter right: The right.
  /// - Returns: The act and its article.
  public func article(of right: RightType) -> Phrase {
    switch (right, self) {
    case (.trademark, .acting):
      Phrase(
        en: "Regulations for the Implementation of the Trademark Law (2014), art. 12(1)",
        zh: "商标法实施条例（2014年）第十二条第一款"
      )
    case (.trademark, .validity):
      Phrase(
        en: "Regulations for the Implementation of the Trademark Law (2014), art. 12(2)",
        zh: "商标法实施条例（2014年）第十二条第二款"
      )
    case (.patent, .acting):
      Phrase(
        en: "Implementing Regulations of the Patent Law (2023), art. 5",
        zh: "专利法实施细则（2023年）第五条"
      )
    case (.patent, .validity):
      Phrase(en: "Patent Law (2020), art. 42", zh: "专利法（2020年修正）第四十二条")
    case (_, .acting):
      Phrase(en: "Civil Code, art. 201 to 203", zh: "民法典第二百零一条至第二百零三条")
    case (_, .validity):
      Phrase(
        en: "counted as trademark terms are: Regulations for the Trademark Law (2014), art. 12(2)",
        zh: "比照商标法实施条例（2014年）第十二条第二款"
      )
    }
  }

  /// Returns what the rule says, in one line.
  ///
  /// - Parameter rolls: Whether an end on a day off moves.
  /// - Returns: The line.
  public func rule(rolls: Bool = true) -> Phrase {
    switch self {
    case .acting where !rolls:
      Phrase(
        en:
          "period for acting: the first day is not counted, it ends on the corresponding day or the "
          + "month's last, and does not move",
        zh: "期间：起算当日不计入，止于对应日或当月末日，不顺延"
      )
    case .acting:
      Phrase(
        en:
          "period for acting: the first day is not counted, it ends on the corresponding day or the "
          + "month's last, and moves to the next working day",
        zh: "办理期限：起算当日不计入，止于对应日或当月末日，末日为休息日的顺延至其后第一个工作日"
      )
    case .validity:
      Phrase(
        en:
          "validity: it ends the day before the corresponding day, or on the month's last day where "
          + "there is none, and never moves",
        zh: "有效期：止于对应日的前一日，无对应日的止于当月末日，不因休息日顺延"
      )
    }
  }
}
