/// A name for contents: equal contents have equal names, on every machine and in every run.
///
/// Two 64-bit FNV-1a hashes with different beginnings; it guards against staleness, not against an
/// adversary, who could as well write into the cache.
package struct Fingerprint {
  private var a: UInt64 = 0xcbf2_9ce4_8422_2325
  private var b: UInt64 = 0x6c62_272e_07bb_0142

  package init() {}

  package mutating func add(_ text: String) {
    // The length keeps "ab" + "c" apart from "a" + "bc".
    for byte in "\(text.utf8.count):".utf8 { add(byte) }
    for byte in text.utf8 { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    a = (a ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    b = (b ^ UInt64(byte)) &* 0x0000_0100_0000_01b5
  }

  /// 32 hexadecimal digits.
  package var name: String { Self.hex(a) + Self.hex(b) }

  var seed: UInt64 { a ^ b }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
