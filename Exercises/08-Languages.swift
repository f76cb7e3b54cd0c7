// 08 Harder languages – the exercises of lessons/08-harder-languages.md.
// Work here, then: swift run lesson run 08

import Recurrent
import StudentRuntime

// MARK: - 08.1 A language that counts

/// A string of a language that counts: n of each letter, block after block.
///
/// - Parameters:
///   - n: 1 or more.
///   - letters: K ≥ 2; letter k has the id k.
/// - Returns: n times 0, then n times 1 and so on, and at the end EOS, whose id is K: K · n + 1
///   tokens.
func countingString(_ n: Int, letters: Int) throws -> [Int] {
  // TODO: Write one block for each letter, and EOS.
  throw NotImplemented("08.1")
}

/// The tokens that may follow in that language, n being any number from 1 on.
///
/// - Parameters:
///   - read: any tokens, in an order that need not be that of any string; perhaps none.
///   - letters: K ≥ 2.
/// - Returns: in rising order every token with which some string of the language goes on. Nothing
///   where no string begins with `read`, and nothing behind EOS. At the very beginning the first
///   letter alone may come.
func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  // TODO: Find n, and with it the string that has been begun.
  throw NotImplemented("08.1")
}

// MARK: - 08.2 Brackets and a stack

/// The tokens that may follow in strings of balanced brackets.
///
/// - Parameters:
///   - read: any tokens, perhaps none, perhaps such as no balanced string begins with.
///   - kinds: K ≥ 1; kind k opens with 2k and closes with 2k + 1, and EOS is 2K.
/// - Returns: in rising order every token with which some balanced string goes on. Nothing where no
///   balanced string begins with `read`: a bracket closed that is not the innermost open one, or
///   none open, or a token that there is not. Nothing behind EOS. The empty string is not one of
///   the language, so that at the very beginning there are the opening brackets alone.
func bracketsMayFollow(_ read: [Int], kinds: Int) throws -> [Int] {
  // TODO: Keep the open brackets on a stack.
  throw NotImplemented("08.2")
}

// MARK: - 08.3 Drawing balanced strings

/// Draws a balanced string from the grammar.
///
/// Before each token takes one `random.uniform()`, u. Below `opening` a bracket opens, of kind
/// ⌊u / opening · K⌋. From there on the innermost open bracket closes, or, where none is open, the
/// string ends. An empty string is thrown away, and so is any other as soon as it has more than
/// `longest` brackets; then everything begins anew, with the next number of the same stream.
///
/// - Parameters:
///   - kinds: K ≥ 1; kind k opens with 2k and closes with 2k + 1.
///   - opening: q, 0 < q < 1.
///   - longest: L ≥ 2, in brackets; EOS does not count.
/// - Returns: 2 to L brackets, and EOS, whose id is 2K.
func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {
  // TODO: One draw for each token; throw away what is empty or too long.
  throw NotImplemented("08.3")
}

// MARK: - 08.4 When is a prediction right?

/// Judges a network's predictions over one string.
///
/// - Parameters:
///   - probabilities: T vectors of V, what the network expects after each token it has read.
///   - mayFollow: T lists of tokens in rising order, what may follow there; none is empty.
///   - threshold: ε. A token is expected if its probability is ε or more.
/// - Returns: per step, `sound` (every expected token may follow) and `complete` (every token that
///   may follow is expected); `deterministicSteps`, the number of steps where one token alone may
///   follow, and `deterministicRight`, at how many of these it has the largest probability,
///   whether or not that reaches ε; `isSound` if every step is sound, `isExact` if every step is
///   sound and complete.
func judge(
  _ probabilities: [Vector], mayFollow: [[Int]], threshold: Double
) throws -> PredictionVerdict {
  // TODO: Lay the two sets of each step side by side.
  throw NotImplemented("08.4")
}

// MARK: - 08.5 How far it counts

/// Strings that are nearly right.
///
/// - Returns: for letter 0, then letter 1 and so on, first the string with n − 1 of this letter and
///   n of each other, then that with n + 1; all with EOS. Last the string of n of each letter
///   without EOS. 2K + 1 strings.
func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  // TODO: Change the number of one letter at a time.
  throw NotImplemented("08.5")
}

/// How far a recogniser counts.
///
/// It is right about n if it accepts the string of n and none of its near misses.
///
/// - Parameters:
///   - letters: K ≥ 2.
///   - trained: the largest n of its training.
///   - longest: the largest n to try, more than `trained`; the smallest is 1.
///   - accepts: whether a sequence is taken for a string of the language.
/// - Returns: `firstRefused`, the smallest n whose string is refused, and `firstNearMiss`, the
///   smallest n with a near miss that is accepted, `nil` where there is none; `inside`, the share
///   of the n from 1 to `trained` about which it is right, and `beyond`, the share of those from
///   `trained` + 1 to `longest`.
func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {
  // TODO: Ask about every n, its string and its near misses.
  throw NotImplemented("08.5")
}
