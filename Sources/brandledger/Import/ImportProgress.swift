import Bilingual

/// Says how far a long run is, once a second and not before the first.
struct ImportProgress {
  private let session: Session
  private let start: Int64
  private var told: Int64
  private var count = 0
  private var isShown = false

  init(_ session: Session) {
    self.session = session
    start = session.world.milliseconds()
    told = start
  }

  mutating func step(_ rows: Int = 1) {
    let before = count
    count += rows
    guard count / 256 > before / 256, !session.isForPrograms else { return }
    let now = session.world.milliseconds()
    guard now - told >= 1_000 else { return }
    told = now
    isShown = true
    let text = Phrase(en: "\(count, of: "row") …", zh: "已读 \(count) 行…")
    let start = session.world.console.isTerminal(.errors) ? "\r" : ""
    let end = start.isEmpty ? "\n" : ""
    session.world.console.tell(start + text[session.language] + end)
  }

  func end() {
    if isShown, session.world.console.isTerminal(.errors) {
      session.world.console.tell("\n")
    }
  }
}
