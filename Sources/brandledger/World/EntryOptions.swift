import Bilingual
import CommandLine

/// What commands share that enter something that was done.
enum EntryOptions {
  static let day = Option(
    "on",
    Values.day,
    help: Phrase(en: "The day on which it was done; else today", zh: "办理日期；默认为今天")
  )
}
