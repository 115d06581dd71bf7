extension Explanation {
  /// What may be refused in a case.
  static let cases = #"""
    case-move
    The case does not stand where this step can be taken. | Stages follow an order. | 'brandledger case show ID' tells the stage.
    案件当前阶段不能进行此步骤。 | 阶段有先后。 | brandledger case show 编号 显示阶段。
    > close before accept
    case-move-late
    A stage was left after its time: the decision, or the papers that were asked for. | It came late, or the day was mistyped. | Correct the day, or say why it goes on.
    超过决定期限或补正期限后办理。 | 逾期，或日期录错。 | 更正日期，或说明继续办理的理由。
    > papers that come in a month after their day
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
    case-appointment-past
    An appointment lies before the day on which it was set. | The two days were exchanged. | Give the day of the hearing with --appointment, that of the entry with --on.
    约定日期早于排定之日。 | 两个日期颠倒。 | --appointment 填开庭等约定日期，--on 填排定之日。
    > --appointment 2025-01-01 --on 2025-02-01
    case-nobody
    Nobody is named who does it. | The user is unknown. | Give --user, or set BRANDLEDGER_USER.
    未写明经办人。 | 用户未知。 | 用 --user 或 BRANDLEDGER_USER 指定。
    > a step without by
    case-reason-missing
    A refusal needs its reason. | None was given. | Give --reason; the applicant is told it.
    不予受理须说明理由。 | 未给出。 | 用 --reason 说明，并告知申请人。
    > case refuse without --reason
    case-extension
    A period was extended that does not run, ran out before, or was extended already, or without the paper of the approval. | The day or the first step is missing or mistyped, or the paper was not named. | Check the steps with 'case show'; name the approval with --paper.
    所延长的期限未起算、已届满或已延长过，或未写明批准文书。 | 日期或起算步骤缺失、录错，或未登记文书。 | 用 case show 核对步骤；用 --paper 写明批准文书。
    > case step case-1 filing-extended without --paper
    case-moved-by-hand
    The stage of a case is changed by the case commands only. | 'set' or an import would change it without an event. | Use 'brandledger case advance' and its like; 'set' takes the stage to which the last event led.
    案件阶段只能由案件命令变更。 | set 或导入会缺少事件记录。 | 使用 brandledger case advance 等命令；set 只能改为最后一步所到达的阶段。
    > set case case-1 stage=closed
    case-opened-by-hand
    A case is opened with 'case open', which keeps who and when. | 'add case' was typed. | Use 'brandledger case open'.
    案件须用 case open 登记，以记录经办人和时间。 | 使用了 add case。 | 使用 brandledger case open。
    > $ brandledger add case rightType=商标
    case-complaint-late
    The complaint came after the days in which it could be made. | The days run from the notice of the decision. | Correct the day, or tell the applicant of other ways.
    异议超过期限。 | 期限自决定通知起算。 | 更正日期，或告知申请人其他途径。
    > a complaint a month after the refusal
    case-conflict
    The office or a partner stands on both sides. | The right holder is the other side of another case, or a partner helps the other side. | Choose another partner, or say in override why not.
    利益冲突：办公室或合作机构涉及双方。 | 权利人是另一案件的对方，或合作机构协助对方。 | 另选合作机构，或在例外理由中说明。
    > a law firm that defends the other side
    case-criteria-unknown
    It is not known whether a criterion of acceptance is met. | A fact is missing. | Give the facts that are named.
    无法判断是否符合受理条件。 | 缺少事实。 | 补充所列事实。
    > a case without the right's status
    case-criterion
    A criterion of acceptance is not met. | The facts say so. | Refuse the case with its reason, or give an override.
    不符合受理条件。 | 事实如此。 | 说明理由不予受理，或写明例外理由。
    > a mark that has expired
    case-exempt-group
    The group that is exempt from the test of means is not named. | hardship says exempt only. | Name the group and its paper.
    未写明免于审查经济状况的人群。 | 只填了免审查。 | 写明人群及凭证。
    > hardship=exempt without a reason
    case-opponent-local
    The other side is an enterprise of this ledger. | Both are of this city. | Consider mediation; nothing is refused.
    对方为本账本企业。 | 双方均在本市。 | 可考虑调解；不影响办理。
    > two enterprises of one town
    case-twice
    The same right holder has an open case against the same side. | The case was entered twice, or a new matter came up. | Join them, or go on if the matter is another.
    同一权利人对同一对方已有在办案件。 | 重复登记，或另有新事由。 | 合并，或属不同事由时继续。
    > two cases against one shop
    case-urgent
    The limitation runs out soon, so aid may be granted first. | The right was known to be infringed long ago. | Act before the day that is named.
    诉讼时效即将届满，可先行援助。 | 知道侵权已久。 | 在所示日期前办理。
    > a limitation that ends in ten days
    case-aid-overflow
    The costs of the case are too large to add up. | An amount has many digits too many. | Correct it.
    案件费用合计超出范围。 | 位数过多。 | 更正金额。
    > a cost of twenty digits
    """#
}
