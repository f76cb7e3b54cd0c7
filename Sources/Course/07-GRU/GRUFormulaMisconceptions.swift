import Checking
import Contracts
import Recurrent
import Reference

// Other formulas for one of the vectors, and single vectors that are handed back otherwise.
let gruFormulaMisconceptions: [Misconception<GRUStepInput, GRUStep>] = [
  // The reset gate.
  wrongStep(
    "the reset gate on both sides of W_hn: r ⊙ (W_hn (r ⊙ h′) + b_hn)",
    "The past is weighed twice before the candidate hears it.",
    "How often does the reset gate act?"
  ) {
    $0.candidateSum = { terms, p in
      terms.input + terms.r * (p.Whn * (terms.r * terms.old) + p.bhn)
    }
  },
  wrongStep(
    "the reset gate twice: r ⊙ r ⊙ q", "A half open reset gate lets only a quarter through.",
    "How often does the reset gate act?"
  ) { $0.candidateSum = { terms, _ in terms.input + terms.r * terms.r * terms.q } },
  wrongStep(
    "the reset gate added to the recurrent term: r + q",
    "The reset gate is added to what it should weigh.", "How does a gate act on what it weighs?"
  ) { $0.candidateSum = { terms, _ in terms.input + terms.r + terms.q } },
  wrongStep(
    "tanh of the recurrent term before the reset gate",
    "The past is squeezed by itself, and once more together with the token.",
    "How often does the recurrent term go through tanh?"
  ) {
    $0.candidateSum = { terms, _ in terms.input + terms.r * terms.q.map { Recurrent.tanh($0) } }
  },
  wrongStep(
    "an update gate that sees r ⊙ h′",
    "The reset gate weighs what the update gate hears of the past, too.",
    "In which of the three sums does the reset gate act?"
  ) { $0.seenByUpdate = { old, r in r * old } },
  wrongStep(
    "the update gate's share of the candidate inside of tanh",
    "1 − z weighs the candidate's sum, and not what tanh makes of it.",
    "On which side of tanh does 1 − z act?"
  ) {
    $0.candidateSum = { terms, _ in (1 - terms.z) * (terms.input + terms.r * terms.q) }
    $0.hidden = { $0.n + $0.z * $0.old }
  },
  // The activations.
  wrongStep(
    "a candidate through tanh twice", "The candidate is squeezed a second time.",
    "How often does the candidate's sum go through tanh?"
  ) { $0.activateCandidate = { sum, _ in try tanh(tanh(sum)) } },
  wrongStep(
    "gates through 1 − σ", "Each gate is closed where it should be open.",
    "Which value has σ for a large sum?"
  ) { $0.activateGate = { gate, _ in 1 - (try sigmoid(gate)) } },
  wrongStep(
    "gates through ReLU", "A gate may be larger than 1, so that it amplifies instead of weighing.",
    "Between which two numbers must a share lie?"
  ) { $0.activateGate = { gate, _ in gate.map { max(0, $0) } } },
  wrongStep(
    "a reset gate without its activation",
    "The reset gate may be larger than 1 or negative, so that it amplifies instead of weighing.",
    "Between which two numbers must a share lie?"
  ) { $0.activateGate = { gate, name in name == .reset ? gate : try sigmoid(gate) } },
  wrongStep(
    "an update gate without its activation",
    "The update gate may be larger than 1 or negative, so the two shares are no shares any more.",
    "Between which two numbers must a share lie?"
  ) { $0.activateGate = { gate, name in name == .update ? gate : try sigmoid(gate) } },
  // The new state.
  wrongStep(
    "n + z ⊙ (n − h′): the difference the wrong way round",
    "The state moves away from the old one, where it should move towards it.",
    "Where does n + z ⊙ (…) arrive where z is 1?"
  ) { $0.hidden = { $0.n + $0.z * ($0.n - $0.old) } },
  wrongStep(
    "h′ + z ⊙ (h′ − n): the difference the wrong way round",
    "The state moves away from the candidate, where it should move towards it.",
    "Where does h′ + z ⊙ (…) arrive where z is 1?"
  ) { $0.hidden = { $0.old + $0.z * ($0.old - $0.n) } },
  wrongStep(
    "a difference where the new state is a sum: (1 − z) ⊙ n − z ⊙ h′",
    "What is kept turns its sign at every step.",
    "How are what is kept and what is new combined?"
  ) { $0.hidden = { (1 - $0.z) * $0.n - $0.z * $0.old } },
  wrongStep(
    "z before both: z ⊙ n + z ⊙ h′", "The two shares are the same and do not add up to 1.",
    "Do the two shares add up to 1?"
  ) { $0.hidden = { $0.z * $0.n + $0.z * $0.old } },
  wrongStep(
    "1 − z before both: (1 − z) ⊙ (n + h′)",
    "The two shares are the same and do not add up to 1.", "Do the two shares add up to 1?"
  ) { $0.hidden = { (1 - $0.z) * ($0.n + $0.old) } },
  wrongStep(
    "n + h′, without the update gate", "Old and new are added whole, whatever the gate says.",
    "Where does the update gate come in?"
  ) { $0.hidden = { $0.n + $0.old } },
  wrongStep(
    "the mean of n and h′, without the update gate",
    "Old and new have equal shares, whatever the gate says.",
    "Where does the update gate come in?"
  ) { $0.hidden = { 0.5 * ($0.n + $0.old) } },
  wrongStep(
    "the reset gate before what is kept: (1 − z) ⊙ n + r ⊙ h′",
    "What is kept is decided by the gate that weighs the candidate's past.",
    "Which gate mixes n and h′?"
  ) { $0.hidden = { (1 - $0.z) * $0.n + $0.r * $0.old } },
  wrongStep(
    "1 − r before the candidate: (1 − r) ⊙ n + z ⊙ h′",
    "What is new is let in by the reset gate, and the shares do not add up to 1.",
    "Which gate mixes n and h′?"
  ) { $0.hidden = { (1 - $0.r) * $0.n + $0.z * $0.old } },
  wrongStep(
    "tanh of the candidate once more, in the mixture",
    "What is new is squeezed a second time before it is mixed.",
    "How often does the candidate go through tanh?"
  ) { $0.hidden = { (1 - $0.z) * (try tanh($0.n)) + $0.z * $0.old } },
  wrongStep(
    "tanh of h′ in the mixture", "What is kept is squeezed at every step, and so it fades.",
    "Is what is kept changed in any way?"
  ) { $0.hidden = { (1 - $0.z) * $0.n + $0.z * (try tanh($0.old)) } },
  // What is handed back.
  wrongStep(
    "q without its bias handed back",
    "The step is right, but the recurrent term in the trace lacks b_hn.",
    "What is q if h′ is zero?"
  ) {
    $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.bare }
  },
  wrongStep(
    "the input's term handed back as the recurrent term",
    "The step is right, but in place of q the trace holds W_xn x + b_xn.",
    "Which part of the candidate's sum comes from h′?"
  ) { $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.input } },
  wrongStep(
    "r ⊙ h′ handed back as the recurrent term",
    "The step is right, but in place of q the trace holds what never met W_hn.",
    "Which matrix makes q of h′?"
  ) { $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.r * terms.old } },
  wrongStep(
    "h′ handed back as the recurrent term",
    "The step is right, but in place of q the trace holds the old hidden state.",
    "Which matrix makes q of h′?"
  ) { $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.old } },
  wrongStep(
    "tanh of q handed back as the recurrent term",
    "The step is right, but the trace holds q after a tanh that it never went through.",
    "Is `recurrentTerm` asked for before or after tanh?"
  ) {
    $0.finish = { step, terms, _, _ in step.recurrentTerm = terms.q.map { Recurrent.tanh($0) } }
  },
  wrongStep(
    "1 − z handed back as the update gate",
    "The step is right, but the trace holds the candidate's share in place of the old state's.",
    "Which share is the update gate's value?"
  ) { $0.finish = { step, terms, _, _ in step.updateGate = 1 - terms.z } },
  wrongStep(
    "1 − r handed back as the reset gate",
    "The step is right, but the trace holds what the reset gate shuts out.",
    "What does the reset gate's value say where the past is heard whole?"
  ) { $0.finish = { step, terms, _, _ in step.resetGate = 1 - terms.r } },
  wrongStep(
    "the reset gate's sum handed back in its place",
    "The step is right, but `resetGate` holds what went into σ.",
    "Is the gate asked for before or after σ?"
  ) { $0.finish = { step, _, reset, _ in step.resetGate = reset } },
  wrongStep(
    "the update gate's sum handed back in its place",
    "The step is right, but `updateGate` holds what went into σ.",
    "Is the gate asked for before or after σ?"
  ) { $0.finish = { step, _, _, update in step.updateGate = update } },
  wrongStep(
    "the weighed candidate handed back: (1 − z) ⊙ n",
    "The step is right, but the trace holds only the candidate's share of the new state.",
    "Is the candidate asked for before or after the update gate has acted?"
  ) { $0.finish = { step, terms, _, _ in step.candidate = (1 - terms.z) * terms.n } },
]
