import Checking
import Contracts
import Recurrent

/// When a string is too long, and what becomes of it.
let samplingLimitMisconceptions: [Misconception<SamplingInput, SamplingOutput>] = [
  wrongSampling(
    "one bracket too many allowed: thrown away at L + 2",
    "A string is given up one bracket late, so it may have L + 1, or costs further draws.",
    "How many brackets has the longest string that may come?"
  ) { $0.isTooLong = { string, _, longest in string.count > longest + 1 } },
  wrongSampling(
    "no limit", "Strings may be of any length.", "Where do you use `longest`?"
  ) { $0.isTooLong = { _, _, _ in false } },
  wrongSampling(
    "a string thrown away as soon as it cannot be closed in time",
    "What has no room for its closing brackets is given up early, which saves draws.",
    "When does a string have more than `longest` brackets?"
  ) { $0.isTooLong = { string, open, longest in string.count + open.count > longest } },
  wrongSampling(
    "a string thrown away before the draw that would make it too long",
    "The draw of the bracket L + 1 is saved, so all that follows comes from other numbers.",
    "After which draw does a string have more than `longest` brackets?"
  ) { $0.isHopeless = { string, open, longest in string.count >= longest && !open.isEmpty } },
  wrongSampling(
    "a string that is too long, given back as EOS alone",
    "Instead of beginning anew the sampler gives an empty string.",
    "What should come in the place of a string that is thrown away?"
  ) { $0.givesUp = true },
  wrongSampling(
    "a string of the full length that ends whatever is drawn",
    "A balanced string of L brackets is kept even where the next draw would open another one.",
    "What becomes of a string that grows beyond `longest`?"
  ) { $0.bends = true },
  wrongSampling(
    "a string that is too long, closed and kept",
    "At the limit all open brackets are closed without a draw, so the string is longer than L.",
    "What becomes of a string that grows beyond `longest`?"
  ) { $0.closesAtLimit = true },
]
