import Checking
import Contracts
import Recurrent
import Reference

let oneHotExercise = Exercise<OneHotInput, OneHotOutput>(
  "01.3", "One-hot vectors", points: 2,
  hints: [
    """
    Look at the shapes first: one token gives a vector of `size` numbers, a sequence gives a matrix with \
    one row per token and `size` columns.
    """,
    """
    Each row of the matrix sums to 1. Begin with zeros everywhere; then exactly one element per token \
    changes, and `id` says which.
    """,
    """
    x[j] = 1 where j = `id`, else 0. For the sequence: X[t, j] = 1 where j = `ids[t]`, else 0, with \
    T = `ids.count` rows.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "01.3")
    func sequence(_ name: String, _ ids: [Int], _ size: Int) -> Challenge<OneHotInput> {
      Challenge(name, OneHotInput(ids: ids, size: size))
    }
    return [
      sequence("tokens 1 2 0 of 4", [1, 2, 0], 4),
      sequence("one token", [2], 3),
      sequence("the last id", [4, 0], 5),
      sequence("a token twice in a row", [1, 1, 3, 0], 6),
      sequence("as many tokens as words", [2, 0, 3, 2], 4),
      sequence("more tokens than words", [0, 1, 0, 0, 1, 2, 1], 3),
      sequence("no tokens: 0 rows of 4", [], 4),
      sequence("random, size 9", random.tokens(6, below: 9), 9),
      sequence("random, size 31", random.tokens(12, below: 31), 31),
    ]
  },
  reference: { try rightOneHot($0) },
  observations: {
    [
      Observation(
        "vector", claim: "a token's vector has a one at its id and zeros elsewhere",
        overTime: $0.vectors),
      Observation(
        "matrix", claim: "row t of the T × size matrix has its one at ids[t]", $0.matrix),
    ]
  },
  misconceptions: oneHotMisconceptions)

func rightOneHot(_ input: OneHotInput) throws -> OneHotOutput {
  OneHotOutput(
    vectors: try input.ids.map { try oneHot($0, size: input.size) },
    matrix: try oneHot(input.ids, size: input.size))
}
