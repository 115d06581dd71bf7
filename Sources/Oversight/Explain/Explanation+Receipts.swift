extension Explanation {
  /// What 'award verify' finds.
  static let receipts = #"""
    receipt-unreadable
    The receipt of an award cannot be read. | It was changed by hand, or written by a newer program. | Compare with the commit that sealed it: 'brandledger history ID'.
    奖励凭据无法识别。 | 手工改动，或由更新版本写入。 | 用 brandledger history 编号 对照封存提交。
    > awards.jsonl with "receipt":{}
    receipt-claim
    The records of the receipt's commit do not give the claim. | Receipt or records were forged. | See 'brandledger check', which names altered bytes.
    凭据所指提交的记录不产生该申领项。 | 凭据或记录被伪造。 | 用 brandledger check 查找改动。
    > a receipt with another claim
    receipt-amount
    The records of the receipt's commit give another amount. | The amount was changed by hand. | The computed one holds.
    凭据所指提交计算出的金额不同。 | 金额被手工改动。 | 以计算结果为准。
    > awards.jsonl with amountFen raised
    receipt-parts
    The records of the receipt's commit divide the award into other parts. | The parts were changed by hand. | Void the award and seal it again.
    凭据所指提交的记录给出的分期或分配不同。 | 分期被手工改动。 | 作废后重新封存。
    > awards.jsonl with another part
    receipt-hash
    Policy or clause have another hash than the receipt says. | One of them was forged. | See 'brandledger check'.
    政策或条款哈希与凭据不符。 | 其一被伪造。 | 用 brandledger check 查找改动。
    > a clause changed in its line
    receipt-input
    A value of the receipt's commit is another than the receipt says. | One of them was forged. | See 'brandledger check'.
    凭据所载数值与其提交不符。 | 其一被伪造。 | 用 brandledger check 查找改动。
    > an input changed in the receipt
    receipt-steps
    The clauses give other amounts on the way than the receipt says. | The receipt was changed, or the engine computes otherwise. | Compare with 'brandledger award explain'.
    各条款的中间金额与凭据不符。 | 凭据被改动，或计算方法不同。 | 用 brandledger award explain 对照。
    > a step left out
    fact-changed
    A value of the fact changed since the award was sealed. | It was corrected with 'set'. | If the change holds, void and seal again.
    封存后事实有变。 | 用 set 更正过。 | 如更正成立，作废后重新封存。
    > the date of a title corrected
    policy-changed
    The policy changed since. | It was imported again. | See 'brandledger policy diff'.
    封存后政策有变。 | 重新导入。 | 查看 brandledger policy diff。
    > a new version with the same id
    clause-changed
    A clause changed since. | The policy was imported again. | See 'brandledger policy diff'.
    封存后条款有变。 | 重新导入政策。 | 查看 brandledger policy diff。
    > an amount raised
    clause-added
    A clause came to bear on the claim since. | The policy was imported again. | See 'brandledger policy diff'.
    封存后新增适用条款。 | 重新导入政策。 | 查看 brandledger policy diff。
    > a cap added
    input-changed
    A value that a clause read changed since. | A record of the enterprise was corrected. | If the change holds, void and seal again.
    封存后条款读取的数值有变。 | 企业记录有更正。 | 如更正成立，作废后重新封存。
    > retained tax corrected
    input-added
    A clause reads a value that was not there then. | A record was added later. | If it holds, void and seal again.
    封存后新增了条款读取的数值。 | 后来添加了记录。 | 如成立，作废后重新封存。
    > an incident added
    record-removed
    A record that the receipt speaks of was removed. | See its reason with 'brandledger history ID'. | Void the award if the removal holds.
    凭据涉及的记录已删除。 | 用 brandledger history 编号 查看理由。 | 如删除成立，作废奖励。
    > a title removed
    rival-added
    Another claim of the same group or budget came in since. | A title was entered late. | Compute the round again before payment.
    封存后同组或同预算有新申领项。 | 补登荣誉所致。 | 支付前重新计算本轮。
    > a late title in a pro-rata pot
    rival-removed
    Another claim of the same group or budget went since. | A title was removed or voided. | Compute the round again before payment.
    封存后同组或同预算的申领项减少。 | 荣誉被删除或作废。 | 支付前重新计算本轮。
    > a title removed from a pot
    outcome-changed
    The claim has another outcome now. | Facts or policy changed. | See 'brandledger award explain'.
    申领结果有变。 | 事实或政策有变。 | 查看 brandledger award explain。
    > eligible then, not eligible now
    recipient-changed
    The award would go to somebody else now. | The holder changed. | Void and seal again if the change holds.
    收款人有变。 | 持有人变更。 | 如变更成立，作废后重新封存。
    > a title transferred
    amount-changed
    The amount would be another now. | Facts, policy or rivals changed. | Void and seal again if the change holds.
    金额有变。 | 事实、政策或同组申领有变。 | 如变更成立，作废后重新封存。
    > 30万 then, 20万 now
    more-due
    The fact is worth more than stands of its award. | A figure was corrected upwards after the payment, or what came back for another payer's payout is due again. | Seal the claim that is named: it pays the difference.
    事实应得金额高于其奖励的有效金额。 | 支付后有关数据更正调高，或因其他支付方奖励而追回的金额应再支付。 | 封存所列申领项，补发差额。
    > retained tax corrected upwards after the payment
    fact-ended
    What the award rewards no longer stands. | The title was revoked, or the mark or patent declared invalid, after the days of the round. | Void the award, or recover what was paid on the ground of the clause that is named.
    奖励所依据的事实已不再有效。 | 称号在窗口期满后被撤销，或商标、专利被宣告无效。 | 作废奖励，或按所列条款追回已支付的金额。
    > a title revoked after the award was paid
    approval-void
    What was approved is no longer what stands. | Something changed after the approval. | Have it approved again.
    批准内容与现状不符。 | 批准后有变更。 | 重新批准。
    > a title corrected after the approval
    """#
}
