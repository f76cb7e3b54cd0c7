import Checking
import Contracts
import Recurrent

/// What is asked of each n, and what is counted.
let reachMisconceptions: [Misconception<ReachInput, ReachOutput>] = [
  // Which n is found out.
  wrongReach(
    "near misses asked about only where the string itself is accepted",
    "The first accepted near miss of an n whose own string is refused is not seen.",
    "Does `firstNearMiss` ask whether the string of n is accepted?"
  ) { $0.isFooled = { accepted, fooled in accepted && fooled } },
  wrongReach(
    "strings asked about only where no near miss is accepted",
    "The refused string of an n with an accepted near miss is not seen.",
    "Does `firstRefused` ask whether a near miss of n is accepted?"
  ) { $0.isRefused = { accepted, fooled in !accepted && !fooled } },
  wrongReach(
    "firstRefused at the first n that is wrong in any way",
    "An accepted near miss counts as a refusal, too.",
    "Which strings does `firstRefused` ask about?"
  ) { $0.isRefused = { accepted, fooled in !accepted || fooled } },
  wrongReach(
    "firstNearMiss at the first n that is wrong in any way",
    "A refused string counts as an accepted near miss, too.",
    "Which strings does `firstNearMiss` ask about?"
  ) { $0.isFooled = { accepted, fooled in !accepted || fooled } },
  wrongReach(
    "firstRefused and firstNearMiss both at the first n that is wrong",
    "Both hold the first failure of either kind.", "Which two kinds of failures are there?"
  ) {
    $0.isRefused = { accepted, fooled in !accepted || fooled }
    $0.isFooled = { accepted, fooled in !accepted || fooled }
  },
  wrongReach(
    "the first string that is accepted in place of the first refused",
    "`firstRefused` holds the smallest n that passes.", "Which answer is a refusal: true or false?"
  ) { $0.isRefused = { accepted, _ in accepted } },
  wrongReach(
    "the first n without an accepted near miss",
    "`firstNearMiss` holds the smallest n whose near misses are all refused.",
    "Which answer to a near miss is a mistake: true or false?"
  ) { $0.isFooled = { _, fooled in !fooled } },
  wrongReach(
    "the largest n in place of the smallest, for both",
    "Each failure overwrites the one before, so the last ones are left.",
    "What becomes of the first failure when a second one follows?"
  ) { $0.findsLast = true },
  wrongReach(
    "a search that ends at the first refused string",
    "Larger n are not asked about, so they count as wrong, and no near miss is found there.",
    "Up to which n does the contract ask?"
  ) { $0.asksOn = { refused, _ in !refused.contains(true) } },
  wrongReach(
    "a search that ends at the first failure of either kind",
    "Larger n are not asked about, so the other kind is never found and they count as wrong.",
    "Up to which n does the contract ask?"
  ) { $0.asksOn = { !$0.contains(true) && !$1.contains(true) } },
  wrongReach(
    "n = 1 left out", "The smallest n is never tried and counts as wrong.",
    "Which is the smallest n to try?"
  ) { $0.leavesOutFirst = true },
  notFound("0") { _ in 0 },
  notFound("−1") { _ in -1 },
  notFound("`longest`") { $0 },
  notFound("`longest` + 1") { $0 + 1 },
  wrongReach(
    "firstRefused and firstNearMiss exchanged", "Each of the two carries the other one's name.",
    "Which of the two is about strings of the language?"
  ) {
    $0.finish = { reach, _ in
      (reach.firstRefused, reach.firstNearMiss) = (reach.firstNearMiss, reach.firstRefused)
    }
  },
  wrongReach(
    "inside and beyond exchanged", "Each of the two shares carries the other one's name.",
    "Which of the two shares is about the training's lengths?"
  ) { $0.finish = { reach, _ in (reach.inside, reach.beyond) = (reach.beyond, reach.inside) } },
  // Which n is right.
  wrongReach(
    "right if the string is accepted or no near miss is",
    "One of the two suffices where both are asked for.",
    "How many of the two must a recogniser pass at n?"
  ) { $0.isRight = { $0 || !$1 } },
  wrongReach(
    "right if no near miss is accepted, whatever becomes of the string",
    "A recogniser that refuses everything seems to be perfect.",
    "What of a recogniser that refuses everything?"
  ) { $0.isRight = { !$1 } },
  wrongReach(
    "wrong n counted in place of right ones", "The shares are those of the mistakes.",
    "Is a large share good or bad?"
  ) { $0.isRight = { !($0 && !$1) } },
  wrongReach(
    "the first length beyond the training counted as inside",
    "One length that was never trained on counts as known.",
    "Was n = `trained` + 1 one of the lengths of the training?"
  ) { $0.edge = 1 },
  // What the shares are divided by.
  dividedBy("beyond", "`longest`", "all n from 1 on") { $0.beyondCount = { $1 } },
  dividedBy("beyond", "`trained`", "the number of n inside") {
    $0.beyondCount = { trained, _ in trained }
  },
  dividedBy("beyond", "one n too many", "`longest` − `trained` + 1") {
    $0.beyondCount = { $1 - $0 + 1 }
  },
  dividedBy("beyond", "one n too few", "`longest` − `trained` − 1") {
    $0.beyondCount = { $1 - $0 - 1 }
  },
  dividedBy("inside", "`longest`", "all n up to the end") { $0.insideCount = { $1 } },
  dividedBy("inside", "the number of n beyond", "`longest` − `trained`") {
    $0.insideCount = { $1 - $0 }
  },
  dividedBy("inside", "one n too many", "`trained` + 1") {
    $0.insideCount = { trained, _ in trained + 1 }
  },
  dividedBy("inside", "one n too few", "`trained` − 1") {
    $0.insideCount = { trained, _ in trained - 1 }
  },
  wrongReach(
    "numbers of right n in place of their shares", "What is counted is not divided by anything.",
    "Between which two numbers does a share lie?"
  ) {
    $0.insideCount = { _, _ in 1 }
    $0.beyondCount = { _, _ in 1 }
  },
  wrongReach(
    "shares of whole numbers: 0 or 1",
    "A quotient of two whole numbers loses what is behind its point.",
    "What is 3 / 4 in whole numbers?"
  ) {
    $0.finish = { reach, _ in
      reach.inside = reach.inside.rounded(.down)
      reach.beyond = reach.beyond.rounded(.down)
    }
  },
  wrongReach(
    "shares in percent", "Each share is a hundred times too large.",
    "Between which two numbers does a share lie?"
  ) {
    $0.finish = { reach, _ in
      reach.inside *= 100
      reach.beyond *= 100
    }
  },
]

private func notFound(
  _ what: String, _ value: @escaping @Sendable (_ longest: Int) -> Int
) -> Misconception<ReachInput, ReachOutput> {
  wrongReach(
    "\(what) where there is no failure", "What was never found is reported as an n, \(what).",
    "What stands for a failure that there is not?"
  ) {
    $0.finish = { reach, longest in
      reach.firstRefused = reach.firstRefused ?? value(longest)
      reach.firstNearMiss = reach.firstNearMiss ?? value(longest)
    }
  }
}

private func dividedBy(
  _ share: String, _ what: String, _ meaning: String,
  _ change: @escaping @Sendable (inout OpenReach) -> Void
) -> Misconception<ReachInput, ReachOutput> {
  wrongReach(
    "\(share) divided by \(what)",
    "The number of right n is divided by \(meaning), not by the number of those that are \(share).",
    "How many n are there inside, and how many beyond?", change)
}
