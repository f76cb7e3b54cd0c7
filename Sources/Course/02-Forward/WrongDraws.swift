import Checking
import Contracts
import Recurrent

/// Wrong ways to draw orthogonal weights, whatever the network.
///
/// - Parameters:
///   - line: what has the length one in every weight: "column of V", "row of Wf".
///   - filled: parameters whose weights come from `draw(rows, columns)`, with zero biases.
func wrongDraws<Parameters>(
  line: String,
  filled: @escaping @Sendable (InitialParametersInput, (Int, Int) -> Matrix) -> Parameters
) -> [Misconception<InitialParametersInput, Parameters>] {
  func wrong(
    _ name: String, _ explanation: String, _ question: String,
    _ draw: @escaping @Sendable (Int, Int, inout SeededRandom) -> Matrix
  ) -> Misconception<InitialParametersInput, Parameters> {
    Misconception(name, explanation: explanation, question: question) { input in
      input.last { random in filled(input) { draw($0, $1, &random) } }
    }
  }
  return [
    wrong(
      "Gaussian weights that are not made orthogonal",
      "Some directions are stretched and others shrunk, so what passes through grows or fades.",
      "What is the length of each \(line)?"
    ) {
      $2.normal($0, $1)
    },
    wrong(
      "small Gaussian weights", "What passes through the weights fades almost to nothing.",
      "What is the length of each \(line)?"
    ) {
      0.01 * $2.normal($0, $1)
    },
    wrong(
      "Gaussian weights times 0.1",
      "What passes through the weights fades, and some directions fade more than others.",
      "What is the length of each \(line)?"
    ) {
      0.1 * $2.normal($0, $1)
    },
    wrong(
      "Gaussian weights over the root of the number of columns",
      "Lengths are about 1, but the directions overlap.",
      "What is the dot product of one \(line) and another: is it 0?"
    ) {
      (1 / Double($1).squareRoot()) * $2.normal($0, $1)
    },
    wrong(
      "Gaussian weights by Glorot's rule", "Lengths are about 1, but the directions overlap.",
      "What is the dot product of one \(line) and another: is it 0?"
    ) {
      (2 / Double($0 + $1)).squareRoot() * $2.normal($0, $1)
    },
    wrong(
      "Gaussian weights by He's rule", "Lengths are about √2, and the directions overlap.",
      "What is the dot product of one \(line) and another: is it 0?"
    ) {
      (2 / Double($1)).squareRoot() * $2.normal($0, $1)
    },
    wrong(
      "uniform weights",
      "All weights are positive, so that no two columns and no two rows are orthogonal.",
      "Which distribution does `orthogonal` ask for, and which result?"
    ) {
      rows, columns, random in
      Matrix(rows, columns, (0..<rows * columns).map { _ in random.uniform() })
    },
    Misconception(
      "uniform weights within ±1/√H, as frameworks draw them",
      explanation: "What passes through the weights fades, and the directions overlap.",
      question: "What is the length of each \(line)?"
    ) { input in
      let bound = 1 / Double(input.hiddenSize).squareRoot()
      return input.last { random in
        filled(input) { rows, columns in
          Matrix(
            rows, columns, (0..<rows * columns).map { _ in bound * (2 * random.uniform() - 1) })
        }
      }
    },
    wrong(
      "identity matrices", "All networks begin alike, and nothing is drawn at random.",
      "Where does `random` come in?"
    ) { rows, columns, _ in
      var matrix = Matrix(zeros: rows, columns)
      for i in 0..<min(rows, columns) { matrix[i, i] = 1 }
      return matrix
    },
    wrong(
      "weights of zero", "No signal passes through, and no unit will ever differ from another.",
      "What does the network compute if every weight is zero?"
    ) {
      rows, columns, _ in Matrix(zeros: rows, columns)
    },
    wrong(
      "a generator that starts again for every weight",
      "All weights hold the same numbers, as far as their shapes allow.",
      "If each weight draws from a copy of `random`, which numbers does each of them see?"
    ) { rows, columns, random in
      var copy = random
      return orthogonal(copy.normal(rows, columns))
    },
    Misconception(
      "a copy of the generator, so that the caller's does not move on",
      explanation:
        "The next network that is drawn from the same generator begins with the same numbers.",
      question: "Whose state has to change when you draw a number?"
    ) { input in
      input.last { random in
        var copy = random
        return filled(input) { orthogonal(copy.normal($0, $1)) }
      }
    },
    Misconception(
      "a generator of your own",
      explanation: "The caller's seed has no effect: every network begins with the same weights.",
      question: "Whose random numbers should the weights be made of?"
    ) { input in
      var own = SeededRandom(seed: 0)
      return filled(input) { orthogonal(own.normal($0, $1)) }
    },
  ]
}
