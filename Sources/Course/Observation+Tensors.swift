import Checking
import Recurrent

extension Observation {
  init(_ name: String, claim: String, _ vector: Vector) {
    self.init(name, claim: claim, shape: [vector.count], values: .numbers(Array(vector)))
  }

  init(_ name: String, claim: String, _ matrix: Matrix) {
    self.init(
      name, claim: claim, shape: [matrix.rows, matrix.columns], values: .numbers(matrix.elements))
  }

  /// One vector per time step.
  init(_ name: String, claim: String, overTime vectors: [Vector]) {
    // Vectors of unlike lengths could add up to the right number of elements; the length that stands
    // out becomes the shape, so that they never pass for a rectangle.
    let first = vectors.first?.count ?? 0
    let length = vectors.first { $0.count != first }?.count ?? first
    self.init(
      name, claim: claim, shape: [vectors.count, length], values: .numbers(vectors.flatMap { $0 }),
      hasTimeAxis: true)
  }

  /// Token ids, or other whole numbers.
  init(_ name: String, claim: String, _ integers: [Int]) {
    self.init(name, claim: claim, shape: [integers.count], values: .integers(integers))
  }

  init(_ name: String, claim: String, _ words: [String]) {
    self.init(name, claim: claim, shape: [words.count], values: .words(words))
  }

  /// A list of losses.
  init(_ name: String, claim: String, curve: [Double]) {
    self.init(name, claim: claim, shape: [curve.count], values: .numbers(curve))
  }

  /// One observation per matrix, "tensor 0" and on.
  static func all(of list: TensorList, claim: String) -> [Observation] {
    zip(list.names, list.tensors).map { Observation($0, claim: claim, $1) }
  }

  /// One observation per parameter, named as the lesson names it.
  static func all(of parameters: RNNParameters, claim: String) -> [Observation] {
    [
      Observation("U", claim: claim, parameters.U),
      Observation("V", claim: claim, parameters.V),
      Observation("W", claim: claim, parameters.W),
      Observation("bHidden", claim: claim, parameters.bHidden),
      Observation("bOutput", claim: claim, parameters.bOutput),
    ]
  }

  /// One observation per parameter of an LSTM.
  static func all(of parameters: LSTMParameters, claim: String) -> [Observation] {
    all(of: parameters, vectors: 5, claim: claim)
  }

  /// One observation per parameter of a GRU.
  static func all(of parameters: GRUParameters, claim: String) -> [Observation] {
    all(of: parameters, vectors: 7, claim: claim)
  }

  /// - Parameter vectors: how many of the last tensors are biases.
  private static func all(
    of parameters: some ParameterSet, vectors: Int, claim: String
  ) -> [Observation] {
    let weights = parameters.tensors.count - vectors
    return zip(parameters.names, parameters.tensors).enumerated().map { k, pair in
      k < weights
        ? Observation(pair.0, claim: claim, pair.1)
        : Observation(pair.0, claim: claim, pair.1.column(0))
    }
  }
}
