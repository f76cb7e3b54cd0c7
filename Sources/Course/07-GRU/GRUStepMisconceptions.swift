import Recurrent
import Reference

/// Wrong steps that people really write.
let gruStepMisconceptions =
  gruWeightMisconceptions + gruResetMisconceptions + gruUpdateMisconceptions
  + gruResultMisconceptions

// Which weights, and what they meet.
private let gruWeightMisconceptions = [
  wrongStep(
    "the weights of reset and update gate exchanged", "",
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
    "the weights of update gate and candidate exchanged", "",
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
    "the reset gate's weights in both gates", "", "How many matrices does a step multiply h′ with?"
  ) {
    $0.weights = { p in
      (p.Wxz, p.Whz, p.bxz, p.bhz) = (p.Wxr, p.Whr, p.bxr, p.bhr)
    }
  },
  wrongStep("bxn and bhn exchanged", "", "Which of the two biases does the reset gate weigh?") {
    $0.weights = { swap(&$0.bxn, &$0.bhn) }
  },
  wrongStep("gates and candidate without any bias", "", "What is a gate if h′ and x are zero?") {
    $0.weights = { p in
      for bias in [\GRUParameters.bxr, \.bxz, \.bxn, \.bhr, \.bhz, \.bhn] { p[keyPath: bias] *= 0 }
    }
  },
  wrongStep("the biases beside h′ left out", "", "How many biases has each of the three sums?") {
    $0.weights = { p in
      for bias in [\GRUParameters.bhr, \.bhz, \.bhn] { p[keyPath: bias] *= 0 }
    }
  },
  wrongStep("the biases beside x left out", "", "How many biases has each of the three sums?") {
    $0.weights = { p in
      for bias in [\GRUParameters.bxr, \.bxz, \.bxn] { p[keyPath: bias] *= 0 }
    }
  },
  wrongStep("bhn left out of the recurrent term", "", "What is q if h′ is zero?") {
    $0.weights = { $0.bhn *= 0 }
  },
  wrongStep("gates that do not see h′", "", "How does a gate know what was read before?") {
    $0.seenByGates = { 0 * $0 }
  },
  wrongStep("tanh of h′ in the gates", "", "Is there anything between h′ and W_hr?") {
    $0.seenByGates = { try tanh($0) }
  },
  wrongStep("a step that does not see its token", "", "Does your step depend on `token`?") {
    $0.x = { 0 * $0 }
  },
  wrongStep("a candidate that does not see h′", "", "What does the candidate know of the past?") {
    $0.candidateSum = { terms, _ in terms.input }
  },
  wrongStep(
    "W_h transposed in gates and candidate", "", "Which index of W_hr belongs to the gate?"
  ) {
    $0.weights = { p in
      for weight in [\GRUParameters.Whr, \.Whz, \.Whn] {
        p[keyPath: weight] = p[keyPath: weight].transposed
      }
    }
  },
]

// The reset gate and what it acts on.
private let gruResetMisconceptions = [
  wrongStep(
    "a reset gate that is computed and never used", "",
    "What would change if r were zero throughout?"
  ) { $0.candidateSum = { terms, _ in terms.input + terms.q } },
  wrongStep(
    "the reset gate before the product, W_hn (r ⊙ h′), as in Cho et al. 2014", "",
    "Does this lesson's contract let r multiply h′, or what W_hn made of it?"
  ) {
    $0.candidateSum = { terms, p in terms.input + p.Whn * (terms.r * terms.old) + p.bhn }
  },
  wrongStep(
    "the reset gate before the product, in the recurrent term, too", "",
    "Is `recurrentTerm` asked for before or after the reset gate has acted?"
  ) {
    $0.recurrentTerm = { p, old, r in p.Whn * (r * old) + p.bhn }
    $0.candidateSum = { terms, _ in terms.input + terms.q }
  },
  wrongStep(
    "bhn out of the reset gate's reach: r ⊙ (W_hn h′) + b_hn", "", "Is b_hn a part of q?"
  ) { $0.candidateSum = { terms, p in terms.input + terms.r * (terms.q - p.bhn) + p.bhn } },
  wrongStep(
    "bxn within the reset gate's reach: W_xn x + r ⊙ (q + b_xn)", "",
    "Which of the two biases does the reset gate weigh?"
  ) {
    $0.candidateSum = { terms, p in terms.input - p.bxn + terms.r * (terms.q + p.bxn) }
  },
  wrongStep(
    "a reset gate before the whole sum: r ⊙ (W_xn x + b_xn + q)", "",
    "Should the reset gate be able to shut out the token?"
  ) { $0.candidateSum = { terms, _ in terms.r * (terms.input + terms.q) } },
  wrongStep(
    "a reset gate before the input: r ⊙ (W_xn x + b_xn) + q", "",
    "Which of the candidate's two sources is the past?"
  ) { $0.candidateSum = { terms, _ in terms.r * terms.input + terms.q } },
  wrongStep("a reset gate after tanh: r ⊙ tanh(…)", "", "On which side of tanh does r act?") {
    $0.candidateSum = { terms, _ in terms.input + terms.q }
    $0.activateCandidate = { sum, terms in terms.r * (try tanh(sum)) }
  },
  wrongStep("1 − r before the recurrent term", "", "What should the candidate hear where r is 0?") {
    $0.candidateSum = { terms, _ in terms.input + (1 - terms.r) * terms.q }
  },
  wrongStep(
    "the update gate before the recurrent term", "", "Which gate acts inside the candidate?"
  ) {
    $0.candidateSum = { terms, _ in terms.input + terms.z * terms.q }
  },
  wrongStep("r ⊙ h′ in the candidate, without W_hn", "", "Which matrix makes q of h′?") {
    $0.candidateSum = { terms, _ in terms.input + terms.r * terms.old }
  },
]

// The activations, the update gate and what it acts on.
private let gruUpdateMisconceptions = [
  wrongStep("a candidate through sigmoid", "", "Can the candidate be negative?") {
    $0.activateCandidate = { sum, _ in try sigmoid(sum) }
  },
  wrongStep("a candidate without its activation", "", "In which range does the candidate lie?") {
    $0.activateCandidate = { sum, _ in sum }
  },
  wrongStep("gates through tanh", "", "Between which two numbers must a share lie?") {
    $0.activateGate = { gate, _ in try tanh(gate) }
  },
  wrongStep("a reset gate through tanh", "", "Between which two numbers must a share lie?") {
    $0.activateGate = { gate, name in name == .reset ? try tanh(gate) : try sigmoid(gate) }
  },
  wrongStep("an update gate through tanh", "", "Between which two numbers must a share lie?") {
    $0.activateGate = { gate, name in name == .update ? try tanh(gate) : try sigmoid(gate) }
  },
  wrongStep("gates through sigmoid twice", "", "What is the smallest value of σ(σ(x))?") {
    $0.activateGate = { gate, _ in try sigmoid(sigmoid(gate)) }
  },
  wrongStep("gates without their activation", "", "Between which two numbers must a share lie?") {
    $0.activateGate = { gate, _ in gate }
  },
  wrongStep(
    "the other sign of the update gate: z ⊙ n + (1 − z) ⊙ h′, as in Chung et al. 2014", "",
    "What should be left of h′ where z is 1?"
  ) { $0.hidden = { $0.z * $0.n + (1 - $0.z) * $0.old } },
  wrongStep("the reset gate where the update gate belongs", "", "Which gate mixes n and h′?") {
    $0.hidden = { (1 - $0.r) * $0.n + $0.r * $0.old }
  },
  wrongStep("a new state without 1 − z: n + z ⊙ h′", "", "Do the two shares add up to 1?") {
    $0.hidden = { $0.n + $0.z * $0.old }
  },
  wrongStep("a new state that keeps all: (1 − z) ⊙ n + h′", "", "Do the two shares add up to 1?") {
    $0.hidden = { (1 - $0.z) * $0.n + $0.old }
  },
  wrongStep("a new state that forgets all: (1 − z) ⊙ n", "", "What is z for, where it is near 1?") {
    $0.hidden = { (1 - $0.z) * $0.n }
  },
  wrongStep("a new state that takes in nothing: z ⊙ h′", "", "Where does the candidate come in?") {
    $0.hidden = { $0.z * $0.old }
  },
  wrongStep("the candidate as the new state", "", "Where does the update gate come in?") {
    $0.hidden = { $0.n }
  },
  wrongStep(
    "the reset old state in the mixture: z ⊙ r ⊙ h′", "", "Does the reset gate change what is kept?"
  ) { $0.hidden = { (1 - $0.z) * $0.n + $0.z * $0.r * $0.old } },
  wrongStep("q in the mixture in place of h′", "", "What is kept: h′, or what W_hn made of it?") {
    $0.hidden = { (1 - $0.z) * $0.n + $0.z * $0.q }
  },
  wrongStep("the new state through tanh", "", "Can a mixture of n and h′ leave their range?") {
    $0.hidden = { try tanh((1 - $0.z) * $0.n + $0.z * $0.old) }
  },
  wrongStep("a product of the two shares", "", "How are what is kept and what is new combined?") {
    $0.hidden = { (1 - $0.z) * $0.n * ($0.z * $0.old) }
  },
]

// What is handed back.
private let gruResultMisconceptions = [
  wrongStep("sums handed back in place of gates", "", "Are the gates asked for before or after σ?")
  {
    $0.finish = { step, _, reset, update in
      step.resetGate = reset
      step.updateGate = update
    }
  },
  wrongStep("reset and update gate exchanged in the result", "", "Which of the two did W_xz make?")
  {
    $0.finish = { step, _, _, _ in swap(&step.resetGate, &step.updateGate) }
  },
  wrongStep(
    "r ⊙ q handed back as the recurrent term", "",
    "Is `recurrentTerm` asked for before or after the reset gate has acted?"
  ) { $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.r * terms.q } },
  wrongStep(
    "the candidate's whole sum handed back as the recurrent term", "",
    "Which part of the candidate's sum does the reset gate act on?"
  ) {
    $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.input + terms.r * terms.q }
  },
  wrongStep(
    "the candidate's sum handed back in place of tanh of it", "",
    "Is the candidate asked for before or after tanh?"
  ) { $0.finish = { step, terms, _, _ in step.candidate = terms.input + terms.r * terms.q } },
  wrongStep("candidate and new hidden state exchanged", "", "Which of the two did the gate z mix?")
  {
    $0.finish = { step, _, _, _ in swap(&step.candidate, &step.hidden) }
  },
  wrongStep(
    "the old hidden state handed back", "", "Which hidden state should the next step begin with?"
  ) { $0.finish = { step, terms, _, _ in step.hidden = terms.old } },
]
