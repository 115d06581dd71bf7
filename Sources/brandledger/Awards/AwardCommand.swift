import Bilingual
import CommandLine

/// `award …`: from facts to payouts, each yuan with its clause.
enum AwardCommand {
  static let command = Command<World>(
    "award",
    section: Section.work,
    summary: Phrase(en: "Compute, explain and seal award payouts", zh: "计算、说明和封存奖励"),
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
        AwardCompute.command, AwardExplain.command, AwardSeal.command, AwardList.command,
        AwardTotals.command, AwardCandidates.command, AwardSimulate.command,
      ]
    }
  )
}
