import Pictures
import Recurrent
import Reference
import Testing
import Transcripts

// T steps, V vocabulary size, H hidden size.

@Suite("Memory strip")
struct MemoryStripTests {
  private static let sample = Example(inputs: [0, 0, 1, 1, 2, 0], targets: [0, 1, 1, 2, 0, 3])
  private static let words = ["a", "a", "b", "b", "EOS", "a"]

  private static func rnn() throws -> RNNParameters {
    var random = SeededRandom(seed: 3)
    return try initialParameters(hiddenSize: 5, vocabularySize: 4, using: &random)
  }

  private static func lstm() throws -> LSTMParameters {
    var random = SeededRandom(seed: 4)
    return try initialLSTMParameters(hiddenSize: 5, vocabularySize: 4, using: &random)
  }

  private static func gru() throws -> GRUParameters {
    var random = SeededRandom(seed: 5)
    return try initialGRUParameters(hiddenSize: 5, vocabularySize: 4, using: &random)
  }

  private static func logits(_ inputs: [Int], _ p: RNNParameters) throws -> [Vector] {
    try rnnForward(inputs, initialHidden: Vector(zeros: 5), parameters: p).logits
  }

  private static func logits(_ inputs: [Int], _ p: LSTMParameters) throws -> [Vector] {
    let zero = Vector(zeros: 5)
    return try lstmForward(inputs, initialHidden: zero, initialCell: zero, parameters: p).logits
  }

  private static func logits(_ inputs: [Int], _ p: GRUParameters) throws -> [Vector] {
    try gruForward(inputs, initialHidden: Vector(zeros: 5), parameters: p).logits
  }

  /// The strip of the model answers.
  private static func strip(_ p: RNNParameters, _ sample: Example = sample) throws -> [[Double]] {
    try memoryStrip(sample, words: Array(words.prefix(sample.inputs.count)), of: p) {
      let trace = try rnnForward($0, initialHidden: Vector(zeros: 5), parameters: $2)
      return try rnnBackward(trace, targets: $1, parameters: $2).gradients
    }.values
  }

  private static func strip(_ p: LSTMParameters) throws -> [[Double]] {
    let zero = Vector(zeros: 5)
    return try memoryStrip(sample, words: words, of: p) {
      let trace = try lstmForward($0, initialHidden: zero, initialCell: zero, parameters: $2)
      return try lstmBackward(trace, targets: $1, parameters: $2).gradients
    }.values
  }

  private static func strip(_ p: GRUParameters) throws -> [[Double]] {
    try memoryStrip(sample, words: words, of: p) {
      let trace = try gruForward($0, initialHidden: Vector(zeros: 5), parameters: $2)
      return try gruBackward(trace, targets: $1, parameters: $2).gradients
    }.values
  }

  @Test("a network over words of its own for each place computes the same")
  func spelling() throws {
    let inputs = Self.sample.inputs
    let places = Array(inputs.indices)
    func check<P: PlacewiseParameters>(
      _ p: P, _ logits: ([Int], P) throws -> [Vector]
    ) throws {
      let (plain, spelled) = (
        try logits(inputs, p), try logits(places, p.spelledOut(inputs))
      )
      for (a, b) in zip(plain, spelled) {
        // The columns stand in another order, and their products are added in it.
        for (x, y) in zip(a, b) { #expect(abs(x - y) <= 1e-15) }
        #expect(try softmax(b).dropFirst(4).allSatisfy { $0 == 0 } && b.count == 6)
      }
      // Fewer places than words: the vocabulary keeps its size.
      let (one, same) = (try logits([0], p.spelledOut([2]))[0], try logits([2], p)[0])
      #expect(one.count == 4 && (one - same).norm <= 1e-15)
    }
    try check(Self.rnn(), Self.logits)
    try check(Self.lstm(), Self.logits)
    try check(Self.gru(), Self.logits)
  }

  @Test("its values are those of central differences of each loss by what each token adds")
  func differences() throws {
    let inputs = Self.sample.inputs
    let places = Array(inputs.indices)
    func numerical<P: PlacewiseParameters>(
      _ p: P, _ tensors: [Int], skipping: Int, _ logits: ([Int], P) throws -> [Vector]
    ) throws -> [[Double]] {
      let spelled = p.spelledOut(inputs)
      func loss(_ p: P, _ t: Int) throws -> Double {
        try crossEntropy(
          [try logits(places, p)[t]], targets: [Self.sample.targets[t]], reduction: .sum)
      }
      return try places.map { t in
        let norms = try (0...t).map { s -> Double in
          var sum = 0.0
          for k in tensors {
            for row in 0..<spelled.tensors[k].rows {
              var (up, down) = (spelled, spelled)
              up.tensors[k][row, skipping + s] += 1e-5
              down.tensors[k][row, skipping + s] -= 1e-5
              let slope = (try loss(up, t) - (try loss(down, t))) / 2e-5
              sum += slope * slope
            }
          }
          return sum.squareRoot()
        }
        return norms.map { $0 / (norms.max() ?? 1) }
      }
    }
    func agree(_ strip: [[Double]], _ expected: [[Double]]) {
      for (row, wanted) in zip(strip, expected) {
        #expect(row.count == 6 && row.dropFirst(wanted.count).allSatisfy(\.isNaN))
        for (a, b) in zip(row, wanted) { #expect(abs(a - b) <= 1e-7) }
      }
    }
    let (rnn, lstm, gru) = (try Self.rnn(), try Self.lstm(), try Self.gru())
    agree(try Self.strip(rnn), try numerical(rnn, [0], skipping: 0, Self.logits))
    agree(try Self.strip(lstm), try numerical(lstm, [0, 1, 2, 3], skipping: 5, Self.logits))
    agree(try Self.strip(gru), try numerical(gru, [0, 1, 2], skipping: 0, Self.logits))
  }

  @Test("a network without a way from state to state depends on the last token alone")
  func forgetful() throws {
    var p = try Self.rnn()
    p.V = Matrix(zeros: 5, 5)
    for (t, row) in try Self.strip(p).enumerated() {
      #expect(row[t] == 1 && row.prefix(t).allSatisfy { $0 == 0 })
    }
    #expect(try Self.strip(Self.rnn())[5][0] > 0)
  }

  @Test("words and inputs that differ in number are refused")
  func counts() throws {
    #expect(throws: PictureError.counts(tokens: 2, values: 1, what: "inputs")) {
      try memoryStrip(Example(inputs: [0], targets: [1]), words: ["a", "b"], of: Self.rnn()) {
        $2
      }
    }
  }
}
