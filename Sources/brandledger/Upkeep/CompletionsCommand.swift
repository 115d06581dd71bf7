import Bilingual
import CommandLine

/// `completions SHELL`: what a shell needs to complete commands.
enum CompletionsCommand {
  static let shell = Argument(
    ValueKind(
      Phrase(en: "SHELL", zh: "shell"),
      choices: [
        Choice(Shell.bash, "bash", Phrase(en: "bash", zh: "bash")),
        Choice(Shell.zsh, "zsh", Phrase(en: "zsh", zh: "zsh")),
        Choice(Shell.fish, "fish", Phrase(en: "fish", zh: "fish")),
      ]
    ),
    help: Phrase(en: "For which shell", zh: "shell 名称")
  )

  static let command = Command<World>(
    "completions",
    section: Section.upkeep,
    summary: Phrase(en: "Print a completion script for a shell", zh: "输出命令补全脚本"),
    examples: [
      Example(
        "brandledger completions bash",
        Phrase(en: "To be saved where bash looks for completions", zh: "保存到 bash 的补全目录即可")
      )
    ],
    arguments: [shell]
  ) { session, arguments in
    try session.print(Tool.program.completions(for: arguments[shell], in: session.language))
    return nil
  }
}

/// `manual`: the whole program on one page.
enum ManualCommand {
  static let markdown = Option(
    flag: "markdown",
    help: Phrase(en: "As Markdown instead of a manual page", zh: "输出 Markdown 而不是手册页")
  )

  static let command = Command<World>(
    "manual",
    section: Section.upkeep,
    summary: Phrase(en: "Print the manual page", zh: "输出手册页"),
    examples: [
      Example(
        "brandledger manual --markdown",
        Phrase(en: "Every command on one page", zh: "全部命令一览")
      )
    ],
    options: [markdown]
  ) { session, arguments in
    try session.print(
      arguments[markdown]
        ? Tool.program.reference(in: session.language)
        : Tool.program.manualPage(in: session.language)
    )
    return nil
  }
}
