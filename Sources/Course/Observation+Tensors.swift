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
    [
      Observation("Wf", claim: claim, parameters.Wf),
      Observation("bf", claim: claim, parameters.bf),
      Observation("Wi", claim: claim, parameters.Wi),
      Observation("bi", claim: claim, parameters.bi),
      Observation("Wg", claim: claim, parameters.Wg),
      Observation("bg", claim: claim, parameters.bg),
      Observation("Wo", claim: claim, parameters.Wo),
      Observation("bo", claim: claim, parameters.bo),
      Observation("Wv", claim: claim, parameters.Wv),
      Observation("bv", claim: claim, parameters.bv),
    ]
  }
}
