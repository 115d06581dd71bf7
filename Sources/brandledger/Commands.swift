import Bilingual
import CommandLine

extension Tool {
  /// Makes each of the commands, in the order in which help lists them.
  static var commands: [@Sendable () -> Command<World>] {
    [
      { AwardCommand.command },
      { PolicyCommand.command },
      { ProgressCommand.command },
      { DueCommand.command },
      { DateCommand.command },
      { CaseCommands.command },
      { ReportCommand.command },
      { MarkCommand.command },
      { PatentCommand.command },
      { PipelineCommand.command },
      { AddCommand.command },
      { SetCommand.command },
      { RemoveCommand.command },
      { MergeCommand.command },
      { ShowCommand.command },
      { ListCommand.command },
      { CountCommand.command },
      { FindCommand.command },
      { SimilarCommand.command },
      { ImportCommand.command },
      { AttachCommand.command },
      { AttachmentCommand.command },
      { KindsCommand.command },
      { InitCommand.command },
      { RefreshCommand.command },
      { CheckCommand.command },
      { ExplainCommand.command },
      { LogCommand.command },
      { HistoryCommand.command },
      { UndoCommand.command },
      { RecoverCommand.command },
      { AdoptCommand.command },
      { CompletionsCommand.command },
      { ManualCommand.command },
    ]
  }
}

/// The headings under which help lists the commands.
enum Section {
  static let records = Phrase(en: "Records", zh: "记录")
  static let work = Phrase(en: "The office's work", zh: "业务")
  static let upkeep = Phrase(en: "The ledger", zh: "账本")
}
