import Recurrent
import Reference

// Which weights, and what they meet.
let gruWeightMisconceptions = [
  wrongStep(
    "the weights of reset and update gate exchanged",
    "What should be reset is decided by the update gate's numbers, and the other way round.",
    "Which of the two does z in `Wxz` stand for?"
  ) {
    $0.weights = { p in
      swap(&p.Wxr, &p.Wxz)
      swap(&p.Whr, &p.Whz)
      swap(&p.bxr, &p.bxz)
      swap(&p.bhr, &p.bhz)
    }
  },
  wrongStep(
    "the weights of update gate and candidate exchanged",
    "The update gate is made with the candidate's numbers, and the candidate with the gate's.",
    "Which of the two does n in `Wxn` stand for?"
  ) {
    $0.weights = { p in
      swap(&p.Wxz, &p.Wxn)
      swap(&p.Whz, &p.Whn)
      swap(&p.bxz, &p.bxn)
      swap(&p.bhz, &p.bhn)
    }
  },
  wrongStep(
    "the reset gate's weights in both gates",
    "Both gates always say the same, so nothing can be kept that was not let through.",
    "How many matrices does a step multiply h′ with?"
  ) {
    $0.weights = { p in
      (p.Wxz, p.Whz, p.bxz, p.bhz) = (p.Wxr, p.Whr, p.bxr, p.bhr)
    }
  },
  wrongStep(
    "bxn and bhn exchanged",
    "The bias that the reset gate should weigh stands outside of it, and the other one inside.",
    "Which of the two biases does the reset gate weigh?"
  ) {
    $0.weights = { swap(&$0.bxn, &$0.bhn) }
  },
  wrongStep(
    "gates and candidate without any bias",
    "Gates are half open for an input of zeros, and can learn no other habit.",
    "What is a gate if h′ and x are zero?"
  ) {
    $0.weights = { p in
      for bias in [\GRUParameters.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn] { p[keyPath: bias] *= 0 }
    }
  },
  wrongStep(
    "the biases beside h′ left out",
    "Each sum lacks one of its two biases, and the candidate's past has none to be weighed.",
    "How many biases has each of the three sums?"
  ) {
    $0.weights = { p in
      for bias in [\GRUParameters.bhr, \.bhz, \.bhn] { p[keyPath: bias] *= 0 }
    }
  },
  wrongStep(
    "the biases beside x left out",
    "Each sum lacks one of its two biases; what the reset gate weighs is right.",
    "How many biases has each of the three sums?"
  ) {
    $0.weights = { p in
      for bias in [\GRUParameters.bxr, \.bxz, \.bxn] { p[keyPath: bias] *= 0 }
    }
  },
  wrongStep(
    "bhn left out of the recurrent term",
    "q lacks its bias, and so does what the reset gate lets through.", "What is q if h′ is zero?"
  ) {
    $0.weights = { $0.bhn *= 0 }
  },
  wrongStep(
    "gates that do not see h′", "The gates know the token but nothing of what was read before it.",
    "How does a gate know what was read before?"
  ) {
    $0.seenByGates = { 0 * $0 }
  },
  wrongStep(
    "tanh of h′ in the gates",
    "The past arrives squeezed a second time, so the gates hear it too softly.",
    "Is there anything between h′ and W_hr?"
  ) {
    $0.seenByGates = { try tanh($0) }
  },
  wrongStep(
    "a step that does not see its token",
    "Gates and candidate know the past but not which token has just arrived.",
    "Does your step depend on `token`?"
  ) {
    $0.x = { 0 * $0 }
  },
  wrongStep(
    "a candidate that does not see h′",
    "The candidate is made of the token alone, and the reset gate has no effect.",
    "What does the candidate know of the past?"
  ) {
    $0.candidateSum = { terms, _ in terms.input }
  },
  wrongStep(
    "W_h transposed in gates and candidate",
    "The past enters gates and candidate along each connection in the wrong direction.",
    "Which index of W_hr belongs to the gate?"
  ) {
    $0.weights = { p in
      for weight in [\GRUParameters.Whr, \.Whz, \.Whn] {
        p[keyPath: weight] = p[keyPath: weight].transposed
      }
    }
  },
]
