// T steps, D numbers of an input, H hidden size, C classes; z = [h′; x], H + D.

/// One LSTM layer that reads vectors: where a network has more than one layer, the layer above has no
/// tokens to read.
public struct LSTMLayer: ParameterSet, Codable, Equatable {
  /// H × (H + D), on the state before the step with the input below it.
  public var Wf: Matrix
  public var Wi: Matrix
  public var Wg: Matrix
  public var Wo: Matrix
  /// H.
  public var bf: Vector
  public var bi: Vector
  public var bg: Vector
  public var bo: Vector

  public init(
    Wf: Matrix, Wi: Matrix, Wg: Matrix, Wo: Matrix, bf: Vector, bi: Vector, bg: Vector, bo: Vector
  ) {
    self.Wf = Wf
    self.Wi = Wi
    self.Wg = Wg
    self.Wo = Wo
    self.bf = bf
    self.bi = bi
    self.bg = bg
    self.bo = bo
  }

  public var hiddenSize: Int { Wf.rows }
  /// D.
  public var inputSize: Int { Wf.columns - Wf.rows }

  public var names: [String] { ["Wf", "Wi", "Wg", "Wo", "bf", "bi", "bg", "bo"] }

  public var tensors: [Matrix] {
    get { [Wf, Wi, Wg, Wo] + [bf, bi, bg, bo].map { Matrix(column: $0) } }
    set {
      Wf = newValue[0]
      Wi = newValue[1]
      Wg = newValue[2]
      Wo = newValue[3]
      bf = newValue[4].column(0)
      bi = newValue[5].column(0)
      bg = newValue[6].column(0)
      bo = newValue[7].column(0)
    }
  }
}

/// One level of a stack: a layer that reads forwards and, in a bidirectional network, a second one of
/// the same sizes that reads backwards.
public struct Level: ParameterSet, Codable, Equatable {
  public var forward: LSTMLayer
  /// `nil` in a network of one direction.
  public var reverse: LSTMLayer?

  public init(forward: LSTMLayer, reverse: LSTMLayer? = nil) {
    self.forward = forward
    self.reverse = reverse
  }

  public var hiddenSize: Int { forward.hiddenSize }
  public var inputSize: Int { forward.inputSize }
  /// How many numbers it gives at each step: H, or 2H with two directions.
  public var outputSize: Int { reverse == nil ? hiddenSize : 2 * hiddenSize }

  public var names: [String] {
    forward.names.map { "forward.\($0)" } + (reverse?.names ?? []).map { "reverse.\($0)" }
  }

  public var tensors: [Matrix] {
    get { forward.tensors + (reverse?.tensors ?? []) }
    set {
      let count = forward.names.count
      forward.tensors = Array(newValue.prefix(count))
      reverse?.tensors = Array(newValue.dropFirst(count))
    }
  }
}

/// Levels of LSTM layers on top of one another, and an affine map from the highest to the logits.
public struct StackParameters: ParameterSet, Codable, Equatable {
  /// From the bottom up, one or more; the first reads one-hot tokens, each other what the one below
  /// gives.
  public var levels: [Level]
  /// C × the output size of the highest level.
  public var Wv: Matrix
  /// C.
  public var bv: Vector

  public init(levels: [Level], Wv: Matrix, bv: Vector) {
    self.levels = levels
    self.Wv = Wv
    self.bv = bv
  }

  /// V.
  public var vocabularySize: Int { levels.first?.inputSize ?? 0 }
  /// C: as many as there are words in a language model, as many as there are tags in a tagger.
  public var classes: Int { Wv.rows }

  public var names: [String] {
    levels.enumerated().flatMap { k, level in level.names.map { "levels[\(k)].\($0)" } }
      + ["Wv", "bv"]
  }

  public var tensors: [Matrix] {
    get { levels.flatMap(\.tensors) + [Wv, Matrix(column: bv)] }
    set {
      var rest = newValue[...]
      for k in levels.indices {
        let count = levels[k].names.count
        levels[k].tensors = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      let last = Array(rest)
      Wv = last[0]
      bv = last[1].column(0)
    }
  }
}

extension StackParameters {
  /// Orthogonal weights times `gain`, zero biases; drawn from the bottom up, the forward layer first,
  /// in the order f, i, g, o, and the output last.
  ///
  /// - Parameters:
  ///   - depth: how many levels.
  ///   - isBidirectional: whether each level has a second direction.
  ///   - gain: 1 as in lesson 04. The weights of the output are not multiplied.
  public static func initial(
    depth: Int, isBidirectional: Bool, hiddenSize: Int, vocabularySize: Int, classes: Int,
    gain: Double = 1, using random: inout SeededRandom
  ) -> StackParameters {
    func layer(_ inputSize: Int) -> LSTMLayer {
      func gate() -> Matrix {
        gain * orthogonal(random.normal(hiddenSize, hiddenSize + inputSize))
      }
      let zero = Vector(zeros: hiddenSize)
      return LSTMLayer(
        Wf: gate(), Wi: gate(), Wg: gate(), Wo: gate(), bf: zero, bi: zero, bg: zero, bo: zero)
    }
    let width = isBidirectional ? 2 * hiddenSize : hiddenSize
    var levels: [Level] = []
    for k in 0..<depth {
      let inputSize = k == 0 ? vocabularySize : width
      let forward = layer(inputSize)
      levels.append(Level(forward: forward, reverse: isBidirectional ? layer(inputSize) : nil))
    }
    return StackParameters(
      levels: levels, Wv: orthogonal(random.normal(classes, width)), bv: Vector(zeros: classes))
  }
}
