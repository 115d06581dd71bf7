extension Explanation {
  /// What may be refused in a case.
  static let cases = #"""
    case-move
    The case does not stand where this step can be taken. | Stages follow an order. | 'brandledger case show ID' tells the stage.
    案件当前阶段不能进行此步骤。 | 阶段有先后。 | brandledger case show 编号 显示阶段。
    > close before accept
    case-without-stage
    The case has no stage, so nothing can follow. | It was written by hand. | Set its stage through the case commands, or enter it anew.
    案件没有阶段，无法推进。 | 手工写入。 | 用案件命令重新登记。
    > cases.jsonl without stage
    case-date-order
    The day lies before the last move. | Steps follow each other. | Give a later day.
    日期早于上一步骤。 | 步骤须按时间先后。 | 给出更晚的日期。
    > accepted before it was received
    case-date-future
    The day lies in the future. | A step is recorded when it was taken. | Give the day on which it was taken.
    日期在未来。 | 步骤发生后才登记。 | 填写实际日期。
    > --on next year
    case-nobody
    Nobody is named who does it. | The user is unknown. | Give --user, or set BRANDLEDGER_USER.
    未写明经办人。 | 用户未知。 | 用 --user 或 BRANDLEDGER_USER 指定。
    > a step without by
    case-reason-missing
    A refusal needs its reason. | None was given. | Give --reason; the applicant is told it.
    不予受理须说明理由。 | 未给出。 | 用 --reason 说明，并告知申请人。
    > case refuse without --reason
    case-moved-by-hand
    The stage of a case is changed by the case commands only. | 'set' or an import would change it without an event. | Use 'brandledger case advance' and its like.
    案件阶段只能由案件命令变更。 | set 或导入会缺少事件记录。 | 使用 brandledger case advance 等命令。
    > set case case-1 stage=closed
    case-opened-by-hand
    A case is opened with 'case open', which keeps who and when. | 'add case' was typed. | Use 'brandledger case open'.
    案件须用 case open 登记，以记录经办人和时间。 | 使用了 add case。 | 使用 brandledger case open。
    > $ brandledger add case rightType=商标
    case-aid-overflow
    The costs of the case are too large to add up. | An amount has many digits too many. | Correct it.
    案件费用合计超出范围。 | 位数过多。 | 更正金额。
    > a cost of twenty digits
    """#
}
