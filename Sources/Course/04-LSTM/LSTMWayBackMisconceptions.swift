import Checking
import Contracts
import Recurrent

// The hidden state's carry: four gates' gradients through four weights, and lines of it copied with
// a letter left as it was.

private struct Lane: Sendable {
  /// "Wf" and "df".
  var weight: String
  var gradient: String
  /// "the forget gate".
  var owner: String
  var matrix: any WritableKeyPath<LSTMParameters, Matrix> & Sendable
  var vector: any WritableKeyPath<FourGates, Vector> & Sendable
}

private let lanes = [
  Lane(
    weight: "Wf", gradient: "df", owner: "the forget gate", matrix: \.Wf, vector: \.f),
  Lane(
    weight: "Wi", gradient: "di", owner: "the input gate", matrix: \.Wi, vector: \.i),
  Lane(
    weight: "Wg", gradient: "dg", owner: "the candidate", matrix: \.Wg, vector: \.g),
  Lane(
    weight: "Wo", gradient: "do", owner: "the output gate", matrix: \.Wo, vector: \.o),
]

private typealias Wrong = Misconception<LSTMBackwardInput, LSTMBackwardOutput>

let lstmWayBackMisconceptions: [Misconception<LSTMBackwardInput, LSTMBackwardOutput>] =
  loneShares + slips + exchanges

/// One share alone, as when the four are assigned in place of added.
private let loneShares: [Wrong] = lanes.dropLast().map { lane in
  wrongBackward(
    "a hidden state's carry from \(lane.owner) alone",
    "Of the four ways from h_{t−1} into step t the three beside \(lane.owner) are left out.",
    "In how many of the four sums does h_{t−1} occur?"
  ) {
    $0.handedBack = { d in
      for other in lanes where other.weight != lane.weight { d[keyPath: other.vector] *= 0 }
    }
  }
}

/// A neighbour's letter in the carry.
private let slips: [Wrong] = lanes.flatMap { one in
  lanes.filter { $0.weight != one.weight }.flatMap { other in
    [
      wrongBackward(
        "\(other.weight) where \(one.weight) belongs, on the way back",
        "In the hidden state's carry \(one.gradient) goes back through the weights of "
          + "\(other.owner).",
        "Which matrix did the sum go through whose gradient is \(one.gradient)?"
      ) { $0.wayBack = { $0[keyPath: one.matrix] = $0[keyPath: other.matrix] } },
      wrongBackward(
        "\(other.gradient) where \(one.gradient) belongs, on the way back",
        "In the hidden state's carry the gradient of \(other.owner) goes back through "
          + "\(one.weight).",
        "Which gradient belongs to the sum that \(one.weight) makes?"
      ) { $0.handedBack = { $0[keyPath: one.vector] = $0[keyPath: other.vector] } },
    ]
  }
}

private let exchanges: [Wrong] = lanes.indices.flatMap { k in
  lanes.indices.filter { $0 > k }.map { l in
    let (one, other) = (lanes[k], lanes[l])
    return wrongBackward(
      "\(one.weight) and \(other.weight) exchanged on the way back",
      "\(one.gradient) goes back through the weights of \(other.owner), and \(other.gradient) "
        + "through those of \(one.owner).",
      "Which matrix did the sum go through whose gradient is \(one.gradient)?"
    ) {
      $0.wayBack = { p in
        let matrix = p[keyPath: one.matrix]
        p[keyPath: one.matrix] = p[keyPath: other.matrix]
        p[keyPath: other.matrix] = matrix
      }
    }
  }
}
