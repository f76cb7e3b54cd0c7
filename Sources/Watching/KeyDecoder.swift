/// Makes keys out of the bytes that a terminal sends.
///
/// An arrow is three bytes that may come in two pieces, and begins as the escape key does: a lone
/// escape is one only when nothing has followed it for a moment, which `flush()` is told.
public struct KeyDecoder: Sendable {
  private var pending: [UInt8] = []

  public init() {}

  /// Whether something has begun that the next bytes may complete.
  public var isWaiting: Bool { !pending.isEmpty }

  /// The keys that are complete with these bytes.
  public mutating func keys(from bytes: [UInt8]) -> [Key] {
    pending += bytes
    var keys: [Key] = []
    while let (key, length) = first() {
      if let key { keys.append(key) }
      pending.removeFirst(length)
    }
    return keys
  }

  /// What is left when no more bytes come.
  public mutating func flush() -> [Key] {
    defer { pending = [] }
    return pending.first == 0x1B ? [.escape] : []
  }

  /// The first key and its length in bytes; a `nil` key is none of ours, `nil` is one that is not whole.
  private func first() -> (Key?, Int)? {
    guard let byte = pending.first else { return nil }
    switch byte {
    case 0x1B: return sequence()
    case 0x0A, 0x0D: return (.enter, 1)
    case 0x0C: return (.redraw, 1)
    case 0x04: return (.endOfInput, 1)
    case 0x00..<0x20, 0x7F: return (nil, 1)
    case 0x20..<0x80: return (.character(Character(Unicode.Scalar(byte))), 1)
    default: return character(byte)
    }
  }

  private func sequence() -> (Key?, Int)? {
    guard pending.count > 1 else { return nil }
    guard pending[1] == UInt8(ascii: "[") || pending[1] == UInt8(ascii: "O") else {
      return (.escape, 1)
    }
    // Parameters, then one byte that ends it; nothing that a keyboard sends is longer.
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40..<0x7F).contains($0) }) else {
      return pending.count > 16 ? (nil, pending.count) : nil
    }
    return (key(ended: pending[end], parameters: pending[2..<end]), end + 1)
  }

  private func key(ended last: UInt8, parameters: ArraySlice<UInt8>) -> Key? {
    switch (Character(Unicode.Scalar(last)), String(decoding: parameters, as: UTF8.self)) {
    case ("A", _): .up
    case ("B", _): .down
    case ("C", _): .right
    case ("D", _): .left
    case ("M", ""): .enter
    case ("~", "5"): .pageUp
    case ("~", "6"): .pageDown
    default: nil
    }
  }

  private func character(_ lead: UInt8) -> (Key?, Int)? {
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard pending.count >= length else { return nil }
    let text = String(decoding: pending[..<length], as: UTF8.self)
    guard text.count == 1, let character = text.first, character != "\u{FFFD}" else {
      return (nil, 1)
    }
    return (.character(character), length)
  }
}
