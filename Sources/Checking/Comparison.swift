import Transcripts

/// How near two numbers must be.
public struct Tolerance: Sendable, Equatable {
  /// Relative to the expected number, or to a thousandth of its tensor's largest, which is what an
  /// element that cancels to almost nothing is made of.
  public var relative: Double
  /// Below this a difference is rounding, whatever it is relative to.
  public var absolute: Double

  public init(relative: Double, absolute: Double) {
    self.relative = relative
    self.absolute = absolute
  }

  /// Independent implementations in float64 agree to about 1e-13 here; the mildest real mistake seen
  /// in this course, a doubled derivative of a saturated gate, shows from 1e-3 on.
  public static let float64 = Tolerance(relative: 1e-9, absolute: 1e-12)

  /// What decides whether a result equals a misconception's: wider than rounding, far narrower than
  /// any two different mistakes.
  public static let diagnosis = Tolerance(relative: 1e-8, absolute: 1e-11)
}

/// The outcome of comparing two results.
enum Comparison {
  /// The worst relative error seen.
  case equal(worstError: Double)
  case different(claim: String, finding: String, Divergence?)
}

/// Compares tensor by tensor in the order given, which is the order of computation: the first
/// divergence is the one nearest to its cause.
///
/// - Parameter explainsNaN: true for a diagnosis, where `expected` is a misconception's result: an
///   overflow that it predicts is then a finding like any other. In a check NaN equals nothing.
func compare(
  expected: [Observation], got: [Observation], tolerance: Tolerance, explainsNaN: Bool = false
) -> Comparison {
  var worst = 0.0
  for (index, want) in expected.enumerated() {
    guard index < got.count, got[index].name == want.name else {
      return .different(
        claim: want.claim, finding: "\(want.name) is missing from the result", nil)
    }
    let have = got[index]
    guard have.shape == want.shape, have.count == want.count else {
      return .different(
        claim: want.claim,
        finding: "\(want.name) should be \(shapeText(want)), and is \(shapeText(have))",
        Divergence(tensor: want.name, expected: shapeText(want), got: shapeText(have)))
    }
    switch (want.values, have.values) {
    case (.numbers(let a), .numbers(let b)):
      switch firstDifference(a, b, want, tolerance, explainsNaN) {
      case .equal(let error): worst = max(worst, error)
      case let different: return different
      }
    case (.integers(let a), .integers(let b)):
      if let i = a.indices.first(where: { a[$0] != b[$0] }) {
        return differing(want, at: i, "\(a[i])", "\(b[i])")
      }
    case (.words(let a), .words(let b)):
      if let i = a.indices.first(where: { a[$0] != b[$0] }) {
        return differing(want, at: i, quoted(a[i]), quoted(b[i]))
      }
    default:
      return .different(claim: want.claim, finding: "\(want.name) has another type", nil)
    }
  }
  return .equal(worstError: worst)
}

private func firstDifference(
  _ expected: [Double], _ got: [Double], _ observation: Observation, _ tolerance: Tolerance,
  _ explainsNaN: Bool
) -> Comparison {
  let scale = Scale(of: expected)
  var worst = 0.0
  var first: Int?
  for i in expected.indices {
    let difference = abs(expected[i] - got[i])
    let error = difference == 0 ? 0 : difference / scale.reference(for: expected[i])
    let isNear = scale.isNear(expected[i], got[i], tolerance, explainsNaN: explainsNaN)
    if !isNear && first == nil { first = i }
    if difference > tolerance.absolute || difference.isNaN {
      worst = error.isNaN ? .infinity : max(worst, error)
    }
  }
  guard let first else { return .equal(worstError: worst) }
  let (want, have) = distinguishable(expected[first], got[first])
  return differing(
    observation, at: first, want, have, worst: worst, tolerance: tolerance.relative)
}

/// What a tensor's numbers are measured by.
private struct Scale {
  private let largest: Double

  init(of expected: [Double]) { largest = expected.map(abs).filter(\.isFinite).max() ?? 0 }

  func reference(for expected: Double) -> Double { max(abs(expected), largest * 1e-3) }

  /// Written so that NaN loses: it is neither equal nor within anything.
  func isNear(
    _ expected: Double, _ got: Double, _ tolerance: Tolerance, explainsNaN: Bool
  ) -> Bool {
    let difference = abs(expected - got)
    return expected == got || difference <= tolerance.absolute
      // A difference from infinity is infinite, and no share of it is small.
      || difference.isFinite && difference <= tolerance.relative * reference(for: expected)
      || explainsNaN && expected.isNaN && got.isNaN
  }
}

extension Observation {
  /// Whether `other` holds the same, as far as a diagnosis asks: without a word about where it does not,
  /// because thousands of candidates are turned down this way.
  func isExplained(by other: Observation) -> Bool {
    guard name == other.name, shape == other.shape, count == other.count else { return false }
    switch (other.values, values) {
    case (.numbers(let a), .numbers(let b)):
      let scale = Scale(of: a)
      return a.indices.allSatisfy {
        scale.isNear(a[$0], b[$0], .diagnosis, explainsNaN: true)
      }
    case (.integers(let a), .integers(let b)): return a == b
    case (.words(let a), .words(let b)): return a == b
    default: return false
    }
  }
}

/// Six digits of each, or all of them where six would show the same.
private func distinguishable(_ a: Double, _ b: Double) -> (String, String) {
  number(a) == number(b) ? ("\(a)", "\(b)") : (number(a), number(b))
}

private func differing(
  _ observation: Observation, at flat: Int, _ expected: String, _ got: String,
  worst: Double? = nil, tolerance: Double? = nil
) -> Comparison {
  var index: [Int] = []
  var rest = flat
  for length in observation.shape.reversed() where length > 0 {
    index.insert(rest % length, at: 0)
    rest /= length
  }
  let step = observation.hasTimeAxis && !index.isEmpty ? index.removeFirst() : nil
  let divergence = Divergence(
    tensor: observation.name, timeStep: step, index: index, expected: expected, got: got,
    worstError: worst, tolerance: tolerance)
  return .different(
    claim: observation.claim,
    finding: "\(divergence.place) should be \(expected), and is \(got)", divergence)
}

private func shapeText(_ observation: Observation) -> String {
  switch observation.shape.count {
  case 0: "one number"
  case 1: "\(observation.shape[0]) long"
  default: observation.shape.map(String.init).joined(separator: " × ")
  }
}

private func quoted(_ word: String) -> String { "\"\(word)\"" }

/// Six significant digits: enough to see where two numbers part, short enough to read.
func number(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
  let magnitude = abs(value)
  guard magnitude >= 1e-4, magnitude < 1e6 else {
    var exponent = 0
    var mantissa = magnitude
    while mantissa >= 10 { mantissa /= 10; exponent += 1 }
    while mantissa < 1 { mantissa *= 10; exponent -= 1 }
    let digits = (mantissa * 1e5).rounded() / 1e5
    return "\(value < 0 ? "-" : "")\(digits)e\(exponent)"
  }
  return "\((value * 1e6).rounded() / 1e6)"
}
