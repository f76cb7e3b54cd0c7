import Checking
import Contracts
import Recurrent
import Reference

// H hidden size, V vocabulary size.

let gruStepExercise = Exercise<GRUStepInput, GRUStep>(
  "07.2", "One step", points: 3,
  hints: [
    """
    Look at the drawing of the cell and find the one place where the reset gate acts. What the one-hot \
    vector of `token` picks out of a weight is one of its columns; `column(_:)` gives it.
    """,
    """
    Each gate is σ of four terms: a column, a product with h′ and a bias beside each. The candidate \
    has the same four, but two of them are set aside first as `recurrentTerm`, and the reset gate \
    multiplies those two before tanh. The new state has no weights: two shares that add up to 1.
    """,
    """
    r = σ(W_xr x + b_xr + W_hr h′ + b_hr), z likewise; q = W_hn h′ + b_hn; \
    n = tanh(W_xn x + b_xn + r ⊙ q); h = (1 − z) ⊙ n + z ⊙ h′.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "07.2")
    func drawn(_ name: String, _ size: Int, _ count: Int, scale: Double = 0.6, token: Int? = nil)
      -> Challenge<GRUStepInput>
    {
      let parameters = random.gruParameters(
        hiddenSize: size, vocabularySize: count, scale: scale)
      let token = token ?? random.integer(in: 0...count - 1)
      return Challenge(
        name,
        GRUStepInput(
          token: token, hidden: random.vector(size, scale: 0.5), parameters: parameters))
    }
    return [
      Challenge(
        "one step from a non-zero state, H 2",
        GRUStepInput(token: 1, hidden: [0.6, -0.4], parameters: .readable)),
      Challenge(
        "the first step, from zeros",
        GRUStepInput(token: 2, hidden: [0, 0], parameters: .readable)),
      drawn("as many hidden units as words", 4, 4),
      drawn("H 5, V 3", 5, 3),
      drawn("an unknown token", 3, 4, token: 3),
      drawn("saturated: large weights", 6, 4, scale: 3),
      drawn("random, H 3, V 8", 3, 8),
      drawn("random, H 9, V 5", 9, 5, scale: 0.3),
    ]
  },
  reference: { try gruStep($0.token, hidden: $0.hidden, parameters: $0.parameters) },
  observations: {
    [
      Observation(
        "resetGate", claim: "resetGate is σ(W_xr x + b_xr + W_hr h′ + b_hr)", $0.resetGate),
      Observation(
        "updateGate", claim: "updateGate is σ(W_xz x + b_xz + W_hz h′ + b_hz)", $0.updateGate),
      Observation(
        "recurrentTerm", claim: "recurrentTerm is q = W_hn h′ + b_hn", $0.recurrentTerm),
      Observation(
        "candidate", claim: "candidate is tanh(W_xn x + b_xn + r ⊙ q)", $0.candidate),
      Observation("hidden", claim: "the new hidden state is (1 − z) ⊙ n + z ⊙ h′", $0.hidden),
    ]
  },
  misconceptions: gruStepMisconceptions)
