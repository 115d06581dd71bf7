import Bilingual
import JSONLines

/// The strict reader over a file of any origin: every fault that it has, none of it changed.
///
/// Lines end at the byte 0x0A and nowhere else; columns count Unicode scalars from 1; offsets count
/// bytes from 0. A last line without a line end is read like any other.
public enum StrictReading {
  /// Reads each line as one JSON value (RFC 8259).
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, for places.
  /// - Returns: The first fault of each line that has one, in order, and how many lines there are.
  /// - Complexity: O(*n*) in the bytes.
  public static func lines(_ bytes: Bytes, file: String) -> (faults: [Diagnostic], count: Int) {
    bytes.withSpan { span in
      var faults: [Diagnostic] = []
      var count = 0
      var splitter = LineSplitter(0..<span.count)
      while let line = splitter.line(span) {
        count = line.number
        var scanner = JSONScanner(line.range)
        do throws(JSONError) {
          _ = try scanner.document(span)
        } catch {
          faults.append(Diagnostic(error, file: file, line: line, span))
        }
      }
      return (faults, count)
    }
  }

  /// Reads the whole file as one JSON value (RFC 8259).
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, for places.
  /// - Returns: The first fault; `nil` where there is none.
  /// - Complexity: O(*n*) in the bytes.
  public static func document(_ bytes: Bytes, file: String) -> Diagnostic? {
    bytes.withSpan { span in
      var scanner = JSONScanner(0..<span.count)
      do throws(JSONError) {
        _ = try scanner.document(span)
        return nil
      } catch {
        return Diagnostic(error, file: file, line: line(at: error.offset, span), span)
      }
    }
  }

  /// Finds the line in which a byte stands; the end of the file belongs to the last line.
  private static func line(at offset: Int, _ span: Span<UInt8>) -> Line {
    var found = Line(number: 1, start: 0, end: span.count, isWhole: false)
    var splitter = LineSplitter(0..<span.count)
    while let line = splitter.line(span), line.start <= offset { found = line }
    return found
  }
}
