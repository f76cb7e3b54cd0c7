/// A column of numbers: a hidden state, a bias, a row of logits.
///
/// Float64, value semantics. `a + b`, `a - b` and `a * b` work element by element, `s * a` scales.
public struct Vector: Sendable, Equatable, Codable {
  @usableFromInline var storage: [Double]

  @inlinable public init(_ elements: some Sequence<Double>) { storage = Array(elements) }

  @inlinable public init(_ elements: [Double]) { storage = elements }

  /// `count` zeros.
  @inlinable public init(zeros count: Int) { storage = Array(repeating: 0, count: count) }

  public init(from decoder: any Decoder) throws {
    storage = try decoder.singleValueContainer().decode([Double].self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(storage)
  }
}

extension Vector: ExpressibleByArrayLiteral {
  @inlinable public init(arrayLiteral elements: Double...) { storage = elements }
}

extension Vector: RandomAccessCollection, MutableCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { storage.count }

  /// - Precondition: `index` is in `0..<count`; otherwise the program stops and says so.
  @inlinable public subscript(index: Int) -> Double {
    get {
      if index < 0 || index >= storage.count { outside(index, storage.count) }
      return storage[index]
    }
    set {
      if index < 0 || index >= storage.count { outside(index, storage.count) }
      storage[index] = newValue
    }
  }
}

extension Vector: CustomStringConvertible {
  public var description: String {
    "[" + map { rounded($0) }.joined(separator: ", ") + "]"
  }
}

// MARK: - Arithmetic, element by element

extension Vector {
  /// Each element through `function`: `h = a.map(tanh)`.
  @inlinable public func map(_ function: (Double) throws -> Double) rethrows -> Vector {
    Vector(try storage.map(function))
  }

  @inlinable public static func + (a: Vector, b: Vector) -> Vector {
    combine(a, b, "sum") { $0 + $1 }
  }

  @inlinable public static func - (a: Vector, b: Vector) -> Vector {
    combine(a, b, "difference") { $0 - $1 }
  }

  /// The Hadamard product: element by element, *not* a dot product.
  @inlinable public static func * (a: Vector, b: Vector) -> Vector {
    combine(a, b, "product") { $0 * $1 }
  }

  @inlinable public static func / (a: Vector, b: Vector) -> Vector {
    combine(a, b, "quotient") { $0 / $1 }
  }

  @inlinable public static func * (a: Double, b: Vector) -> Vector { b.map { a * $0 } }
  @inlinable public static func * (a: Vector, b: Double) -> Vector { a.map { $0 * b } }
  @inlinable public static func / (a: Vector, b: Double) -> Vector { a.map { $0 / b } }
  @inlinable public static func + (a: Vector, b: Double) -> Vector { a.map { $0 + b } }
  @inlinable public static func + (a: Double, b: Vector) -> Vector { b.map { a + $0 } }
  @inlinable public static func - (a: Vector, b: Double) -> Vector { a.map { $0 - b } }
  @inlinable public static func - (a: Double, b: Vector) -> Vector { b.map { a - $0 } }
  @inlinable public static prefix func - (a: Vector) -> Vector { a.map { -$0 } }

  @inlinable public static func += (a: inout Vector, b: Vector) {
    if a.count != b.count { differ("sum", a.count, b.count) }
    for i in a.storage.indices { a.storage[i] += b.storage[i] }
  }

  @inlinable public static func -= (a: inout Vector, b: Vector) {
    if a.count != b.count { differ("difference", a.count, b.count) }
    for i in a.storage.indices { a.storage[i] -= b.storage[i] }
  }

  @inlinable public static func *= (a: inout Vector, b: Double) {
    for i in a.storage.indices { a.storage[i] *= b }
  }

  @usableFromInline static func combine(
    _ a: Vector, _ b: Vector, _ name: String, _ function: (Double, Double) -> Double
  ) -> Vector {
    if a.count != b.count { differ(name, a.count, b.count) }
    return Vector(
      Array(unsafeUninitializedCapacity: a.count) { buffer, count in
        for i in 0..<a.count { buffer[i] = function(a.storage[i], b.storage[i]) }
        count = a.count
      })
  }
}

// MARK: - Whole-vector values

extension Vector {
  /// Σᵢ aᵢ.
  @inlinable public var sum: Double { storage.reduce(0, +) }

  /// Σᵢ aᵢbᵢ.
  @inlinable public func dot(_ other: Vector) -> Double {
    if count != other.count { differ("dot product", count, other.count) }
    var sum = 0.0
    for i in storage.indices { sum += storage[i] * other.storage[i] }
    return sum
  }

  /// The Euclidean norm √Σᵢ aᵢ².
  @inlinable public var norm: Double { dot(self).squareRoot() }

  /// The place of the largest element, the first of equals; `nil` for an empty vector.
  public var indexOfMaximum: Int? {
    guard var best = indices.first else { return nil }
    for i in indices where storage[i] > storage[best] { best = i }
    return best
  }

  /// The outer product: `self.count` × `other.count`, element (i, j) is aᵢbⱼ.
  public func outer(_ other: Vector) -> Matrix {
    var result = Matrix(zeros: count, other.count)
    result.addOuter(self, other)
    return result
  }

  /// `self` above `other`: the [h; x] of an LSTM.
  @inlinable public func concatenated(with other: Vector) -> Vector {
    Vector(storage + other.storage)
  }
}
