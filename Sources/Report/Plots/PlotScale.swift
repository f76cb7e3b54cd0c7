import Transcripts

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Values of an axis → coordinates of the drawing.
struct PlotScale {
  var range: AxisRange
  var scale: LinePlot.Axis.Scale
  /// The coordinates of `range.low` and `range.high`.
  var from: Double
  var to: Double

  /// - Returns: `nil` for a value that has no place on the axis.
  func callAsFunction(_ value: Double) -> Double? {
    guard Self.hasPlace(value, on: scale) else { return nil }
    let (low, high, at) =
      scale == .linear
      ? (range.low, range.high, value) : (log10(range.low), log10(range.high), log10(value))
    guard high > low else { return from }
    return from + (at - low) / (high - low) * (to - from)
  }

  static func hasPlace(_ value: Double, on scale: LinePlot.Axis.Scale) -> Bool {
    value.isDrawable && (scale == .linear || value > 1e-300)
  }
}
