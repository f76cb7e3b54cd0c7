import Checking
import Contracts
import Recurrent
import Reference

// T steps, D numbers of an input, H hidden size.

let levelForwardExercise = Exercise<LevelForwardInput, LevelTrace>(
  "09.2", "Both directions", points: 5,
  hints: [
    """
    Nothing new is computed here: `layerForward` runs twice, with two sets of weights. All there is to \
    think about is order. Write down for T = 3 which token the reverse layer has read when it gives its \
    first state, its second, its third.
    """,
    """
    The reverse layer gets `inputs.reversed()`, and its outputs come in the order in which it read. Turn \
    the list of outputs round again before you join each with the forward layer's. The final state of \
    each layer is the one after its own last step.
    """,
    """
    outputs[t] = [h→_t; h←_t] with h←_t = `reverse.outputs[T − 1 − t]`; finalHidden = [h→_{T−1}; h←_0], \
    that is, `forward.outputs.last` and `reverse.outputs.last`. `trace.reverse` stays as it was read.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "09.2")
    func drawn(
      _ name: String, steps: Int, inputs: Int, hidden: Int, isBidirectional: Bool = true,
      scale: Double = 0.6
    ) -> Challenge<LevelForwardInput> {
      Challenge(
        name,
        LevelForwardInput(
          inputs: random.vectors(steps, of: inputs),
          parameters: random.level(
            inputs: inputs, hidden: hidden, isBidirectional: isBidirectional, scale: scale)))
    }
    return [
      Challenge(
        "two steps, D 2, H 2",
        LevelForwardInput(
          inputs: [[1, -0.5], [0.25, 2]],
          parameters: Level(
            forward: .readable, reverse: random.lstmLayer(inputs: 2, hidden: 2)))),
      drawn("one step", steps: 1, inputs: 3, hidden: 2),
      drawn("one direction alone", steps: 3, inputs: 3, hidden: 2, isBidirectional: false),
      drawn("as many steps as inputs and hidden units", steps: 4, inputs: 4, hidden: 4),
      drawn("D 6, H 3, as from two directions below", steps: 5, inputs: 6, hidden: 3),
      drawn("random, T = 7, D 3, H 5", steps: 7, inputs: 3, hidden: 5, scale: 0.9),
    ]
  },
  reference: { try levelForward($0.inputs, parameters: $0.parameters) },
  observations: { trace in
    Observation.all(
      of: trace.forward, prefix: "forward.", kept: "the forward layer reads the inputs as they are")
      + (trace.reverse.map {
        Observation.all(
          of: $0, prefix: "reverse.",
          kept: "the reverse layer reads the inputs from the last to the first")
      } ?? []) + [
        Observation(
          "outputs", claim: "outputs[t] joins what both layers hold when they have read input t",
          overTime: trace.outputs),
        Observation(
          "finalHidden", claim: "finalHidden joins what each layer holds after its own last step",
          trace.finalHidden),
      ]
  },
  misconceptions: levelForwardMisconceptions)
