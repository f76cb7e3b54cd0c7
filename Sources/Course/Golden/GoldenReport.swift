import Recurrent

/// How near an implementation comes to a golden file.
public struct GoldenReport: Sendable, Equatable {
  public var kind: String
  /// Numbers, words and sizes that were compared.
  public var compared = 0
  /// The largest relative error, and the tensor it is in.
  public var worst: (error: Double, tensor: String) { (worstError, worstTensor) }
  /// Everything that is further off than the tolerance, the first of each tensor.
  public var failures: [Mismatch] = []

  private var worstError = 0.0
  private var worstTensor = ""

  /// A number that is not what the file says.
  public struct Mismatch: Sendable, Equatable, CustomStringConvertible {
    public var tensor: String
    public var index: [Int]
    public var golden: String
    public var computed: String

    public var description: String {
      let place = index.isEmpty ? "" : "[\(index.map(String.init).joined(separator: ", "))]"
      return "\(tensor)\(place): the file has \(golden), computed \(computed)"
    }
  }

  /// Relative to the number itself.
  ///
  /// Independent float64 implementations agree to some 1e-13; 1e-10 leaves room for another order
  /// of summation and none for a changed digit.
  public static let tolerance = 1e-10

  /// What rounding alone may do, as an absolute difference.
  ///
  /// A gradient is a sum of terms of order one that may cancel almost completely, and an entry behind a
  /// saturated tanh is a difference of nearly equal numbers: their last digits belong to nobody. Between
  /// PyTorch and this implementation they were seen to differ by 2e-16; ten times that is allowed. A
  /// changed eighth digit shows in every number above 1e-6.
  static func rounding(_ scale: Double) -> Double { 2e-15 * max(1, scale) }

  init(kind: String) { self.kind = kind }
}

// MARK: - Comparing

extension GoldenReport {
  mutating func compare(_ tensor: String, _ golden: Double, _ computed: Double) {
    compare(tensor, [golden], [computed], shape: [])
  }

  mutating func compare(_ tensor: String, _ golden: GoldenTensor, _ computed: [Double]) {
    compare(tensor, golden.data, computed, shape: golden.shape)
  }

  mutating func compare(
    _ tensor: String, _ golden: [Double], _ computed: [Double], shape: [Int]
  ) {
    guard golden.count == computed.count else {
      return fail(tensor, [], "\(golden.count) numbers", "\(computed.count)")
    }
    compared += golden.count
    let scale = golden.map(abs).max() ?? 0
    var isFirst = true
    for i in golden.indices {
      let difference = abs(golden[i] - computed[i])
      let isNear =
        golden[i] == computed[i]
        || difference <= Self.tolerance * abs(golden[i]) + Self.rounding(scale)
      let error = difference == 0 ? 0 : difference / max(abs(golden[i]), scale * 1e-3)
      // Written so that NaN is the worst there is.
      if !(error <= worstError) {
        worstError = error.isNaN ? .infinity : error
        worstTensor = tensor
      }
      if !isNear && isFirst {
        fail(tensor, index(i, shape), "\(golden[i])", "\(computed[i])")
        isFirst = false
      }
    }
  }

  mutating func compare<Value: Equatable>(_ tensor: String, _ golden: [Value], _ computed: [Value])
  {
    guard golden.count == computed.count else {
      return fail(tensor, [], "\(golden.count) elements", "\(computed.count)")
    }
    compared += golden.count
    if let i = golden.indices.first(where: { golden[$0] != computed[$0] }) {
      fail(tensor, [i], "\(golden[i])", "\(computed[i])")
    }
  }

  mutating func compare<Value: Equatable>(_ tensor: String, _ golden: Value, _ computed: Value) {
    compare(tensor, [golden], [computed])
  }

  private mutating func fail(
    _ tensor: String, _ index: [Int], _ golden: String, _ computed: String
  ) {
    failures.append(Mismatch(tensor: tensor, index: index, golden: golden, computed: computed))
    if worstError == 0 { worstTensor = tensor }
  }

  private func index(_ flat: Int, _ shape: [Int]) -> [Int] {
    var index: [Int] = []
    var rest = flat
    for length in shape.reversed() where length > 0 {
      index.insert(rest % length, at: 0)
      rest /= length
    }
    return index
  }

  public static func == (a: GoldenReport, b: GoldenReport) -> Bool {
    a.kind == b.kind && a.compared == b.compared && a.failures == b.failures
      && a.worst == b.worst
  }
}

/// `{"shape": […], "data": […]}` with any number of axes.
struct GoldenTensor: Decodable {
  var shape: [Int]
  var data: [Double]

  enum Key: String, CodingKey { case shape, data }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    shape = try container.decode([Int].self, forKey: .shape)
    data = try container.decode([Double].self, forKey: .data)
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow else {
        throw DecodingError.dataCorruptedError(
          forKey: .shape, in: container, debugDescription: "\(shape) is not a shape")
      }
      count = product
    }
    guard count == data.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .shape, in: container,
        debugDescription: "the shape \(shape) needs \(count) numbers, and there are \(data.count)")
    }
  }

  /// - Throws: when the tensor has other than two axes.
  func matrix(_ name: String) throws -> Matrix {
    guard shape.count == 2 else { throw wrongShape(name, "two axes") }
    return Matrix(shape[0], shape[1], data)
  }

  func vector(_ name: String) throws -> Vector {
    guard shape.count == 1 else { throw wrongShape(name, "one axis") }
    return Vector(data)
  }

  /// A vector as a column, a matrix as it is.
  func column(_ name: String) throws -> Matrix {
    shape.count == 1 ? Matrix(shape[0], 1, data) : try matrix(name)
  }

  private func wrongShape(_ name: String, _ wanted: String) -> DecodingError {
    .dataCorrupted(
      .init(codingPath: [], debugDescription: "\(name) has the shape \(shape), not \(wanted)"))
  }
}
