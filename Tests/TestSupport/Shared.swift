import Foundation

/// The folder of real inputs beside the checkout; tests that read it are skipped where it is missing.
public enum Shared {
  /// The path of `shared/data`, found from this file's own place; `nil` where it does not exist.
  public static let data: String? = {
    let checkout = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = checkout.deletingLastPathComponent().appendingPathComponent("shared/data")
    return FileManager.default.fileExists(atPath: folder.path) ? folder.path : nil
  }()
}
