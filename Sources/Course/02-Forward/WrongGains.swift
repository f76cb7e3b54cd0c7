import Checking
import Contracts
import Recurrent
import Transcripts

/// Orthogonal weights that are multiplied by a gain, all or some of them, whatever the network.
///
/// - Parameters:
///   - weights: by name, in the contract's order.
///   - groups: of places in `weights`, which people scale together.
///   - line: what has the length one in every weight: "column of V", "row of Wf".
///   - filled: parameters whose weights come from `draw(rows, columns)`, with zero biases.
func wrongGains<Parameters>(
  of weights: [String], groups: [[Int]], line: String,
  filled: @escaping @Sendable (InitialParametersInput, (Int, Int) -> Matrix) -> Parameters
) -> [Misconception<InitialParametersInput, Parameters>] {
  let gains: [(gain: Double, text: String)] = [
    (0.01, "0.01"), (0.1, "0.1"), (0.5, "0.5"), (0.9, "0.9"), (5.0 / 3, "5/3"),
    (2.0.squareRoot(), "√2"), (2.0, "2"),
  ]
  func scaled(
    _ name: String, _ explanation: String, by gain: Double, _ places: Set<Int>
  ) -> Misconception<InitialParametersInput, Parameters> {
    Misconception(
      name, explanation: explanation, question: "What is the length of each \(line)?"
    ) { input in
      input.last { random in
        var k = -1
        return filled(input) { rows, columns in
          k += 1
          let matrix = orthogonal(random.normal(rows, columns))
          return places.contains(k) ? gain * matrix : matrix
        }
      }
    }
  }
  return gains.flatMap { gain, text in
    [
      scaled(
        "orthogonal weights times \(text)",
        "All lengths are \(text) in place of 1, so that what passes through grows or fades.",
        by: gain, Set(weights.indices))
    ]
      + groups.map { places in
        let names = places.map { weights[$0] }.listed
        return scaled(
          "\(names) orthogonal, but times \(text)",
          "A gain scales \(names) alone, whose lengths are \(text) in place of 1.",
          by: gain, Set(places))
      }
  }
}
