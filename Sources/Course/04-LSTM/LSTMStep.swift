import Checking
import Contracts
import Recurrent
import Reference

// H hidden size, V vocabulary size; z = [h′; x], H + V.

let lstmStepExercise = Exercise<LSTMStepInput, LSTMStep>(
  "04.2", "One step", points: 3,
  hints: [
    """
    Look at the drawing of the cell and at the shapes: each of Wf, Wi, Wg and Wo is H × (H + V), so \
    all four multiply one and the same vector. `concatenated(with:)` joins two vectors, `hidden` and \
    another one.
    """,
    """
    Four sums of a product and a bias; three of them go through `sigmoid`, one goes through `tanh`. \
    What remains has no weights: the new cell from the old one, the new hidden state from the new \
    cell. All products there are element by element.
    """,
    """
    z = [h′; x]; f = σ(W_f z + b_f), i = σ(W_i z + b_i), g = tanh(W_g z + b_g), o = σ(W_o z + b_o); \
    c = f ⊙ c′ + i ⊙ g; h = o ⊙ tanh(c).
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "04.2")
    func drawn(_ name: String, _ size: Int, _ count: Int, scale: Double = 0.6, token: Int? = nil)
      -> Challenge<LSTMStepInput>
    {
      let parameters = random.lstmParameters(
        hiddenSize: size, vocabularySize: count, scale: scale)
      let token = token ?? random.integer(in: 0...count - 1)
      return Challenge(
        name,
        LSTMStepInput(
          token: token, hidden: random.vector(size, scale: 0.5), cell: random.vector(size),
          parameters: parameters))
    }
    return [
      Challenge(
        "one step from a non-zero state and cell, H 2",
        LSTMStepInput(token: 1, hidden: [0.6, -0.4], cell: [-0.9, 1.2], parameters: .readable)),
      Challenge(
        "the first step, from zeros",
        LSTMStepInput(token: 2, hidden: [0, 0], cell: [0, 0], parameters: .readable)),
      drawn("as many hidden units as words", 4, 4),
      drawn("H 5, V 3", 5, 3),
      drawn("an unknown token", 3, 4, token: 3),
      drawn("saturated: large weights", 6, 4, scale: 3),
      drawn("random, H 3, V 8", 3, 8),
      drawn("random, H 9, V 5", 9, 5, scale: 0.3),
    ]
  },
  reference: {
    try lstmStep($0.token, hidden: $0.hidden, cell: $0.cell, parameters: $0.parameters)
  },
  observations: {
    [
      Observation("forgetGate", claim: "forgetGate is σ(W_f z + b_f), z = [h′; x]", $0.forgetGate),
      Observation("inputGate", claim: "inputGate is σ(W_i z + b_i)", $0.inputGate),
      Observation("candidate", claim: "candidate is tanh(W_g z + b_g)", $0.candidate),
      Observation("outputGate", claim: "outputGate is σ(W_o z + b_o)", $0.outputGate),
      Observation("cell", claim: "the new cell is f ⊙ c′ + i ⊙ g", $0.cell),
      Observation("hidden", claim: "the new hidden state is o ⊙ tanh(c)", $0.hidden),
    ]
  },
  misconceptions: lstmStepMisconceptions)
