import Engines
public import Recurrent

// H hidden size, D numbers of an input.

extension BatchTrainer<StackParameters> {
  /// The arithmetic of `stackForward` and `stackBackward` on padded batches; the reverse layers begin
  /// at each sequence's own last token.
  public convenience init(_ p: StackParameters) {
    let layers = p.levels.map { level in
      [RecurrentLayer(.lstm, blocks: level.forward.blocks)]
        + (level.reverse.map { [RecurrentLayer(.lstm, blocks: $0.blocks, isReversed: true)] } ?? [])
    }
    self.init(BatchEngine(layers, output: p.Wv, p.bv)) { weights in
      StackParameters(
        levels: weights.layers.map { directions in
          let layers = directions.map { LSTMLayer($0) }
          return Level(forward: layers[0], reverse: layers.count > 1 ? layers[1] : nil)
        }, Wv: weights.output, bv: weights.bias)
    }
  }
}

extension LSTMLayer {
  /// In the engine's order: f, i, o, g.
  fileprivate var blocks: [RecurrentLayer.Block] {
    let size = hiddenSize
    return [(Wf, bf), (Wi, bi), (Wo, bo), (Wg, bg)].map { weights, bias in
      RecurrentLayer.Block(
        input: weights.selecting(columns: Array(size..<weights.columns)),
        recurrent: weights.selecting(columns: Array(0..<size)), bias: bias)
    }
  }

  fileprivate init(_ blocks: [RecurrentLayer.Block]) {
    func whole(_ k: Int) -> Matrix {
      Matrix(
        rows: (0..<blocks[k].bias.count).map {
          blocks[k].recurrent.row($0).concatenated(with: blocks[k].input.row($0))
        })
    }
    self.init(
      Wf: whole(0), Wi: whole(1), Wg: whole(3), Wo: whole(2), bf: blocks[0].bias,
      bi: blocks[1].bias, bg: blocks[3].bias, bo: blocks[2].bias)
  }
}
