import Bilingual
import CommandLine

/// `award …`: from facts to payouts, each yuan with its clause.
enum AwardCommand {
  static let command = Command<World>(
    "award",
    section: Section.work,
    summary: Phrase(en: "Compute, seal, approve and pay awards", zh: "计算、封存、批准和支付奖励"),
    discussion: Phrase(
      en: """
        compute → seal → publish → approve → pay. Objections are taken while an award is published: upheld, \
        it is mended and published anew, or void. A payment may fail, and what was wrongly paid is recovered. \
        Every step keeps who, when and why; nobody approves what they made.
        """,
      zh: """
        计算 → 封存 → 公示 → 批准 → 支付。公示期间受理异议：成立的更正后重新公示或作废。支付可登记失败，\
        错付的予以追回。每一步记录经办人、日期与理由；经办人不得自批。
        """
    ),
    examples: [
      Example(
        "brandledger award compute --year 2025",
        Phrase(en: "What is to be paid, and by which clause", zh: "计算应发奖励及依据条款")
      ),
      Example(
        "brandledger award explain 启东市示例海润水产有限公司 --year 2025",
        Phrase(en: "Why somebody gets what, or nothing", zh: "说明某企业的奖励结果及理由")
      ),
    ],
    subcommands: {
      [
        AwardCompute.command, AwardExplain.command, AwardCandidates.command,
        AwardSimulate.command, AwardSeal.command,
        AwardLifeCommands.publish, AwardLifeCommands.object, AwardLifeCommands.uphold,
        AwardLifeCommands.dismiss, AwardLifeCommands.approve, AwardMoneyCommands.pay,
        AwardMoneyCommands.fail, AwardMoneyCommands.recover, AwardMoneyCommands.repay,
        AwardMoneyCommands.withdraw, AwardLifeCommands.void, AwardList.command, AwardShow.command,
        AwardTotals.command,
        AwardPublic.command, AwardPayments.command, AwardNotice.command,
        AwardVerify.command,
      ]
    }
  )
}
