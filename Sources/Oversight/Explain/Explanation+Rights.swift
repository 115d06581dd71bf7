extension Explanation {
  /// What may be refused in the life of a trademark or a patent.
  static let rights = #"""
    right-annuity-gap
    Annuities of years before the one paid are not on record. | Payments were not entered, or not made. | Enter them, or the lapse; 'due' asks for the first of them.
    所缴年度之前有未登记缴费的年度。 | 漏登或未缴。 | 补登缴费或登记失效；due 按首个未缴年度提示。
    > annuity-paid for year 9 where year 4 was the last
    right-event-classes
    An event names classes in which the mark does not stand, or a part of what concerns the whole. | A number was mistyped, or the classes of the mark are not complete; a renewal or a transfer concerns the whole mark. | Compare with the notice; correct the classes, or leave them out.
    事项所列类别不是该商标的类别，或该事项只能及于整体。 | 类别录错，或商标类别不全；续展、转让及于整件商标。 | 与通知书核对，更正类别或去掉。
    > a cancellation in class 9 of a mark of class 7
    right-event-future
    The day of an event lies in the future. | An event is recorded when it happened. | Give the day on which it happened.
    事项日期在未来。 | 事项发生后才登记。 | 填写实际日期。
    > an event of next year
    right-event-move
    The right does not stand where this can happen. | It has ended, or is not registered yet. | Compare with the register; enter what came before.
    权利当前状态下不能发生此事项。 | 已终止，或尚未注册。 | 与登记簿核对，补登此前事项。
    > a renewal of a mark that was cancelled
    right-event-nothing
    There is no licence or pledge of this kind that runs. | It was ended before, or not entered. | Enter its beginning first.
    没有正在履行的此类许可或质押。 | 已终止或未登记。 | 先登记其开始。
    > the end of a licence that never began
    right-event-office
    The registration designates this office already, or the Madrid Protocol does not apply there (TW, HK, MO). | The designation was entered twice, or is a registration of its own. | Nothing to do, or enter the mark with route=foreign.
    该国际注册已指定此国，或当地不适用马德里议定书（TW、HK、MO）。 | 重复登记，或系在当地单独注册。 | 无须处理，或作为单一国注册另行登记。
    > a second designation of US
    right-event-order
    The day lies before the filing, or before the last change of the right's state. | Events follow each other. | Give a later day, or correct the one before.
    日期早于申请日，或早于权利状态的上一次变更。 | 事项须按时间先后。 | 给出更晚的日期，或更正前一事项。
    > a grant before the filing
    right-event-party
    Nobody is named to whom the right, licence or pledge goes. | It was left out. | Name the party.
    未写明受让人、被许可人或质权人。 | 漏填。 | 写明相关方。
    > a transfer to nobody
    right-event-until
    The end of a licence, a pledge or an extended term is missing, or lies before its beginning or the term without it. | It was mistyped. | Give the last day.
    许可、质押的终止日或补偿后的期限末日缺失，或早于开始日、原期限末日。 | 录入有误。 | 填写末日。
    > a licence until the day before it begins
    right-event-year
    The year of an annuity is missing, or lies beyond the term. | It was left out, or a calendar year was given. | Give the patent year, counted from the filing.
    年费年度缺失，或超出保护期。 | 漏填，或填成公历年。 | 填写自申请日起的专利年度。
    > annuity-paid without a year
    right-licence-beyond
    A licence would last longer than the right. | It was mistyped, or a renewal is not entered. | End it with the term, or enter the renewal first.
    许可期限超过权利期限。 | 录入有误，或漏登续展。 | 截止于权利期满，或先登记续展。
    > a licence until 2090 of a mark until 2030
    right-notice-missing
    The day on which the notice of a refusal, a cancellation, an invalidity, a demand or a lapse came in is not told. | Review (15 days), suit, evidence of use and restoration are counted from it, not from the day of the event (Trademark Law 2019, arts. 34 and 54; Implementing Regulations of the Patent Law 2023, art. 6). | Give it with --noticed; until then 'due' marks the date with ?.
    未写明收到驳回、撤销、宣告无效、提供证据或权利终止通知之日。 | 复审（十五日）、起诉、使用证据和恢复期限自收到通知起算，而非事项之日（商标法 2019 第三十四、五十四条；专利法实施细则 2023 第六条）。 | 用 --noticed 写明；此前 due 以 ? 标明该日期为暂定。
    > a refusal without the day of its notice
    right-renewal-early
    The renewal comes before its window opens. | A mark is renewed in the twelve months before its term ends (Trademark Law 2019, art. 40); perhaps it was entered before. | Correct the day; of an earlier renewal give the end with --until.
    续展早于可办理期间。 | 期满前十二个月内方可续展（商标法 2019 第四十条），或已登记过。 | 更正日期；补登此前的续展请用 --until 写明期满日。
    > a second renewal of the same term
    right-renewal-late
    The renewal comes after the grace. | The mark has ended by law (Trademark Law 2019, art. 40). | Correct the day, or enter the end.
    续展超过宽展期。 | 商标依法已失效（商标法 2019 第四十条）。 | 更正日期，或登记终止。
    > a renewal a year late
    right-term-unknown
    The ledger does not tell when the term of a mark ends. | Its registration date is missing. | Set registeredOn or validUntil.
    无法确定商标专用期届满日。 | 缺少注册日期。 | 填写 registeredOn 或 validUntil。
    > a renewal of a mark without dates
    """#
}
