extension Explanation {
  /// What may be refused in the life of an award.
  static let awards = #"""
    unknown-claim
    No clause speaks about this, or there is no such claim. | The id is of another year, or the fact is no fact of the policies. | See 'brandledger award compute'.
    没有条款涉及该对象，或没有此申领项。 | 年度不同，或不属政策范围。 | 查看 brandledger award compute。
    > $ brandledger award explain nothing --year 2025
    award-overflow
    A sum is beyond what can be counted exactly. | An amount has many digits too many. | Correct it; nothing is rounded in silence.
    金额超出可精确计算的范围。 | 位数过多。 | 更正金额；不会静默舍入。
    > an amount of twenty digits
    amount-overflow
    Amounts that are added up for a list are beyond what can be counted exactly. | An amount has many digits too many. | Find the largest with --sort and correct it; nothing is rounded in silence.
    列表中金额的合计超出可精确计算的范围。 | 位数过多。 | 用 --sort 找出最大的金额并更正；不会静默舍入。
    > two awards of 90,000,000,000,000,000 yuan
    award-which
    It is not said which awards are meant. | Neither ids nor --year or --where were given. | Give one of them.
    未指明哪些奖励。 | 没有编号、--year 或 --where。 | 给出其一。
    > $ brandledger award publish
    award-not-sealed
    The award was not sealed here and has no receipt. | It was imported as history. | Only sealed awards are moved on.
    该奖励并非在此封存，没有凭据。 | 作为历史数据导入。 | 只有封存的奖励可办理后续。
    > publish of an imported award
    award-not-eligible
    The claim is not eligible. | A condition says no, or a fact is missing. | 'brandledger award explain' tells which.
    申领项不符合条件。 | 条件不满足或缺少事实。 | 用 brandledger award explain 查看。
    > seal of a claim whose town is unknown
    award-ground
    It is not said on which ground money is claimed back, or the policy does not know that ground. | The policy's clawback clauses name grounds, shares and bans. | Name one with --for, or give --amount and --ban yourself.
    未指明追回情形，或政策没有该情形。 | 政策的追回条款规定了情形、比例和限制申报年限。 | 用 --for 指明情形，或自行给出 --amount 和 --ban。
    > recover of an award whose policy has clawback clauses, without --for
    award-banned
    Who is to be paid is barred from awards on that day: a warning when it is published, a refusal when it is approved or paid. | Money was claimed back for cheating, or an incident bars them until a date. | Void the award, wait for the end of the ban, or enter resolvedOn where it was lifted.
    收款人在该日处于禁止奖励期内；公示时提示，批准和支付时不予办理。 | 因骗取奖励被追回，或有禁止期的失信记录。 | 作废该奖励、待禁止期满，或在已解除的记录中填写 resolvedOn。
    > pay on a day before bannedUntil
    award-double
    The same fact is sealed twice under the same clause. | It was paid in another year, or two clones of the ledger each sealed it before git joined them. | Void one with 'brandledger award void', recover it where it was paid, or leave it out.
    同一事实按同一条款封存了两次。 | 其他年度已奖励，或两份账本各自封存后由 git 合并。 | 用 brandledger award void 作废其一，已支付的追回，或不再封存。
    > a title sealed in 2024 and 2025
    award-fact-ended
    What the award rewards no longer stands on the day. | The title was revoked, or the mark or patent declared invalid, after the days of the round. | Void the award, or recover what was paid; where it goes on all the same, say why with --reason.
    奖励所依据的事实在该日已不再有效。 | 称号在窗口期满后被撤销，或商标、专利被宣告无效。 | 作废奖励，已支付的追回；确需继续办理的，用 --reason 说明理由。
    > pay of the second part after the title was revoked
    award-changed
    What was sealed does not compute any more: another amount, recipient or parts, or no clause speaks about the fact. | The fact, what clauses read, the policy or another claim of the round changed. | 'brandledger award verify' names it; void the award and seal anew, or restore what changed.
    已封存的奖励现计算结果不同：金额、对象或分期有变，或没有条款适用于该事实。 | 事实、条款所读取的内容、政策或同轮其他申领项已变。 | 用 brandledger award verify 查看；作废后重新封存，或恢复原内容。
    > approve after the holder of the title was changed
    award-stale
    More is to be sealed, and an award that shares its limits or rewards the same fact does not compute to what stands of it. | A fact was added or changed since: the title has another tier or year, or the award was not published yet. | See 'brandledger award verify'; void that award, recover what was too much, or restore what changed.
    封存其他奖励时，共用限额或奖励同一事实的已封存奖励现计算金额与其有效金额不同。 | 封存后新增或更改了事实：荣誉的级别、年度有变，或该奖励尚未公示。 | 查看 brandledger award verify；作废该奖励，追回多付的，或恢复原内容。
    > seal of a title that was added to a pot after the others were sealed
    award-clash
    Claims of two policies that look at each other's payouts are to be sealed together, and the amount of one changes once the other counts. | A clause excludes what another policy pays, or counts it against a limit. | Seal the one that is to be paid first: name its claims or its policy; then compute again.
    两项政策互计奖励，一并封存时，计入一方后另一方金额改变。 | 条款与另一政策互斥，或将其奖励计入限额。 | 先封存应支付的一方（指明申领项或政策），再重新计算。
    > seal --year 2025 of two policies that exclude each other for one title
    round-running
    The round is not over: its window has days to come. | What is won until then shares caps and budget with what is sealed now. | Seal when the window has ended, or know that later ones take what is left.
    本轮尚未期满，窗口内还有未到的日期。 | 此后的事实与现在封存的共用封顶和预算。 | 期满后再封存；否则后来者只得余额。
    > seal --year 2025 in November 2025
    round-before-unsealed
    Claims of the year before are eligible and not sealed, and clauses of this round look at what was paid before. | Rounds are sealed out of order. | Seal the earlier round first; else this one pays as if nothing had been paid.
    上年度有符合而未封存的申领项，而本轮条款要计以往奖励。 | 未按年度次序封存。 | 先封存上年度；否则本轮按未曾奖励计算。
    > seal --year 2025 before seal --year 2024
    claim-recovered
    The award that was sealed for the claim came back in full, so that the claim is not paid and its place is free. | It was recovered, for fraud or another ground. | Name the claim to 'award seal' where it is to be paid again all the same.
    该申领项的奖励已全额追回，不再奖励，其名额空出。 | 因骗取或其他情形追回。 | 确需再次奖励的，请在 award seal 中指明该申领项。
    > seal --year 2025 after an award of 2025 was recovered
    claim-barred
    Who won what a claim pays for, or is to be paid, is barred from awards today. | Money was claimed back for cheating, or an incident bars them until a date. | Wait for the end of the ban before it is published, or enter resolvedOn where it was lifted.
    申领人或收款人现处于禁止奖励期内。 | 因骗取奖励被追回，或有禁止期的失信记录。 | 待禁止期满再公示，或在已解除的记录中填写 resolvedOn。
    > seal --year 2025 with a title of a holder who is barred until 2027
    several-payers
    Policies of payers of several levels would pay in one round, such as the city's and the district's. | A policy of another payer was imported, to know what it gives. | Name the policies of this office with --policy; enter what others paid as their awards.
    一轮中有不同层级支付方的政策。 | 导入了其他支付方的政策以供参考。 | 用 --policy 指定本单位的政策；其他支付方已支付的另行登记。
    > seal --year 2025 where the province's policy is in the ledger beside the city's
    award-fact-later
    A claim is sealed before its fact has happened. | The date of the title or mark is wrong, or --today is. | Seal it when it has happened, or correct the date.
    封存日期早于事实发生日期。 | 称号或商标的日期有误，或 --today 有误。 | 请在事实发生后封存，或更正日期。
    > seal in January a title that is dated in June
    payee-closed
    Who is paid is on record as deregistered or revoked. | The enterprise was closed after it won. | See who is entitled by now; make the award void where nobody is.
    收款人登记为已注销或吊销。 | 企业在获得荣誉后注销。 | 请核对现由何人承受；无人承受的请作废。
    > pay an award to an enterprise that was deregistered
    claim-fact-ended
    The claim is eligible by the days of its round, and what it rewards no longer stands on the day of sealing. | The title was revoked, or the mark or patent declared invalid, after the last day of the window. | See what the policy says of it; name the claim to 'award seal' where it is to be paid all the same.
    按本轮期间符合条件，但封存时所奖励的事实已不再有效。 | 称号在窗口期满后被撤销，或商标、专利被宣告无效。 | 请核对政策规定；确需奖励的，请在 award seal 中指明该申领项。
    > seal --year 2024 after a title of 2024 was revoked in 2025
    claim-right-ended
    A claim is eligible by the days of its round, and the mark, patent or membership that it rewards ended before it is sealed. | The right was given up, cancelled or not renewed, an annuity was not paid, or a member withdrew, after the last day of the window. | The award for it remains earned; where the policy asks for rights that are still in force, name only the other claims to 'award seal'.
    按本轮期间符合条件，但所奖励的商标、专利或成员资格在封存前已终止。 | 窗口期满后放弃、注销、未续展、未缴年费或退出。 | 奖励仍成立；如政策要求权利仍有效，请在 award seal 中只指明其他申领项。
    > seal --year 2024 after a patent granted in 2024 lapsed in 2025
    claim-lowered
    A fact is worth more than stands of its award, of which money was claimed back or a part made void. | What came back may be due again by now, or may not. | See what it came back for; name the claim to 'award seal' if it is due.
    事实应得金额高于其奖励的有效金额，而该奖励曾有追回或部分作废。 | 已追回或作废的是否应再支付，须由人工判断。 | 请核对追回或作废的原因；应支付的，在 award seal 中指明该申领项。
    > seal --year 2025 after another payer, for whose payout money came back, took it back
    claim-paid-later
    The claim is of an earlier year than an award that was made already to the same applicant or for the same thing, and its clauses remember what was paid; it gets nothing and its place is the others'. | A title of a year that was sealed is entered late. | See whether both may be paid under the policy, and name the claim to 'award seal' if so.
    该申领项属于较早年度，而同一对象或事项在以后年度已获奖励，且条款须计入以往奖励；该项不予奖励，其名额归其他申领项。 | 以前年度的事实补录较晚。 | 请核对两项可否并给；可以的，在 award seal 中指明该申领项。
    > seal --year 2024 after an award of 2025 to the same holder was sealed
    claim-refuted
    The award for the claim was found wrong and made void, and the claim would be paid again. | An objection was upheld; whether the claim is right by now is for people to say. | Mend the facts; name the claim where it is to be sealed again.
    该申领项的奖励因异议成立已作废，而该项仍可获奖励。 | 异议成立后是否已更正须由人工判断。 | 请更正事实；确需重新封存的，请指明该申领项。
    > seal --year 2025 after an objection was upheld and the award made void
    claim-voided
    The award for the claim was made void, and the claim would be paid again. | People ended it, or it was to be sealed anew with what was mended. | Name the claim to 'award seal' where it is to be sealed anew; else mend what makes it eligible.
    该申领项的奖励已作废，而该项仍可获奖励。 | 此前由人工作废，或作废后待更正重封。 | 确需重新封存的，请在 award seal 中指明该申领项；否则请更正使其符合条件的事实。
    > seal --year 2025 after the award of an enterprise that was deregistered was made void
    award-move
    The award does not stand where this can be done. | Publication, approval and payment follow an order. | 'brandledger award show ID' tells what is possible.
    当前状态不能进行此操作。 | 公示、批准、支付有先后。 | brandledger award show 编号 显示可行操作。
    > pay before approve
    award-batch-stopped
    Of several awards one is not in order, and nothing was done with any. | A batch is done in one commit or not at all. | Mend what is told of it; or go on with the others, by their ids or with '--where id!=ID'.
    一批奖励中有不能办理的，整批均未办理。 | 一批奖励在一次提交中全部办理或全部不办理。 | 请先处理所提示的问题；或只办理其余奖励：写明编号，或用 --where id!=编号 排除。
    > pay --year 2025 where the approval of one of seven awards is void
    award-paid-against
    An award or a part of it was paid on one branch while another objected to it, made it void or claimed back all that was paid. | Two clones wrote, and git joined them. | The payment stays on record: decide the objection with 'award dismiss' or 'award uphold', or claim the money back with 'award recover'; a decision that was the mistake is taken out.
    一个分支支付了奖励或其一期，另一分支却提出异议、作废或决定全部追回。 | 两个副本各自登记后由 git 合并。 | 支付记录保留：用 award dismiss 或 award uphold 处理异议，或用 award recover 追回；决定有误的，删除该决定。
    > an objection in one clone, approval and payment in the other
    award-back-twice
    More came back of an award than was paid or claimed back, or a payment that failed is claimed back. | Two clones noted the same money, and git joined them. | Take out the entry that is wrong or stands twice; what was given back besides is claimed with 'award recover'.
    退回金额超出已付或应追回的金额，或对失败的支付决定追回。 | 两个副本登记了同一笔款项后由 git 合并。 | 删除误登或重复的一条；确属另行退回的，用 award recover 登记应追回。
    > the payment failed in one clone, the money claimed back in the other
    award-decided-twice
    An objection was upheld in one clone and dismissed in the other. | Two clones wrote, and git joined them. | It counts as upheld; take out the decision that does not hold with 'brandledger remove award-event'.
    同一异议在一个副本中被认定，在另一副本中被驳回。 | 两个副本各自登记后由 git 合并。 | 按认定处理；用 brandledger remove award-event 删除不成立的决定。
    > uphold in one clone, dismiss in the other
    award-state
    The state of an award is not the one that its events lead to. | It was changed by hand, or two branches moved it and were merged. | Take out events that cannot be, then set the state to which the others lead.
    奖励状态与事件不符。 | 手工修改，或两个分支各自办理后合并。 | 先删除不可能的事件，再把状态改为其余事件所至的状态。
    > awards.jsonl with state=paid and no payment
    award-event-state
    An event does not begin where the award stood. | Events were written by hand or merged. | Compare with the log; take the wrong one out with 'brandledger remove award-event'.
    事件的起始状态与当时不符。 | 手工写入或合并。 | 对照日志，用 brandledger remove award-event 删除有误的事件。
    > two payments merged from two branches
    award-date
    An event has no day. | It was written by hand. | Give the day.
    事件没有日期。 | 手工写入。 | 补上日期。
    > award-events.jsonl without date
    award-date-order
    The day lies before the last event. | Events follow each other. | Give a later day.
    日期早于上一事件。 | 事件须按时间先后。 | 给出更晚的日期。
    > approved before it was published
    award-date-future
    The day lies in the future. | An event is recorded when it happened. | Give the day on which it happened.
    日期在未来。 | 事件发生后才登记。 | 填写实际日期。
    > --on next year
    award-nobody
    Nobody is named who does it. | The user is unknown. | Give --user, or set BRANDLEDGER_USER.
    未写明经办人。 | 用户未知。 | 用 --user 或 BRANDLEDGER_USER 指定。
    > an event without by
    award-reason-missing
    The step needs its reason. | None was given. | Give --reason.
    该步骤须说明理由。 | 未给出。 | 用 --reason 说明。
    > void without a reason
    award-makers-unknown
    It is not known who sealed the award, so nobody can be told apart from them. | The commit has no author. | Seal it again.
    无法确定封存经办人，不能判断回避。 | 提交没有署名。 | 重新封存。
    > a commit by nobody
    award-own-approval
    Nobody approves what they made. | The same user sealed it or entered its fact. | Another person approves it.
    经办人不得自行批准。 | 同一人封存或录入。 | 由他人批准。
    > seal and approve by one clerk
    award-approved-twice
    It is approved already, as it stands. | The command was run twice. | Nothing to do; after a change another approval is needed.
    已批准且此后无变更。 | 重复操作。 | 无须处理；有变更时须重新批准。
    > approve twice
    award-approval-void
    Facts, policy or clauses changed since the approval. | An approval holds for what was approved. | Have it approved again.
    批准之后事实、政策或条款有变。 | 批准只对当时内容有效。 | 重新批准。
    > pay after the title's date was corrected
    award-objection-days
    Objections are still taken, or their last day is not known. | It was published too recently, or the policy has no objection days. | Wait until the day after, or give --days when publishing.
    仍在异议期内，或异议截止日不明。 | 公示未满，或政策未规定异议期。 | 期满次日再批准，或公示时给出天数。
    > approve on the day of publication
    award-objections-over
    The objection comes too late. | Its day lies behind the last day for objections. | Correct the day if it came earlier.
    异议逾期。 | 日期晚于截止日。 | 如实际更早，请更正日期。
    > object a month later
    award-which-objection
    It is not clear which objection is decided. | There are several. | Name its event with --objection; 'brandledger award show ID' lists them.
    未指明处理哪项异议。 | 有多项异议。 | 用 --objection 给出事件编号；brandledger award show 编号 列出各项。
    > uphold with two objections
    award-which-payment
    It is not clear which payment is meant. | There are several. | Name its event with --payment; 'brandledger award show ID' lists them.
    未指明哪次支付。 | 有多次支付。 | 用 --payment 给出事件编号；brandledger award show 编号 列出各项。
    > fail with two payments
    award-parts
    There is no such part, or the parts do not make the whole. | The number is too large, or the parts were changed by hand. | See 'brandledger award show ID'.
    没有该期，或各期之和不等于总额。 | 期次过大，或手工改动。 | 查看 brandledger award show 编号。
    > pay part 3 of 2
    award-not-due
    The part falls due later. | Its clause counts months from the approval. | Pay it from that day on; 'brandledger award show ID' tells it.
    该期尚未到期。 | 条款规定批准后若干月支付。 | 到期后支付；用 brandledger award show 编号 查看日期。
    > pay the second instalment after a month
    award-rests-on-it
    A record was to be removed that a sealed award rewards. | Entered again, it would be another fact and be paid again. | Correct it with 'set'; or void the award first, and recover what was paid.
    要删除的记录是已封存奖励的事实。 | 删除后重新登记即成为另一事实，会重复奖励。 | 用 set 更正；或先作废奖励并追回已支付的金额。
    > the removal of a title for which an award was sealed
    award-moved-by-hand
    A sealed award changes, and ends, by the award commands only. | It or one of its events was set, added or removed by hand. | See what is possible with 'brandledger award show ID'; 'award void' ends it.
    已封存的奖励只能用奖励命令变更或终结。 | 直接修改、添加或删除了奖励或其事件。 | 用 brandledger award show 编号 查看可行操作；作废用 award void。
    > set award ID state=paid
    award-sealed-by-hand
    Only 'award seal' writes a receipt. | A receipt was typed or imported. | Leave it out for what was paid before or by others, or seal the claim.
    凭据只能由 award seal 写入。 | 手工填写或导入了凭据。 | 以往或其他支付方的奖励不填凭据，或封存申领项。
    > add award with a receipt
    award-paid-twice
    The part is paid already. | The command was run twice, or two clones both paid and git joined them. | What left the account counts: claim it back with 'award recover', note with 'award fail' that the bank returned it, or take out an entry of the same transfer.
    该期已支付。 | 重复操作，或两个副本各自支付后由 git 合并。 | 已付款项照计：用 award recover 追回，银行退回的用 award fail 登记；同一笔付款重复登记的，删除其一。
    > pay part 1 twice
    award-condition
    A part is paid only when its condition is met. | The condition is not recorded as met. | Give --met with what shows it.
    该期须满足条件方可支付。 | 未登记条件已满足。 | 说明条件满足的依据。
    > the second half after inspection
    award-amount
    The amount fits no payment: not above zero, or not the whole that failed. | It was mistyped. | Give the right amount.
    金额不符：不大于零，或与失败支付不等。 | 录入有误。 | 更正金额。
    > pay 0
    award-excess
    More would be paid, recovered or repaid than there is. | It was mistyped, or paid before. | See the balance with 'brandledger award show ID'.
    超过可支付、追回或返还的金额。 | 录入有误或已支付。 | 用 brandledger award show 编号 查看余额。
    > recover more than was paid
    award-ban
    A ban of so many years cannot be. | Its last day lies beyond the calendar. | Give the years that the policy says.
    禁止年数无效。 | 届满日超出日历范围。 | 按政策填写年数。
    > award recover --ban 100 --on 9950-01-01
    """#
}
