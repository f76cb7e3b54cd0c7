import Checking
import Contracts
import Recurrent
import Reference

// T steps, D numbers of an input, H hidden size; z = [h′; x], H + D.

let layerForwardExercise = Exercise<LayerForwardInput, LayerTrace>(
  "09.1", "A layer that reads vectors", points: 4,
  hints: [
    """
    Look at your `lstmStep` of 04.2 and ask what it did with the token. Only one line knew that there \
    was one: the line that made a one-hot vector of it. What stands in that place now?
    """,
    """
    Carry a hidden state and a cell, both zeros before the first step. At each step join the hidden \
    state with the vector `inputs[t]`, the state first, and compute gates, candidate, cell and hidden \
    state as before. Keep the six vectors of each step.
    """,
    """
    z = [h_{t−1}; x_t]; f = σ(W_f z + b_f), i = σ(W_i z + b_i), g = tanh(W_g z + b_g), \
    o = σ(W_o z + b_o); c_t = f ⊙ c_{t−1} + i ⊙ g; h_t = o ⊙ tanh(c_t).
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "09.1")
    func drawn(
      _ name: String, steps: Int, inputs: Int, hidden: Int, scale: Double = 0.6
    ) -> Challenge<LayerForwardInput> {
      Challenge(
        name,
        LayerForwardInput(
          inputs: random.vectors(steps, of: inputs),
          parameters: random.lstmLayer(inputs: inputs, hidden: hidden, scale: scale)))
    }
    return [
      Challenge(
        "two steps, D 2, H 2",
        LayerForwardInput(inputs: [[1, -0.5], [0.25, 2]], parameters: .readable)),
      drawn("one step", steps: 1, inputs: 3, hidden: 2),
      drawn("as many inputs as hidden units", steps: 4, inputs: 4, hidden: 4),
      drawn("D 6, H 3, as from two directions below", steps: 5, inputs: 6, hidden: 3),
      drawn("D 1", steps: 6, inputs: 1, hidden: 4),
      drawn("saturated: large weights", steps: 4, inputs: 3, hidden: 5, scale: 3),
      drawn("random, T = 9, D 5, H 7", steps: 9, inputs: 5, hidden: 7, scale: 0.3),
    ]
  },
  reference: { try layerForward($0.inputs, parameters: $0.parameters) },
  observations: { Observation.all(of: $0, kept: "the trace keeps the inputs as they were") },
  misconceptions: layerForwardMisconceptions)
