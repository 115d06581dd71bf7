import Bilingual
import CommandLine

/// `mark …`: trademarks, their families and lives, and the members of collective marks.
enum MarkCommand {
  static let command = Command<World>(
    "mark",
    section: Section.work,
    summary: Phrase(
      en: "Follow trademarks, Madrid families and the members of collective marks",
      zh: "管理商标、马德里国际注册与集体商标成员"
    ),
    discussion: Phrase(
      en: """
        What happens to a mark is entered as an event; its status, owner and term follow from the \
        events and are never typed. A member of a collective mark is admitted with evidence, assessed \
        against the technical standard, authorised for a period within the mark's own, inspected, and \
        warned, suspended, restored or let go with a reason.
        """,
      zh: """
        商标发生的事项逐条登记，其状态、注册人、专用期由事项得出，无需手填。集体商标成员凭材料准入，按技术\
        标准评定，在商标专用期内授权，接受检查；警告、暂停、恢复、取消均须说明理由。
        """
    ),
    examples: [
      Example(
        "brandledger mark who-may-use 天汾电动工具 --on 2025-06-30",
        Phrase(en: "Who may use a collective mark on a day", zh: "某日谁可使用集体商标")
      ),
      Example(
        "brandledger mark show WO/9900001",
        Phrase(en: "A mark with its whole family and its life", zh: "查看商标的家族与经过")
      ),
      Example(
        "brandledger mark event CN/99000046 renewed --on 2026-01-10",
        Phrase(en: "Enter a renewal; the new term is reckoned", zh: "登记续展，自动推算新的专用期")
      ),
    ],
    subcommands: {
      [
        MarkShow.command, RightEventCommand.mark, RightEventCommand.refresh, MarkMembers.whoMayUse,
        MarkMembers.members, MarkMembers.report, MemberCommands.apply, MemberCommands.admit,
        MemberCommands.assess, MemberCommands.authorise, MemberUse.inspect, MemberUse.mend,
        MemberCommands.warn, MemberCommands.suspend, MemberCommands.restore,
        MemberCommands.withdraw, MemberUse.labels, MemberUse.submit, RightEventCommand.file,
        MarkDue.command,
      ]
    }
  )
}
