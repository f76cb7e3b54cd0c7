extension Tensor: CustomStringConvertible {
  /// Shape, dtype and the first values: `Tensor(2 × 3, float64, [0.5, -1.25, …])`.
  public var description: String {
    let shape = shape
    let shown = 6  // as many as fit a line of a terminal
    let numbers = (try? reshaped([-1]).values()) ?? []
    let texts = numbers.prefix(shown).map { dtype == .int64 ? "\(Int($0))" : "\(rounded($0))" }
    let more = numbers.count > shown ? ["…"] : []
    let sizes = shape.isEmpty ? "scalar" : shape.map(String.init).joined(separator: " × ")
    return "Tensor(\(sizes), \(dtype), [\((texts + more).joined(separator: ", "))])"
  }
}

/// Four decimals; a number that they would hide is left as it is.
private func rounded(_ number: Double) -> Double {
  let scaled = (number * 10_000).rounded()
  return scaled.isFinite && scaled != 0 ? scaled / 10_000 : number
}
