import Checking
import Contracts
import Recurrent

/// From a draw to a token.
let samplingDrawMisconceptions: [Misconception<SamplingInput, SamplingOutput>] = [
  wrongSampling(
    "a second draw for the kind, by `integer(in:)`",
    "Each opening bracket takes further draws, so all that follows comes from other numbers.",
    "How many draws does the contract allow for one token?"
  ) { $0.drawsKindAsInteger = true },
  wrongSampling(
    "a draw for the kind before the draw that opens",
    "Each token takes two draws, the first of them for a kind that may not be needed.",
    "How many draws does the contract allow for one token?"
  ) { $0.drawsKindFirst = true },
  wrongSampling(
    "a draw that is thrown away behind each string",
    "One number too many is taken, so the next string comes from other numbers.",
    "How many draws does a string take?"
  ) { $0.drawsOnceMore = true },
  wrongSampling(
    "a kind that is rounded, not cut",
    "The first kind comes half as often as the others, and what is beyond the last falls to it.",
    "Which numbers become kind 0?"
  ) {
    $0.kind = { u, q, kinds in
      u < q ? min(kinds - 1, Int((u / q * Double(kinds)).rounded())) : nil
    }
  },
  wrongSampling(
    "a kind that is rounded up, less one place at most",
    "Kind 0 never comes, and what is beyond the last kind falls to it.",
    "Which numbers become kind 0?"
  ) {
    $0.kind = { u, q, kinds in
      u < q ? min(kinds - 1, Int((u / q * Double(kinds)).rounded(.up))) : nil
    }
  },
  wrongSampling(
    "K − 1 in place of K: ⌊u / q · (K − 1)⌋",
    "The last kind never comes.", "Which is the largest whole number below u / q · K?"
  ) { $0.kind = { u, q, kinds in u < q ? Int(u / q * Double(kinds - 1)) : nil } },
  wrongSampling(
    "a kind from u / (1 − q)",
    "u is stretched by the wrong range, so the kinds do not come equally often.",
    "Between which two numbers does u lie when a bracket opens?"
  ) {
    $0.kind = { u, q, kinds in
      u < q ? min(kinds - 1, Int(u / (1 - q) * Double(kinds))) : nil
    }
  },
  wrongSampling(
    "opening with 1 − q, the kind from u",
    "Brackets open where they should close, and the kind is ⌊u K⌋.",
    "What does u < q have the probability of?"
  ) { $0.kind = { u, q, kinds in u >= q ? min(kinds - 1, Int(u * Double(kinds))) : nil } },
  wrongSampling(
    "one half in place of `opening`",
    "Brackets open with probability ½, whatever was asked for.",
    "Where do you use `opening`?"
  ) { $0.kind = { u, _, kinds in u < 0.5 ? Int(u / 0.5 * Double(kinds)) : nil } },
  wrongSampling(
    "a first bracket that always opens, its kind from u / q cut at the last",
    "No draw can end an empty string, so none is thrown away and all others come too early.",
    "What should come of a first draw that does not open?"
  ) { $0.first = { u, q, kinds in min(kinds - 1, Int(u / q * Double(kinds))) } },
  wrongSampling(
    "a first bracket that always opens, its kind from u",
    "No draw can end an empty string, so none is thrown away; the kind is ⌊u K⌋ there.",
    "What should come of a first draw that does not open?"
  ) { $0.first = { u, q, kinds in Int(u * Double(kinds)) } },
  wrongSampling(
    "a first bracket that always opens, its kind beyond the last",
    "No draw can end an empty string, and u / q · K gives kinds that there are not.",
    "What should come of a first draw that does not open?"
  ) { $0.first = { u, q, kinds in Int(u / q * Double(kinds)) } },
  // The ids.
  wrongSampling(
    "ids in two blocks: k opens, K + k closes",
    "The brackets are right, but their ids are not 2k and 2k + 1.",
    "Which ids open and close kind k?"
  ) {
    $0.opens = { kind, _ in kind }
    $0.closes = { kind, kinds in kinds + kind }
  },
  wrongSampling(
    "odd and even exchanged: 2k + 1 opens and 2k closes",
    "Each bracket has the id of its counterpart.", "Which of 2k and 2k + 1 opens?"
  ) {
    $0.opens = { kind, _ in 2 * kind + 1 }
    $0.closes = { kind, _ in 2 * kind }
  },
  wrongSampling(
    "opening brackets where closing ones belong",
    "What should close is written with the id that opens.", "Which id closes kind k?"
  ) { $0.closes = { kind, _ in 2 * kind } },
  wrongSampling(
    "closing brackets of the first kind alone",
    "All brackets are closed by the id 1, whatever opened.", "Which id closes kind k?"
  ) { $0.closes = { _, _ in 1 } },
  wrongSampling(
    "EOS with the id 2K + 1", "The string ends with an id that no token has.",
    "Which id has EOS, if the brackets have 0 … 2K − 1?"
  ) { $0.end = { [2 * $0 + 1] } },
  wrongSampling(
    "EOS with the id K", "The string ends with the id of a bracket.",
    "Which id has EOS, if the brackets have 0 … 2K − 1?"
  ) { $0.end = { [$0] } },
  wrongSampling(
    "EOS with the id 4, whatever the kinds",
    "With another number of kinds than two the string ends with an id that is not EOS's.",
    "Where do you use `kinds`?"
  ) { $0.end = { _ in [4] } },
  wrongSampling(
    "EOS twice", "The string ends a second time behind its end.", "How often does a string end?"
  ) { $0.end = { [2 * $0, 2 * $0] } },
]
