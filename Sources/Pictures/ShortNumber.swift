#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// 0.43, 0.5, 1: two decimals at most.
func hundredths(_ value: Double) -> String {
  let text = "\((value * 100).rounded() / 100)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A number in a few characters, for a place in a picture: "0.43", "12", "3e-5".
func shortNumber(_ value: Double) -> String {
  guard value.isFinite else { return "\(value)" }
  let size = abs(value)
  if size == 0 { return "0" }
  if size >= 10_000 || size < 0.005 {
    let power = log10(size).rounded(.down)
    return "\(Int((value / pow(10, power)).rounded()))e\(Int(power))"
  }
  return size >= 10 ? "\(Int(value.rounded()))" : hundredths(value)
}
