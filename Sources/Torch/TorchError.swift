import CTorch

/// What libtorch refused, in its own words: sizes that do not fit, an index out of range, ….
public struct TorchError: Error, Equatable, CustomStringConvertible {
  public let message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}

extension TorchError {
  /// A message as libtorch gives it, without the C++ stack and other lines for its authors.
  init(libtorch text: String) {
    let lines = text.split(separator: "\n")
      .prefix { !$0.hasPrefix("Exception raised from") && !$0.hasPrefix("frame #") }
    self.init(lines.prefix(Self.usefulLines).joined(separator: "\n"))
  }

  /// Lines of a message that help; autograd's longest sentence is one of them.
  private static let usefulLines = 6
}

/// Throws what the shim noted, unless it reports success.
@inline(__always)
func check(_ status: Int32) throws {
  if status != 0 { throw TorchError(libtorch: String(cString: ctorch_last_error())) }
}

/// A value that a tensor or an optimiser always has.
///
/// - Precondition: `read` asks for nothing that libtorch can refuse.
func always<Value>(_ read: () throws -> Value) -> Value {
  do { return try read() } catch { fatalError("libtorch does not know its own tensor: \(error)") }
}
