import Checking
import Contracts
import Recurrent

/// The steps without a choice, and the string as a whole.
let judgingCountMisconceptions: [Misconception<JudgingInput, PredictionVerdict>] = [
  wrongJudging(
    "a deterministic step right only where its likeliest token also reaches the threshold",
    "The one token has the largest probability, but does not count where it stays below ε.",
    "Which token is the likeliest if none reaches the threshold?"
  ) { $0.isRight = { $0.next.contains($0.likeliest) && $0.expected.contains($0.likeliest) } },
  wrongJudging(
    "a deterministic step right wherever its token reaches the threshold",
    "The one token counts as right although another one is likelier.",
    "With which other probabilities is that of the one token compared?"
  ) { $0.isRight = { $0.isComplete } },
  wrongJudging(
    "a deterministic step right wherever it is sound",
    "A step counts as right although another token is likelier, or none is expected.",
    "Which token has to be the likeliest?"
  ) { $0.isRight = { $0.isSound } },
  wrongJudging(
    "a deterministic step right only where it is sound and its token the likeliest",
    "A second expected token makes the step wrong, though the likeliest is right.",
    "Does `deterministicRight` ask for the threshold at all?"
  ) { $0.isRight = { $0.next.contains($0.likeliest) && $0.isSound } },
  wrongJudging(
    "a deterministic step right where its token has more than one half",
    "A token that is the likeliest with less than ½ does not count.",
    "Can the likeliest token have a probability below one half?"
  ) { $0.isRight = { step in step.next.contains { step.p[$0] > 0.5 } } },
  wrongJudging(
    "right steps counted where there is a choice, too",
    "`deterministicRight` counts every step whose likeliest token may follow.",
    "Which steps does `deterministicRight` count among?"
  ) { $0.countsRightEverywhere = true },
  wrongJudging(
    "deterministic where one token is expected",
    "The steps counted are those at which the network is sure, not those without a choice.",
    "Who leaves no choice: the language or the network?"
  ) { $0.isDeterministic = { $0.expected.count == 1 } },
  wrongJudging(
    "deterministic where one token both may follow and is expected alone",
    "A step without a choice is not counted where the network sees one.",
    "Who leaves no choice: the language or the network?"
  ) { $0.isDeterministic = { $0.next.count == 1 && $0.expected.count == 1 } },
  wrongJudging(
    "wrong steps counted as right ones",
    "`deterministicRight` holds the number of mistakes.",
    "Which steps does `deterministicRight` count?"
  ) { $0.isRight = { !$0.next.contains($0.likeliest) } },
  wrongJudging(
    "the right steps alone counted as deterministic",
    "Both numbers are the same, as if no deterministic step were wrong.",
    "Is a step without a choice deterministic if the network errs?"
  ) { $0.isDeterministic = { $0.next.count == 1 && $0.next.contains($0.likeliest) } },
  // The string.
  wrongJudging(
    "a verdict that ends at the first mistake",
    "Behind the first step that is not exact nothing is judged, so lists and counts are too short.",
    "For how many steps is there a verdict?"
  ) { $0.stopsAtMistake = true },
  wrongJudging(
    "a string that is sound if it is complete",
    "The lists are right, but `isSound` is made of the wrong one.",
    "Which of the two lists does `isSound` sum up?"
  ) { $0.finish = { $0.isSound = $0.complete.allSatisfy(\.self) } },
  wrongJudging(
    "a string that is sound only if it is exact",
    "The lists are right, but `isSound` asks for completeness, too.",
    "What distinguishes sound from exact?"
  ) { $0.finish = { $0.isSound = $0.isExact } },
  wrongJudging(
    "a string that is exact if it is sound or complete",
    "One of the two suffices where both are asked for.",
    "How many of the two lists must be without a mistake?"
  ) {
    $0.finish = {
      $0.isExact = $0.sound.allSatisfy(\.self) || $0.complete.allSatisfy(\.self)
    }
  },
  wrongJudging(
    "a string that is exact if each step is sound or complete",
    "One of the two suffices at each step where both are asked for.",
    "How many of the two verdicts must a step pass?"
  ) { $0.exact = { $0 || $1 } },
  wrongJudging(
    "a string that is exact if all its deterministic steps are right",
    "Where there is a choice nothing is asked of an exact string.",
    "Which steps does `isExact` look at?"
  ) { $0.finish = { $0.isExact = $0.deterministicRight == $0.deterministicSteps } },
  wrongJudging(
    "a string that is exact if it is sound and all its deterministic steps are right",
    "Completeness is asked for only where there is no choice.",
    "Which two lists does `isExact` sum up?"
  ) {
    $0.finish = { $0.isExact = $0.isSound && $0.deterministicRight == $0.deterministicSteps }
  },
  carriedOn("sound and complete", \.sound, \.complete), carriedOn("sound", \.sound),
  carriedOn("complete", \.complete),
  wrongJudging(
    "a string judged by its first step",
    "A string with a mistake later on passes if it begins well.",
    "What of a string whose second prediction is wrong?"
  ) { $0.whole = { $0.first ?? true } },
]

/// Verdicts of steps that hear of the steps before.
private func carriedOn(
  _ what: String, _ lists: any WritableKeyPath<PredictionVerdict, [Bool]> & Sendable...
) -> Misconception<JudgingInput, PredictionVerdict> {
  wrongJudging(
    "a step \(what) only if all steps before it are, too",
    "After one failing step all later steps count as failing, whatever is expected there.",
    "Does the verdict on a step depend on the step before it?"
  ) {
    $0.finish = { verdict in
      for list in lists {
        var soFar = true
        verdict[keyPath: list] = verdict[keyPath: list].map { step in
          soFar = soFar && step
          return soFar
        }
      }
    }
  }
}
