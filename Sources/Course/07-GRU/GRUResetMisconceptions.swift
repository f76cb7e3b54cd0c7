import Recurrent
import Reference

// The reset gate and what it acts on.
let gruResetMisconceptions = [
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
