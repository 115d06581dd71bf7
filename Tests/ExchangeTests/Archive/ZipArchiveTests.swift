import Exchange
import Foundation
import Testing

struct ZipArchiveTests {
  private static let lines = (0..<300).map { "第\($0)行：示例海鲜\n" }.joined()

  private static func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? ExchangeError)?.code.name
    }
  }

  /// What opening an archive and unpacking a file of it throws.
  private static func code(_ bytes: [UInt8], unpacking name: String = "a") -> String? {
    code { _ = try ZipArchive(bytes, origin: "f.zip").contents(name) }
  }

  /// Raw DEFLATE streams that zlib 1.2.13 made of the beginning of the lines.
  private static let streams: [(name: String, size: Int, base64: String)] = [
    (
      "stored", 60,
      "ATwAw//nrKww6KGM77ya56S65L6L5rW36bKcCuesrDHooYzvvJrnpLrkvovmtbfpspwK56ysMuihjO+8muekuuQ="
    ),
    (
      "fixed", 400,
      """
      e75mjcGLhT3v98x6vmTXk33dz7Zuf7lpDtfzNWsMsQsbYRc2xi5sgl3YFLuwGXZhc+zCFtiFLXF4B5c3cfjTEIdHDXH41BCHVw1x\
      +NUQu2cB
      """
    ),
    (
      "dynamic", 7_390,
      """
      ddkxztQ6AIXRntXk3jiOvUZYAaJBopwKCSEhxGoQP1RvC28DOa27TzOTOb55e72Ov58//Pfz49uXH79/vf/z7fu/r5/evb1eeT7u8/H5fDyej6/n4/\
      l8fD8fr+fjjRxlojMIDUqD1KA1iA1qg9ygt+itPlf0Fr1Fb9Fb9Ba9RW/Re6L3RO+pLzJ6T/Se6D3Re6L3RO+J3oHegd6B3qFfLnoHegd6B3oHegd6L\
      /Re6L3Qe6H30qMKvRd6L/Re6L3QO9E70TvRO9E70Tv1bEbvRO9E70Tvjd4bvTd6b/Te6L3Re+vPCL03em/0LvQu9C70LvQu9C70LvQu/fuid6F3o3ej\
      d6N3o3ejd6N3o3ejd4sb9IbAcUgch8hxyByH0HFIHYfYccgdh+BxqNzUUjmxRW2RW/QWwUVxkVwyV4SulMpUudwVwSuSV0SvyF4RviJ9RfyK/JWTwFa\
      5CBYZLEJYpLCIYZHDIohFEosolsG7hcqlsYhjkccikEUii0gWmSxCWaSyXLxWqVwwi2QW0SyyWYSzSGcRzyKfRUDL5I1S5TJahLRIaRHTIqdFUIukFl\
      EtslpuXqZVLq5FXovAFoktIltktghtkdoitmVxR1C55BbRLbJbhLdIbxHfIr9FgIsEl80JhRuKRhQZrjJcZbjKcJXhKsNVhqsMVxmu4XykchmuMlxlu\
      MpwleEqw1WGK3czDmdezlTO7YzjGdczzmfczzigyXCV4SrD9eRoqHIZrjJcZbjKcJXhKsNVhqsMVxmug3upymW4ynCV4SrDVYarDFcZrjJcZbhenIpV\
      LsNVhqsMVxmuMlxluMpwleEqw3VyJVe5DFcZrjJcZbjKcJXhKsNVhqsM15svCFQuw1WGqwxXGa4yXGW4ynCV4SrDdfHdiMpluMpwleEqw1WGqwxXGa4\
      yXGW4br4Weir/Hw==
      """
    ),
  ]

  private static func packed(_ name: String) throws -> (bytes: [UInt8], packed: [UInt8]) {
    let stream = try #require(streams.first { $0.name == name })
    let packed = try #require(Data(base64Encoded: stream.base64))
    return (Array(lines.utf8.prefix(stream.size)), Array(packed))
  }

  @Test(arguments: ["stored", "fixed", "dynamic"])
  func `a stream that zlib packed is unpacked to the same bytes`(_ name: String) throws {
    let (bytes, packed) = try Self.packed(name)
    let archive = zip([
      ZipFile(name: "a", bytes: bytes, method: 8, packed: packed), ZipFile(name: "b", bytes: [7]),
    ])
    #expect(try ZipArchive(archive, origin: "f.zip").contents("a") == bytes)
    #expect(try ZipArchive(archive, origin: "f.zip").contents("b") == [7])
    #expect(try ZipArchive(archive, origin: "f.zip").contents("c") == nil)
  }

  @Test(arguments: ["stored", "fixed", "dynamic"])
  func `a stream that is cut anywhere, or goes on behind its end, is refused`(_ name: String) throws
  {
    let (bytes, packed) = try Self.packed(name)
    for length in 0..<packed.count {
      let file = ZipFile(name: "a", bytes: bytes, method: 8, packed: Array(packed[..<length]))
      #expect(Self.code(zip([file])) == "damaged-archive", "\(length)")
    }
    let longer = ZipFile(name: "a", bytes: bytes, method: 8, packed: packed + [0])
    #expect(Self.code(zip([longer])) == "damaged-archive")
  }

  @Test func `a flipped bit anywhere in a stream never passes for what was packed`() throws {
    let (bytes, packed) = try Self.packed("fixed")
    for index in packed.indices {
      for bit in 0..<8 {
        var flipped = packed
        flipped[index] ^= 1 << bit
        let file = ZipFile(name: "a", bytes: bytes, method: 8, packed: flipped)
        let code = Self.code(zip([file]))
        // The bits behind the last code fill up the byte and mean nothing.
        #expect(code == "damaged-archive" || index == packed.count - 1, "\(index).\(bit)")
      }
    }
  }

  @Test func `a size that the directory lies about is refused, whichever way it lies`() throws {
    let (bytes, packed) = try Self.packed("dynamic")
    for size in [0, bytes.count - 1, bytes.count + 1, 1 << 20] {
      let file = ZipFile(name: "a", bytes: bytes, method: 8, packed: packed, size: size)
      #expect(Self.code(zip([file])) == "damaged-archive", "\(size)")
    }
    #expect(Self.code(zip([ZipFile(name: "a", bytes: [1, 2], size: 3)])) == "damaged-archive")
    #expect(Self.code(zip([ZipFile(name: "a", bytes: [1], checksum: 5)])) == "damaged-archive")
  }

  @Test func `what would unpack to far more than it takes is refused before it is unpacked`() throws
  {
    let (bytes, packed) = try Self.packed("dynamic")
    let bomb = ZipFile(name: "a", bytes: bytes, method: 8, packed: packed, size: 200 << 20)
    #expect(Self.code(zip([bomb])) == "unsafe-archive")
    var limits = ZipArchive.Limits()
    limits.total = 10
    let small = zip([
      ZipFile(name: "a", bytes: [1, 2, 3, 4, 5, 6]), ZipFile(name: "b", bytes: [1, 2, 3, 4, 5]),
    ])
    #expect(Self.code(small) == nil)
    #expect(
      Self.code { _ = try ZipArchive(small, origin: "f.zip", limits: limits) } == "unsafe-archive"
    )
    limits = ZipArchive.Limits()
    limits.files = 1
    #expect(
      Self.code { _ = try ZipArchive(small, origin: "f.zip", limits: limits) } == "unsafe-archive"
    )
  }

  @Test(arguments: ["../a", "/a", "a/../../b", "a\\b", "C:a", "a\0b", ""])
  func `a name that leads out of the archive is refused`(_ name: String) {
    #expect(Self.code(zip([ZipFile(name: name, bytes: [1])])) == "unsafe-archive")
  }

  @Test func `one name twice, shared bytes, a password and an unknown method are refused`() {
    let file = ZipFile(name: "a", bytes: [1, 2, 3, 4])
    #expect(Self.code(zip([file, file])) == "unsafe-archive")
    var overlapping = zip([file, ZipFile(name: "b", bytes: [1, 2, 3, 4])])
    // The second entry of the directory is made to begin at the first file, under its name.
    let directory = overlapping.count - 22 - 2 * 47
    overlapping[directory + 47 + 42] = 0
    overlapping[directory + 47 + 46] = UInt8(ascii: "a")
    #expect(Self.code(overlapping) == "unsafe-archive")
    var secret = file
    secret.flags = 1
    #expect(Self.code(zip([secret])) == "encrypted-file")
    var odd = file
    odd.method = 12
    #expect(Self.code(zip([odd])) == "damaged-archive")
  }

  @Test func `an archive that is cut anywhere is refused`() {
    let archive = zip([ZipFile(name: "a", bytes: [1, 2, 3]), ZipFile(name: "b", bytes: [4])])
    for length in 0..<archive.count {
      #expect(Self.code(Array(archive[..<length])) == "damaged-archive", "\(length)")
    }
    for index in archive.indices where archive[index] == 0x50 {
      var broken = archive
      broken[index] = 0
      #expect(Self.code(broken) == "damaged-archive", "\(index)")
    }
  }
}
