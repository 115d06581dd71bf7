import Glibc

/// The streams of the process, by `write(2)`.
struct Console: Sendable {
  /// A stream to write to.
  enum Stream: Int32, Sendable {
    case output = 1
    case errors = 2
  }

  private let columns: Int?

  init(width: Int?) {
    columns = width
  }

  /// Whether a person reads the stream.
  func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream.rawValue) == 1
  }

  /// Whether a person can be asked.
  var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isTerminal(.errors) }

  /// The columns of the terminal; `nil` where the stream is none.
  func width(_ stream: Stream = .output) -> Int? {
    guard isTerminal(stream) else { return nil }
    if let columns, columns > 0 { return columns }
    var size = winsize()
    guard unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// The reader of the answer has seen enough, as `head` has: nothing more is to be made.
  struct ReaderLeft: Error {}

  /// Writes a piece of the answer.
  ///
  /// - Parameter text: The piece.
  /// - Throws: ``ReaderLeft``, or ``Diagnostics`` where it cannot be written, as onto a full disk.
  func put(_ text: String) throws {
    guard !write(text, to: .output) else { return }
    guard errno != EPIPE else { throw ReaderLeft() }
    throw UserFiles.failure("cannot-write", "-")
  }

  /// Tells a person something beside the answer; nobody may be there to read it.
  func tell(_ text: String) {
    _ = write(text, to: .errors)
  }

  /// Writes a text; `errno` says why it could not.
  private func write(_ text: String, to stream: Stream) -> Bool {
    UserFiles.put(Array(text.utf8), into: stream.rawValue)
  }

  /// Asks a question and reads the line that answers it; `nil` at the end of input.
  func ask(_ question: String) -> String? {
    tell(question)
    return readLine()
  }
}
