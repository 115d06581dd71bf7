import JSONLines
import Testing

struct ByteSearchTests {
  @Test func `the first place is found wherever it stands, and none outside the range`() {
    let needle = Array("电".utf8)
    for length in 0..<70 {
      for place in 0...length {
        var bytes = [UInt8](repeating: needle[0], count: length)
        bytes.insert(contentsOf: needle, at: place)
        // The pointer is used within the closure only.
        unsafe bytes.withUnsafeBytes { buffer in
          #expect(unsafe ByteSearch.first(needle, buffer, 0..<buffer.count) == place)
          #expect(unsafe ByteSearch.first(needle, buffer, place..<buffer.count) == place)
          #expect(unsafe ByteSearch.first(needle, buffer, 0..<place + 2) == nil)
          #expect(unsafe ByteSearch.first(needle, buffer, place + 1..<buffer.count) == nil)
        }
      }
    }
  }
}
