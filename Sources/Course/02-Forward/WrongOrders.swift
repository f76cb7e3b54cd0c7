import Checking
import Contracts
import Recurrent

/// Orthogonal weights whose numbers are drawn in another order than the contract's: right by
/// themselves, and another network for everybody who shares the seed.
///
/// - Parameters:
///   - weights: by name, in the contract's order.
///   - shapes: of the weights, in that order; more may follow.
///   - orders: by place in `weights`, which is drawn first, second, …
///   - filled: parameters whose weights come from `draw(rows, columns)`, with zero biases.
func wrongOrders<Parameters>(
  of weights: [String],
  shapes: @escaping @Sendable (InitialParametersInput) -> [(rows: Int, columns: Int)],
  orders: [[Int]],
  filled: @escaping @Sendable (InitialParametersInput, (Int, Int) -> Matrix) -> Parameters
) -> [Misconception<InitialParametersInput, Parameters>] {
  let permuted = orders.map { order in
    Misconception<InitialParametersInput, Parameters>(
      "weights drawn in the order \(order.map { weights[$0] }.joined(separator: ", "))",
      explanation: "Each is orthogonal, but holds the numbers that another one should get.",
      question: "In which order does the contract draw the weights from `random`?"
    ) { input in
      input.last { random in
        var drawn: [Int: Matrix] = [:]
        for k in order {
          let shape = shapes(input)[k]
          drawn[k] = orthogonal(random.normal(shape.rows, shape.columns))
        }
        return inOrder(drawn, input, filled)
      }
    }
  }
  let turned = weights.indices.map { turned in
    Misconception<InitialParametersInput, Parameters>(
      "\(weights[turned]) drawn as its transpose",
      explanation: "Its shape is right, but its numbers stand in other places than the seed gives.",
      question: "Which shape has the Gaussian matrix that `orthogonal` is given for "
        + "\(weights[turned])?"
    ) { input in
      input.last { random in
        var drawn: [Int: Matrix] = [:]
        for k in weights.indices {
          let shape = shapes(input)[k]
          drawn[k] =
            k == turned
            ? orthogonal(random.normal(shape.columns, shape.rows)).transposed
            : orthogonal(random.normal(shape.rows, shape.columns))
        }
        return inOrder(drawn, input, filled)
      }
    }
  }
  let wasted = Misconception<InitialParametersInput, Parameters>(
    "a number drawn and thrown away before the weights",
    explanation: "All weights hold numbers that stand one place later in the stream.",
    question: "What does your function draw from `random` before the first matrix?"
  ) { input in
    input.last { random in
      _ = random.normal(1, 1)
      return filled(input) { orthogonal(random.normal($0, $1)) }
    }
  }
  return permuted + turned + [wasted]
}

private func inOrder<Parameters>(
  _ drawn: [Int: Matrix], _ input: InitialParametersInput,
  _ filled: (InitialParametersInput, (Int, Int) -> Matrix) -> Parameters
) -> Parameters {
  var k = 0
  return filled(input) { rows, columns in
    defer { k += 1 }
    return drawn[k] ?? Matrix(zeros: rows, columns)
  }
}
