/// What a wrong tensor is of the right one, in every case alike: a mistake that needs no catalogue,
/// because it can be read off the result.
enum Relation: Hashable {
  case opposite
  case transposed
  /// The right numbers in the right shape, filled in column by column.
  case byColumns
  case scaled(Factor)
  /// What belongs to step t − 1 stands at step t.
  case late
  case early
  case reversed
  case withoutFirst
  case withoutLast
  /// Every step shows what belongs to the last.
  case lastEverywhere
  case zero
  case magnitude
  case singlePrecision
  /// Its own norm cut to a limit.
  case clipped(to: Double)
  /// Each number cut to ±limit.
  case clamped(to: Double)
  /// Every whole number by so much too large.
  case raised(by: Int)
  /// A sum over time in which some steps' shares are missing or count too often.
  case steps(Weights)

  /// How often step t of T counts.
  enum Weights: Hashable, CaseIterable {
    case firstOnly, lastOnly, withoutFirst, withoutLast, firstTwice, lastTwice
    /// t + 1 times, as when a running sum is added up.
    case growing
    /// T − t times.
    case shrinking
  }

  enum Factor: Hashable {
    case constant(Double)
    /// One over a size, by its letter.
    case over(String)
    case times(String)
  }
}

extension Relation {
  /// All that could make `got` of `right`, from one case in which they differ.
  static func candidates(_ right: Observation, _ got: Observation, _ sizes: [Size]) -> [Relation] {
    switch (right.values, got.values) {
    case (.numbers(let a), .numbers(let b)):
      var result: [Relation] = Weights.allCases.map { .steps($0) }
      result += [
        .zero, .opposite, .transposed, .byColumns, .late, .early, .reversed, .withoutFirst,
        .withoutLast, .lastEverywhere, .magnitude, .singlePrecision,
      ]
      if a.count == b.count {
        if let factor = factor(a, b) {
          result += sizes.flatMap { [.scaled(.over($0.symbol)), .scaled(.times($0.symbol))] }
          result.append(.scaled(.constant(factor)))
        }
        result += [
          .clipped(to: round(norm(b), within: 1e-5)), .clamped(to: round(b.map(abs).max() ?? 0)),
        ]
      }
      return result
    case (.integers(let a), .integers(let b)):
      let raised = (b.first ?? 0) &- (a.first ?? 0)
      return [.late, .early, .reversed, .withoutFirst, .withoutLast]
        + (raised == 0 ? [] : [.raised(by: raised)])
    case (.words, .words): return [.late, .early, .reversed, .withoutFirst, .withoutLast]
    default: return []
    }
  }

  /// Whether `got` is this of `right`, within what a diagnosis allows.
  ///
  /// - Parameter shares: of `right`, one per step; empty where it is no sum over time.
  func holds(
    _ right: Observation, _ got: Observation, _ sizes: [Size], _ shares: [Observation] = []
  ) -> Bool {
    switch self {
    case .late, .early, .reversed, .withoutFirst, .withoutLast, .lastEverywhere:
      return holdsInTime(right, got)
    case .raised(let amount):
      guard case .integers(let a) = right.values, case .integers(let b) = got.values else {
        return false
      }
      return a.map { $0 &+ amount } == b
    case .steps(let weights):
      return weights.sum(shares).map { got.isExplained(by: $0) } ?? false
    default: break
    }
    guard case .numbers(let a) = right.values, case .numbers(let b) = got.values else {
      return false
    }
    if self == .singlePrecision { return isSinglePrecision(a, b, right.shape == got.shape) }
    return predictions(of: a, right.shape, sizes).contains { shape, numbers in
      var predicted = right
      predicted.shape = shape
      predicted.values = .numbers(numbers)
      return got.isExplained(by: predicted)
    }
  }

  private typealias Prediction = (shape: [Int], numbers: [Double])

  /// The right numbers as this makes them, in each of the ways in which it is usually done; none where
  /// it cannot.
  private func predictions(of a: [Double], _ shape: [Int], _ sizes: [Size]) -> [Prediction] {
    func each(_ change: (Double) -> Double) -> [Prediction] { [(shape, a.map(change))] }
    switch self {
    case .opposite: return each { -$0 }
    case .zero: return each { _ in 0 }
    case .magnitude: return each(abs)
    case .transposed: return shape.count == 2 ? [([shape[1], shape[0]], turned(a, shape))] : []
    case .byColumns:
      return shape.count == 2 && shape[0] != shape[1] ? [(shape, turned(a, shape))] : []
    case .scaled(let factor):
      return factor.value(sizes).map { factor in each { factor * $0 } } ?? []
    case .clipped(let limit):
      let length = norm(a)
      guard length > limit else { return [(shape, a)] }
      // With and without the millionth that keeps a division by zero away.
      return each { $0 * limit / length } + each { $0 * limit / (length + 1e-6) }
    case .clamped(let limit): return each { max(-limit, min(limit, $0)) }
    default: return []
    }
  }

  private func turned(_ a: [Double], _ shape: [Int]) -> [Double] {
    (0..<shape[1]).flatMap { column in
      (0..<shape[0]).map { row in a[row * shape[1] + column] }
    }
  }

  private func isSinglePrecision(_ a: [Double], _ b: [Double], _ sameShape: Bool) -> Bool {
    guard sameShape, a.count == b.count else { return false }
    let scale = a.map(abs).filter(\.isFinite).max() ?? 0
    return zip(a, b).allSatisfy { $1 == Double(Float($1)) && abs($0 - $1) <= 1e-4 * scale }
  }

  private func holdsInTime(_ right: Observation, _ got: Observation) -> Bool {
    guard right.hasTimeAxis || right.shape.count == 1,
      right.shape.dropFirst() == got.shape.dropFirst()
    else { return false }
    let a = right.rows, b = got.rows
    func same(_ right: [Observation], _ got: [Observation]) -> Bool {
      right.count == got.count && zip(right, got).allSatisfy { $1.isExplained(by: $0) }
    }
    switch self {
    case .late:
      return a.count == b.count && same(Array(a.dropLast()), Array(b.dropFirst()))
    case .early:
      return a.count == b.count && same(Array(a.dropFirst()), Array(b.dropLast()))
    case .reversed: return same(a.reversed(), b)
    case .withoutFirst: return same(Array(a.dropFirst()), b)
    case .withoutLast: return same(Array(a.dropLast()), b)
    case .lastEverywhere:
      guard right.hasTimeAxis, let last = a.last else { return false }
      return same(a.map { _ in last }, b)
    default: return false
    }
  }
}

extension Observation {
  /// How many different values it holds.
  var variety: Int {
    switch values {
    case .numbers(let numbers): Set(numbers).count
    case .integers(let integers): Set(integers).count
    case .words(let words): Set(words).count
    }
  }

  /// One for each index of the first axis.
  fileprivate var rows: [Observation] {
    guard let count = shape.first, count > 0, self.count % count == 0 else { return [] }
    let length = self.count / count
    return (0..<count).map { row in
      let range = (row * length)..<((row + 1) * length)
      let part: Values =
        switch values {
        case .numbers(let numbers): .numbers(Array(numbers[range]))
        case .integers(let integers): .integers(Array(integers[range]))
        case .words(let words): .words(Array(words[range]))
        }
      return Observation("", claim: "", shape: [length], values: part)
    }
  }
}

/// The one factor between two lists, if they are parallel.
private func factor(_ right: [Double], _ got: [Double]) -> Double? {
  guard let largest = right.indices.max(by: { abs(right[$0]) < abs(right[$1]) }),
    right[largest].isFinite, right[largest] != 0, got[largest].isFinite, got[largest] != 0
  else { return nil }
  let factor = got[largest] / right[largest]
  // What is nearly 1 is a loss of digits, not a factor.
  return abs(factor - 1) < 1e-3 ? nil : round(factor)
}

private func norm(_ numbers: [Double]) -> Double {
  numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
}

/// To six digits, where nothing but rounding is lost by it: what a person would have typed.
private func round(_ value: Double, within relative: Double = 1e-9) -> Double {
  let typed = (value * 1e6).rounded() / 1e6
  if abs(typed - value) <= relative * abs(value), typed != 0 { return typed }
  // Nine digits: two tensors with the same factor agree in these.
  var scale = 1.0
  while abs(value) * scale < 1e8, scale < 1e30 { scale *= 10 }
  return abs(value) < 1e8 ? (value * scale).rounded() / scale : value
}

extension Relation.Weights {
  /// How often step t counts.
  private func count(_ t: Int, of steps: Int) -> Double {
    switch self {
    case .firstOnly: t == 0 ? 1 : 0
    case .lastOnly: t == steps - 1 ? 1 : 0
    case .withoutFirst: t == 0 ? 0 : 1
    case .withoutLast: t == steps - 1 ? 0 : 1
    case .firstTwice: t == 0 ? 2 : 1
    case .lastTwice: t == steps - 1 ? 2 : 1
    case .growing: Double(t + 1)
    case .shrinking: Double(steps - t)
    }
  }

  /// The shares added up so; `nil` where there are none.
  func sum(_ shares: [Observation]) -> Observation? {
    guard var result = shares.first, case .numbers(var total) = result.values else { return nil }
    total = total.map { _ in 0 }
    for (t, share) in shares.enumerated() {
      guard case .numbers(let numbers) = share.values, numbers.count == total.count else {
        return nil
      }
      let weight = count(t, of: shares.count)
      for i in numbers.indices { total[i] += weight * numbers[i] }
    }
    result.values = .numbers(total)
    return result
  }
}

extension Relation.Factor {
  func value(_ sizes: [Size]) -> Double? {
    func size(_ symbol: String) -> Double? {
      sizes.first { $0.symbol == symbol && $0.value > 0 }.map { Double($0.value) }
    }
    switch self {
    case .constant(let factor): return factor
    case .over(let symbol): return size(symbol).map { 1 / $0 }
    case .times(let symbol): return size(symbol)
    }
  }
}
