// 01 Representing sequences – the exercises of lessons/01-encoding.md.
// Work here, then: swift run lesson run 01

import Recurrent
import StudentRuntime

// MARK: - 01.1 The vocabulary

/// The words of `sequences` by falling frequency, the unknown word last.
///
/// - Parameter sequences: lists of words. There may be none, and some may be empty. None of the
///   words is `Vocabulary.unknown`.
/// - Returns: a vocabulary that holds each word once. The word that occurs most often, counted over
///   all sequences together, has id 0. Words that occur equally often stand in the order in which
///   they first occur, reading the sequences one after the other. After all of them comes
///   `Vocabulary.unknown`, exactly once; without any words it stands alone.
func buildVocabulary(from sequences: [[String]]) throws -> Vocabulary {
  // TODO: Count the words, order them, and put the unknown word at the end.
  throw NotImplemented("01.1")
}

// MARK: - 01.2 Encoding and decoding

/// The ids of `words`.
///
/// - Parameters:
///   - words: T words, T ≥ 0.
///   - vocabulary: distinct words; the last of them is the unknown word.
/// - Returns: T ids in the order of `words`. A word's id is its index in `vocabulary.words`; a word
///   that is not there has the last id, `vocabulary.count - 1`.
func encode(_ words: [String], with vocabulary: Vocabulary) throws -> [Int] {
  // TODO: Look up the id of each word.
  throw NotImplemented("01.2")
}

/// The words of `ids`.
///
/// - Parameters:
///   - ids: T ids, T ≥ 0, each in `0..<vocabulary.count`.
///   - vocabulary: distinct words; the last of them is the unknown word.
/// - Returns: T words in the order of `ids`; the last id gives the unknown word itself.
func decode(_ ids: [Int], with vocabulary: Vocabulary) throws -> [String] {
  // TODO: Look up the word of each id.
  throw NotImplemented("01.2")
}

// MARK: - 01.3 One-hot vectors

/// The one-hot vector of one token.
///
/// - Parameters:
///   - id: a token in `0..<size`.
///   - size: V, the size of the vocabulary.
/// - Returns: V elements, a one at `id` and zeros elsewhere.
func oneHot(_ id: Int, size: Int) throws -> Vector {
  // TODO: Make a vector of zeros and set one element.
  throw NotImplemented("01.3")
}

/// The one-hot vectors of a sequence, one row per token.
///
/// - Parameters:
///   - ids: T tokens, T ≥ 0, each in `0..<size`.
///   - size: V, the size of the vocabulary.
/// - Returns: T × V; row t is the one-hot vector of `ids[t]`. No tokens give a matrix of 0 × V.
func oneHot(_ ids: [Int], size: Int) throws -> Matrix {
  // TODO: Make a matrix of zeros and set one element in each row.
  throw NotImplemented("01.3")
}

// MARK: - 01.4 Inputs and targets

/// A sequence as a task of prediction.
///
/// - Parameter ids: all tokens of a sequence, the end of the sequence included.
/// - Returns: `inputs` holds all tokens but the last, `targets` all but the first; with n ≥ 1
///   tokens both have n − 1. A sequence of no tokens or of one gives empty inputs and empty
///   targets.
func example(from ids: [Int]) throws -> Example {
  // TODO: Leave out the last token for the inputs and the first for the targets.
  throw NotImplemented("01.4")
}

// MARK: - 01.5 The partition

/// Divides a list into training, validation and test, in order.
///
/// - Parameter elements: n elements of any kind, n ≥ 0, in an order that is kept.
/// - Returns: with sizes in whole numbers, rounded down: `training` holds the first 8n/10 elements,
///   `validation` the n/10 that follow, `test` the *last* n/10. No element is in two of them; up to
///   two between `validation` and `test` are in none. A list of fewer than ten elements has an
///   empty validation and an empty test.
func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  // TODO: Work out the three sizes and cut the list.
  throw NotImplemented("01.5")
}
