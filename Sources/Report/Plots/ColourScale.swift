/// Values → one of 21 steps of a colour scale.
///
/// The colours are the stylesheet's, once for a light page and once for a dark one; a step is a
/// class there.
struct ColourScale: Equatable {
  var low: Double
  var high: Double
  /// Two colours that meet at zero, for values on both sides of it.
  var isDiverging: Bool

  static let steps = 21

  /// - Parameter range: the ends, where the author fixed them.
  init(_ values: some Sequence<Double>, range: ClosedRange<Double>?) {
    let drawable = values.filter(\.isDrawable)
    var low = range?.lowerBound ?? drawable.min() ?? 0
    var high = range?.upperBound ?? drawable.max() ?? 1
    if !low.isDrawable { low = drawable.min() ?? 0 }
    if !high.isDrawable { high = drawable.max() ?? 1 }
    isDiverging = low < 0 && high > 0
    if isDiverging {
      // Equal distances from zero have equal strength.
      high = max(-low, high)
      low = -high
    }
    if high <= low { high = low + (low == 0 ? 1 : abs(low) * 0.1) }
    self.low = low
    self.high = high
  }

  /// 0…20, or `nil` where there is no number.
  ///
  /// Beyond the ends is the end's colour.
  func step(_ value: Double) -> Int? {
    guard !value.isNaN else { return nil }
    let part = (min(max(value, low), high) - low) / (high - low)
    return min(Self.steps - 1, Int(part * Double(Self.steps)))
  }

  func className(_ step: Int) -> String { (isDiverging ? "d" : "q") + String(step) }

  /// The class of text on this step, so that it has a contrast of 4.5 : 1 in both schemes: the page's
  /// own end of black and white on steps near the page, black in the middle, the other end beyond.
  func textClass(_ step: Int) -> String {
    switch (isDiverging, step) {
    case (true, 6...14), (false, ..<10): "number"
    case (true, 4...17), (false, 10...13): "number middle"
    default: "number strong"
    }
  }
}
