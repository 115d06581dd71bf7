import Bilingual

extension Period {
  /// Returns the last day of a validity that begins on a day.
  ///
  /// It is the day before the corresponding day, or the last day of the month that has no
  /// corresponding day. It stays where it is, even on a day off.
  ///
  /// - Parameter start: The first day of the validity.
  /// - Returns: Its last day; `nil` for working days, in which no validity is counted.
  public func validity(from start: Day) -> Reckoning? {
    let reckoning = Reckoning(
      from: start,
      Phrase(en: "the validity begins", zh: "有效期起算日")
    )
    if unit == .days {
      guard count > 0 else { return nil }
      return reckoning.to(
        start + (count - 1),
        Phrase(en: "the last of \(phrase.en), the first counted", zh: "含首日共\(phrase.zh)的末日")
      )
    }
    guard let months else { return nil }
    let target = start.adding(months: months)
    guard target.corresponds else {
      return reckoning.to(
        target.day,
        Phrase(
          en: "the last day of the month \(phrase.en) later, which has no corresponding day",
          zh: "\(phrase.zh)后的当月无对应日，以该月末日为期满日"
        )
      )
    }
    return reckoning.to(
      target.day,
      Phrase(en: "the corresponding day \(phrase.en) later", zh: "\(phrase.zh)后的对应日")
    ).to(
      target.day + -1,
      Phrase(en: "the validity ends the day before the corresponding day", zh: "有效期至对应日的前一日")
    )
  }

  /// Returns the last day on which one may act.
  ///
  /// The day of the event is not counted. Months and years end on the corresponding day, or on the
  /// month's last day where there is none; an end on a day off moves to the next working day.
  ///
  /// - Parameters:
  ///   - event: The day of the event that starts the period.
  ///   - calendar: The days on which offices work.
  ///   - rolls: Whether an end on a day off moves.
  /// - Returns: The last day.
  public func acting(
    from event: Day,
    in calendar: WorkCalendar,
    rolls: Bool = true
  ) -> Reckoning {
    guard let reckoning = unrolled(from: event) else {
      return workingDays(after: event, in: calendar)
    }
    guard rolls, reckoning.day != event else { return reckoning }
    return reckoning.rolled(in: calendar)
  }

  /// Returns the last day on which one may act, wherever it falls.
  ///
  /// - Parameter event: The day of the event that starts the period.
  /// - Returns: The last day; `nil` for working days, which only a calendar counts.
  package func unrolled(from event: Day) -> Reckoning? {
    let start = Self.start(event)
    switch unit {
    case .workingDays: return nil
    case .days:
      guard count > 0 else {
        return Reckoning(from: event, Phrase(en: "the day itself counts", zh: "以当日为准"))
      }
      return start.to(
        event + count,
        Phrase(en: "\(phrase.en) after it", zh: "自次日起第 \(count) 日")
      )
    case .years, .months:
      let target = event.adding(months: months ?? 0)
      return start.to(
        target.day,
        target.corresponds
          ? Phrase(en: "the corresponding day \(phrase.en) later", zh: "\(phrase.zh)后的对应日")
          : Phrase(
            en: "the month \(phrase.en) later has no corresponding day, so its last day",
            zh: "\(phrase.zh)后的当月无对应日，取该月末日"
          )
      )
    }
  }

  private static func start(_ event: Day) -> Reckoning {
    Reckoning(from: event, Phrase(en: "the day of the event is not counted", zh: "起算当日不计入"))
  }

  private func workingDays(after event: Day, in calendar: WorkCalendar) -> Reckoning {
    let start = Self.start(event)
    var day = event
    var isSettled = true
    for _ in 0..<count {
      repeat {
        day = day + 1
        isSettled = isSettled && calendar.isSettled(day)
      } while !calendar.isWorkingDay(day)
    }
    let reckoning = start.to(
      day,
      Phrase(
        en: "the last of \(phrase.en), make-up days counted, days off not",
        zh: "自次日起第 \(count) 个工作日（计入调休上班日，不计休息日）"
      )
    )
    return isSettled ? reckoning : reckoning.provisional
  }
}

extension Reckoning {
  /// The reckoning moved to the next working day where its date is a day off.
  func rolled(in calendar: WorkCalendar) -> Reckoning {
    let working = calendar.workingDay(onOrAfter: day)
    let isSettled = (day.ordinal...working.ordinal).allSatisfy {
      calendar.isSettled(Day(ordinal: $0))
    }
    let moved =
      working == day
      ? self
      : to(
        working,
        Phrase(en: "\(day) is a day off; the next working day", zh: "\(day) 为休息日，顺延至其后第一个工作日"),
        nominal: nominal
      )
    return isSettled ? moved : moved.provisional
  }

  /// The reckoning with a last step that says on what it rests.
  var provisional: Reckoning {
    to(
      day,
      Phrase(
        en:
          "provisional: no notice of days off covers all of these days; Monday to Friday is taken",
        zh: "暂定：放假通知未覆盖全部日期，按周一至周五计算"
      ),
      nominal: nominal,
      provisional: true
    )
  }
}

extension Day {
  /// Returns the corresponding day some months later, or the month's last day where it has none.
  ///
  /// - Parameter months: How many; earlier where it is negative. The calendar ends with the years 1 and 9999.
  /// - Returns: The day, and whether it is the corresponding one.
  package func adding(months: Int) -> (day: Day, corresponds: Bool) {
    let (year, month, day) = components
    let index = min(max(year * 12 + (month - 1) + months, 12), 9999 * 12 + 11)
    let length = Day.length(ofMonth: index % 12 + 1, year: index / 12)
    let target = Day(unchecked: index / 12, index % 12 + 1, min(day, length))
    return (target, day <= length)
  }
}
