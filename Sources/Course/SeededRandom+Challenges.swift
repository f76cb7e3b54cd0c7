import Recurrent

// What challenges are made of. T steps, H hidden size, V vocabulary size.

extension SeededRandom {
  /// The stream of one exercise's random challenges: another one for every exercise, so that two
  /// exercises of one run do not share their numbers.
  init(_ seed: UInt64, for exercise: String) {
    // FNV-1a, folded: both halves of the seed count.
    var hash = seed ^ 0xcbf2_9ce4_8422_2325
    for byte in exercise.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    self.init(seed: UInt32(truncatingIfNeeded: hash ^ hash >> 32))
  }

  /// `count` normal numbers times `scale`.
  mutating func vector(_ count: Int, scale: Double = 1) -> Vector {
    Vector((0..<count).map { _ in scale * normal() })
  }

  mutating func vectors(_ count: Int, of size: Int, scale: Double = 1) -> [Vector] {
    (0..<count).map { _ in vector(size, scale: scale) }
  }

  /// `count` token ids, each below `size`.
  mutating func tokens(_ count: Int, below size: Int) -> [Int] {
    (0..<count).map { _ in integer(in: 0...size - 1) }
  }

  /// Normal numbers throughout, biases too: a zero bias, a symmetric or an orthogonal matrix would
  /// hide the mistakes that the challenges are there to show.
  mutating func parameters(
    hiddenSize: Int, vocabularySize: Int, scale: Double = 0.6
  ) -> RNNParameters {
    RNNParameters(
      U: scale * normal(hiddenSize, vocabularySize), V: scale * normal(hiddenSize, hiddenSize),
      W: scale * normal(vocabularySize, hiddenSize), bHidden: vector(hiddenSize, scale: scale),
      bOutput: vector(vocabularySize, scale: scale))
  }

  /// Normal numbers throughout, for an LSTM.
  mutating func lstmParameters(
    hiddenSize: Int, vocabularySize: Int, scale: Double = 0.6
  ) -> LSTMParameters {
    func gate() -> Matrix { scale * normal(hiddenSize, hiddenSize + vocabularySize) }
    return LSTMParameters(
      Wf: gate(), Wi: gate(), Wg: gate(), Wo: gate(),
      Wv: scale * normal(vocabularySize, hiddenSize),
      bf: vector(hiddenSize, scale: scale), bi: vector(hiddenSize, scale: scale),
      bg: vector(hiddenSize, scale: scale), bo: vector(hiddenSize, scale: scale),
      bv: vector(vocabularySize, scale: scale))
  }

  /// Normal numbers throughout, for a GRU.
  mutating func gruParameters(
    hiddenSize: Int, vocabularySize: Int, scale: Double = 0.6
  ) -> GRUParameters {
    func fromInput() -> Matrix { scale * normal(hiddenSize, vocabularySize) }
    func fromHidden() -> Matrix { scale * normal(hiddenSize, hiddenSize) }
    func bias() -> Vector { vector(hiddenSize, scale: scale) }
    return GRUParameters(
      Wxr: fromInput(), Wxz: fromInput(), Wxn: fromInput(), Whr: fromHidden(), Whz: fromHidden(),
      Whn: fromHidden(), Wv: scale * normal(vocabularySize, hiddenSize), bxr: bias(), bxz: bias(),
      bxn: bias(), bhr: bias(), bhz: bias(), bhn: bias(), bv: vector(vocabularySize, scale: scale))
  }

  /// Sequences aⁿ bⁿ EOS of unlike length, never all alike: a wrong order or a wrong mean must show.
  mutating func countingExamples(_ count: Int, longest: Int = 11) -> [Example] {
    let first = integer(in: 2...5)
    return (0..<count).map { k in
      let n = k == 1 ? first % 5 + 1 : k == 0 ? first : integer(in: 1...longest)
      let ids =
        Array(repeating: CountingTask.a, count: n) + Array(repeating: CountingTask.b, count: n)
        + [CountingTask.endOfSequence]
      return Example(inputs: ids.dropLast(), targets: Array(ids.dropFirst()))
    }
  }

  mutating func tensors(_ shapes: [(rows: Int, columns: Int)], scale: Double = 1) -> TensorList {
    TensorList(shapes.map { scale * normal($0.rows, $0.columns) })
  }
}

extension LSTMParameters {
  /// H 2, V 3, with numbers that a person can multiply.
  static let readable = LSTMParameters(
    Wf: Matrix(2, 5, [0.4, -0.6, 0.5, -0.2, 0.7, 0.3, 0.8, -0.5, 0.6, -0.1]),
    Wi: Matrix(2, 5, [-0.3, 0.5, 0.9, 0.1, -0.4, 0.7, -0.2, 0.2, -0.8, 0.6]),
    Wg: Matrix(2, 5, [0.6, 0.9, -0.7, 0.8, 0.2, -0.5, 0.4, 0.3, 0.5, -0.9]),
    Wo: Matrix(2, 5, [0.2, -0.8, 0.1, 0.6, -0.3, 0.9, 0.1, -0.6, 0.4, 0.7]),
    Wv: Matrix(3, 2, [0.9, -0.2, 0.1, 0.5, -0.7, 0.3]), bf: [0.5, 0.2], bi: [0.1, -0.3],
    bg: [-0.2, 0.4], bo: [0.3, -0.1], bv: [0.05, -0.1, 0.2])
}

extension GRUParameters {
  /// H 2, V 3, with numbers that a person can multiply.
  static let readable = GRUParameters(
    Wxr: Matrix(2, 3, [0.5, -0.2, 0.8, 0.3, 0.6, -0.7]),
    Wxz: Matrix(2, 3, [-0.4, 0.9, 0.1, 0.7, -0.3, 0.2]),
    Wxn: Matrix(2, 3, [0.8, -0.5, 0.3, -0.6, 0.4, 0.9]), Whr: Matrix(2, 2, [0.4, -0.6, 0.9, 0.2]),
    Whz: Matrix(2, 2, [-0.3, 0.5, 0.1, 0.8]), Whn: Matrix(2, 2, [0.7, -0.9, 0.6, 0.3]),
    Wv: Matrix(3, 2, [0.9, -0.2, 0.1, 0.5, -0.7, 0.3]), bxr: [0.2, -0.1], bxz: [0.1, -0.3],
    bxn: [-0.2, 0.4], bhr: [0.3, 0.1], bhz: [-0.4, 0.2], bhn: [0.5, -0.6], bv: [0.05, -0.1, 0.2])
}

extension RNNParameters {
  /// H 2, V 3, with numbers that a person can multiply.
  static let readable = RNNParameters(
    U: Matrix(2, 3, [0.5, -0.3, 0.8, 0.2, 0.7, -0.6]), V: Matrix(2, 2, [0.4, -0.9, 0.3, 0.6]),
    W: Matrix(3, 2, [0.9, -0.2, 0.1, 0.5, -0.7, 0.3]), bHidden: [0.1, -0.2],
    bOutput: [0.05, -0.1, 0.2])
}
