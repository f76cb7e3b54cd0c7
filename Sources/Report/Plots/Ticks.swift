/// A place on an axis that is worth a number.
struct Tick: Equatable {
  var value: Double
  var label: String
}

/// Where an axis begins and ends, and its ticks.
struct AxisRange: Equatable {
  var low: Double
  var high: Double
  var ticks: [Tick]
}

// MARK: - Linear

extension AxisRange {
  /// Ticks at 1, 2 or 5 times a power of ten.
  ///
  /// - Parameters:
  ///   - values: what the axis must hold; only finite ones below 1e300 count, whose differences are
  ///     still numbers.
  ///   - count: about how many ticks there should be.
  ///   - snapsEnds: whether the axis is drawn on to the next tick at both ends, however far; without,
  ///     only to one that is near: 1000 for epochs up to 999.
  static func linear(_ values: some Sequence<Double>, count: Int, snapsEnds: Bool) -> AxisRange {
    let (low, high) = widened(extent(of: values) ?? (0, 1))
    let step = TickStep(spanning: high - low, count: count)
    let first = (low / step.size).rounded(.up)
    let last = (high / step.size).rounded(.down)
    let isOnTick = { (tick: Double, end: Double) in abs(tick - end / step.size) < 1e-6 }
    let near = snapsEnds ? 1 : 0.03 * (high - low) / step.size
    let snapsLow = !isOnTick(first, low) && low / step.size - (first - 1) < near
    let snapsHigh = !isOnTick(last, high) && last + 1 - high / step.size < near
    let from = snapsLow ? first - 1 : first
    let to = snapsHigh ? last + 1 : last
    let ticks = stride(from: from, through: to, by: 1).map(step.tick)
    return AxisRange(
      low: min(low, ticks.first?.value ?? low), high: max(high, ticks.last?.value ?? high),
      ticks: ticks)
  }

  private static func extent(of values: some Sequence<Double>) -> (Double, Double)? {
    var result: (low: Double, high: Double)?
    for value in values where value.isDrawable {
      result = result.map { (min($0.low, value), max($0.high, value)) } ?? (value, value)
    }
    return result
  }

  /// An axis needs some length, also when all values are one.
  private static func widened(_ extent: (low: Double, high: Double)) -> (Double, Double) {
    let size = max(abs(extent.low), abs(extent.high))
    guard extent.high - extent.low <= size * 1e-9 else { return extent }
    let margin = size == 0 ? 1 : size * 0.1
    return (extent.low - margin, extent.high + margin)
  }
}

/// A tick every m × 10^p.
private struct TickStep {
  var multiple: Int
  var power: Int

  init(spanning span: Double, count: Int) {
    let rough = Decimal(span / Double(max(count, 1)))
    // 0.d₁d₂ × 10^e is d₁.d₂ × 10^(e-1).
    let leading = Double(rough.digits.first ?? 1) + Double(rough.digits.dropFirst().first ?? 0) / 10
    power = rough.exponent - 1
    switch leading {
    case ..<1.5: multiple = 1
    case ..<3.5: multiple = 2
    case ..<7.5: multiple = 5
    default:
      multiple = 1
      power += 1
    }
  }

  var size: Double { Double("\(multiple)e\(power)") ?? 1 }

  /// The tick at `index` steps from zero, as the decimal that it is: 0.3, not 0.30000000000000004.
  func tick(_ index: Double) -> Tick {
    let value = Double("\(Int(index) * multiple)e\(power)") ?? index * size
    let digits = value == 0 ? 1 : Decimal(value).exponent - power
    return Tick(value: value, label: numberText(value, significant: max(1, digits)))
  }
}

// MARK: - Logarithmic

extension AxisRange {
  /// Ticks at powers of ten, and at 2 and 5 times one where these are few.
  ///
  /// Values at or below zero have no place on such an axis and do not count.
  static func logarithmic(_ values: some Sequence<Double>, count: Int) -> AxisRange {
    let extent = extent(of: values.filter { $0 > 1e-300 }) ?? (1, 10)
    let low = snapped(extent.0, up: false)
    var high = snapped(extent.1, up: true)
    if low == high { high = low.next }
    let isFine = high.power - low.power <= 2
    let every = max(1, (high.power - low.power + count - 1) / max(count, 1))
    // One manner for a whole axis: 0.01 beside 10⁻⁴ is two.
    let isPlain = low.power >= -3 && high.power <= 4
    var ticks: [Tick] = []
    for power in low.power...high.power {
      for multiple in isFine ? [1, 2, 5] : [1] where isFine || power % every == 0 {
        let place = LogPlace(multiple: multiple, power: power)
        guard place.value >= low.value * 0.999, place.value <= high.value * 1.001 else { continue }
        ticks.append(Tick(value: place.value, label: place.label(isPlain: isPlain)))
      }
    }
    return AxisRange(low: low.value, high: high.value, ticks: ticks)
  }

  /// The nearest 1, 2 or 5 times a power of ten that does not leave `value` outside.
  private static func snapped(_ value: Double, up: Bool) -> LogPlace {
    let decimal = Decimal(value)
    let power = decimal.exponent - 1
    let places = [1, 2, 5, 10].map { LogPlace(multiple: $0, power: power).normal }
    if up { return places.first { $0.value >= value } ?? places[3] }
    return places.last { $0.value <= value } ?? places[0]
  }
}

private struct LogPlace: Equatable {
  var multiple: Int
  var power: Int

  var value: Double { Double("\(multiple)e\(power)") ?? 1 }
  var normal: LogPlace { multiple == 10 ? LogPlace(multiple: 1, power: power + 1) : self }

  var next: LogPlace {
    switch multiple {
    case 1: LogPlace(multiple: 2, power: power)
    case 2: LogPlace(multiple: 5, power: power)
    default: LogPlace(multiple: 1, power: power + 1)
    }
  }

  func label(isPlain: Bool) -> String {
    if isPlain || power == 0 { return numberText(value, significant: 1) }
    return (multiple == 1 ? "" : "\(multiple)\u{A0}×\u{A0}") + "10" + superscript(power)
  }
}

extension Double {
  /// Has a place in a drawing: finite, and so far from overflow that differences are finite too.
  var isDrawable: Bool { magnitude < 1e300 }
}
