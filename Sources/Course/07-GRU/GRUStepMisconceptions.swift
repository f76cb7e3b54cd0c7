import Recurrent
import Reference

/// Wrong steps that people really write.
let gruStepMisconceptions =
  gruWeightSlips + gruWeightMisconceptions + gruResetMisconceptions + gruUpdateMisconceptions
  + gruResultMisconceptions

// Which weights, and what they meet.
private let gruWeightMisconceptions = [
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

// The reset gate and what it acts on.
private let gruResetMisconceptions = [
  wrongStep(
    "a reset gate that is computed and never used",
    "The candidate always hears the whole past, as if the reset gate were open.",
    "What would change if r were zero throughout?"
  ) { $0.candidateSum = { terms, _ in terms.input + terms.q } },
  wrongStep(
    "the reset gate before the product, W_hn (r ⊙ h′), as in Cho et al. 2014",
    "The reset gate weighs the units of h′, before W_hn has mixed them.",
    "Does this lesson's contract let r multiply h′, or what W_hn made of it?"
  ) {
    $0.candidateSum = { terms, p in terms.input + p.Whn * (terms.r * terms.old) + p.bhn }
  },
  wrongStep(
    "the reset gate before the product, in the recurrent term, too",
    "`recurrentTerm` is that of a cell whose reset gate weighs h′ before W_hn does.",
    "Is `recurrentTerm` asked for before or after the reset gate has acted?"
  ) {
    $0.recurrentTerm = { p, old, r in p.Whn * (r * old) + p.bhn }
    $0.candidateSum = { terms, _ in terms.input + terms.q }
  },
  wrongStep(
    "bhn out of the reset gate's reach: r ⊙ (W_hn h′) + b_hn",
    "b_hn reaches the candidate even where the reset gate is closed.", "Is b_hn a part of q?"
  ) { $0.candidateSum = { terms, p in terms.input + terms.r * (terms.q - p.bhn) + p.bhn } },
  wrongStep(
    "bhn out of the reset gate's reach, and out of the recurrent term, too",
    "The reset gate weighs W_hn h′ alone, and b_hn reaches the candidate even where it is closed.",
    "Is b_hn a part of q?"
  ) {
    $0.recurrentTerm = { p, old, _ in p.Whn * old }
    $0.candidateSum = { terms, p in terms.input + terms.r * terms.q + p.bhn }
  },
  wrongStep(
    "bxn within the reset gate's reach: W_xn x + r ⊙ (q + b_xn)",
    "A closed reset gate shuts b_xn out, though that bias belongs to the token.",
    "Which of the two biases does the reset gate weigh?"
  ) {
    $0.candidateSum = { terms, p in terms.input - p.bxn + terms.r * (terms.q + p.bxn) }
  },
  wrongStep(
    "a reset gate before the whole sum: r ⊙ (W_xn x + b_xn + q)",
    "A closed reset gate shuts out the token as well as the past.",
    "Should the reset gate be able to shut out the token?"
  ) { $0.candidateSum = { terms, _ in terms.r * (terms.input + terms.q) } },
  wrongStep(
    "a reset gate before the input: r ⊙ (W_xn x + b_xn) + q",
    "A closed reset gate shuts out the token and lets the past through.",
    "Which of the candidate's two sources is the past?"
  ) { $0.candidateSum = { terms, _ in terms.r * terms.input + terms.q } },
  wrongStep(
    "a reset gate after tanh: r ⊙ tanh(…)",
    "A closed reset gate makes the candidate zero, whatever has been read.",
    "On which side of tanh does r act?"
  ) {
    $0.candidateSum = { terms, _ in terms.input + terms.q }
    $0.activateCandidate = { sum, terms in terms.r * (try tanh(sum)) }
  },
  wrongStep(
    "1 − r before the recurrent term",
    "A closed reset gate lets the whole past through, and an open one nothing.",
    "What should the candidate hear where r is 0?"
  ) {
    $0.candidateSum = { terms, _ in terms.input + (1 - terms.r) * terms.q }
  },
  wrongStep(
    "the update gate before the recurrent term",
    "What the candidate hears of the past is decided by the gate that mixes it later.",
    "Which gate acts inside the candidate?"
  ) {
    $0.candidateSum = { terms, _ in terms.input + terms.z * terms.q }
  },
  wrongStep(
    "r ⊙ h′ in the candidate, without W_hn",
    "Each unit of the candidate hears its own old value only, and not those of the others.",
    "Which matrix makes q of h′?"
  ) {
    $0.candidateSum = { terms, _ in terms.input + terms.r * terms.old }
  },
]

// The activations, the update gate and what it acts on.
private let gruUpdateMisconceptions = [
  wrongStep(
    "a candidate through sigmoid",
    "The candidate can never be negative, so the state drifts upwards.",
    "Can the candidate be negative?"
  ) {
    $0.activateCandidate = { sum, _ in try sigmoid(sum) }
  },
  wrongStep(
    "a candidate without its activation",
    "A single token may write a number of any size into the state.",
    "In which range does the candidate lie?"
  ) {
    $0.activateCandidate = { sum, _ in sum }
  },
  wrongStep(
    "a candidate through ReLU", "The candidate can never be negative, so the state drifts upwards.",
    "Can the candidate be negative?"
  ) {
    $0.activateCandidate = { sum, _ in sum.map { max(0, $0) } }
  },
  wrongStep(
    "gates through tanh",
    "Both gates may become negative, and then turn round the sign of what they weigh.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, _ in try tanh(gate) }
  },
  wrongStep(
    "a reset gate through tanh",
    "The reset gate may become negative, and then turns round the sign of the past.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, name in name == .reset ? try tanh(gate) : try sigmoid(gate) }
  },
  wrongStep(
    "an update gate through tanh",
    "The update gate may become negative, so the two shares are no shares any more.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, name in name == .update ? try tanh(gate) : try sigmoid(gate) }
  },
  wrongStep(
    "gates through sigmoid twice",
    "Both gates are at least half open, so that nothing can be shut out or renewed whole.",
    "What is the smallest value of σ(σ(x))?"
  ) {
    $0.activateGate = { gate, _ in try sigmoid(sigmoid(gate)) }
  },
  wrongStep(
    "gates through softmax", "The units of a gate compete, so that only one of them can be open.",
    "Does the gate of one unit depend on those of the others?"
  ) {
    $0.activateGate = { gate, _ in try softmax(gate) }
  },
  wrongStep(
    "gates without their activation",
    "A gate may be larger than 1 or negative, so that it amplifies instead of weighing.",
    "Between which two numbers must a share lie?"
  ) {
    $0.activateGate = { gate, _ in gate }
  },
  wrongStep(
    "the other sign of the update gate: z ⊙ n + (1 − z) ⊙ h′, as in Chung et al. 2014",
    "An update gate near 1 takes everything new in, where it should keep the old state.",
    "What should be left of h′ where z is 1?"
  ) { $0.hidden = { $0.z * $0.n + (1 - $0.z) * $0.old } },
  wrongStep(
    "the reset gate where the update gate belongs",
    "The gate that should weigh the candidate's past decides how much is kept, too.",
    "Which gate mixes n and h′?"
  ) {
    $0.hidden = { (1 - $0.r) * $0.n + $0.r * $0.old }
  },
  wrongStep(
    "a new state without 1 − z: n + z ⊙ h′",
    "The candidate enters whole, so the state can grow beyond −1 and 1.",
    "Do the two shares add up to 1?"
  ) {
    $0.hidden = { $0.n + $0.z * $0.old }
  },
  wrongStep(
    "a new state that keeps all: (1 − z) ⊙ n + h′",
    "The old state stays whole and can only be added to.", "Do the two shares add up to 1?"
  ) {
    $0.hidden = { (1 - $0.z) * $0.n + $0.old }
  },
  wrongStep(
    "a new state that forgets all: (1 − z) ⊙ n",
    "Nothing of the old state is kept, wherever the gate stands.",
    "What is z for, where it is near 1?"
  ) {
    $0.hidden = { (1 - $0.z) * $0.n }
  },
  wrongStep(
    "a new state that takes in nothing: z ⊙ h′",
    "The state can only fade, since nothing new is ever written into it.",
    "Where does the candidate come in?"
  ) {
    $0.hidden = { $0.z * $0.old }
  },
  wrongStep(
    "the candidate as the new state", "The old state is kept nowhere but inside of the candidate.",
    "Where does the update gate come in?"
  ) {
    $0.hidden = { $0.n }
  },
  wrongStep(
    "the reset old state in the mixture: z ⊙ r ⊙ h′",
    "What is kept is weighed by the reset gate as well, and fades where that is closed.",
    "Does the reset gate change what is kept?"
  ) { $0.hidden = { (1 - $0.z) * $0.n + $0.z * $0.r * $0.old } },
  wrongStep(
    "q in the mixture in place of h′",
    "What is kept has been through W_hn first, so it changes at every step.",
    "What is kept: h′, or what W_hn made of it?"
  ) {
    $0.hidden = { (1 - $0.z) * $0.n + $0.z * $0.q }
  },
  wrongStep(
    "the new state through tanh",
    "The state is squeezed once more at every step, so what is kept fades.",
    "Can a mixture of n and h′ leave their range?"
  ) {
    $0.hidden = { try tanh((1 - $0.z) * $0.n + $0.z * $0.old) }
  },
  wrongStep(
    "a product of the two shares",
    "Where there is nothing to keep, nothing new can come in either.",
    "How are what is kept and what is new combined?"
  ) {
    $0.hidden = { (1 - $0.z) * $0.n * ($0.z * $0.old) }
  },
]

// What is handed back.
private let gruResultMisconceptions = [
  wrongStep(
    "sums handed back in place of gates",
    "The two fields hold what went into σ, where the gates that came out belong.",
    "Are the gates asked for before or after σ?"
  ) {
    $0.finish = { step, _, reset, update in
      step.resetGate = reset
      step.updateGate = update
    }
  },
  wrongStep(
    "reset and update gate exchanged in the result",
    "The step is right, but the trace holds the two gates under each other's names.",
    "Which of the two did W_xz make?"
  ) {
    $0.finish = { step, _, _, _ in swap(&step.resetGate, &step.updateGate) }
  },
  wrongStep(
    "r ⊙ q handed back as the recurrent term",
    "The step is right, but the trace holds q after the reset gate has weighed it.",
    "Is `recurrentTerm` asked for before or after the reset gate has acted?"
  ) { $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.r * terms.q } },
  wrongStep(
    "the candidate's whole sum handed back as the recurrent term",
    "The step is right, but in place of q the trace holds all that went into tanh.",
    "Which part of the candidate's sum does the reset gate act on?"
  ) {
    $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.input + terms.r * terms.q }
  },
  wrongStep(
    "the candidate's sum handed back in place of tanh of it",
    "The step is right, but the trace holds the candidate before tanh.",
    "Is the candidate asked for before or after tanh?"
  ) { $0.finish = { step, terms, _, _ in step.candidate = terms.input + terms.r * terms.q } },
  wrongStep(
    "candidate and new hidden state exchanged",
    "Both vectors are right, and each stands under the other's name.",
    "Which of the two did the gate z mix?"
  ) {
    $0.finish = { step, _, _, _ in swap(&step.candidate, &step.hidden) }
  },
  wrongStep(
    "the old hidden state handed back",
    "The step's own hidden state is lost, and the next step will begin from the old one.",
    "Which hidden state should the next step begin with?"
  ) { $0.finish = { step, terms, _, _ in step.hidden = terms.old } },
]
