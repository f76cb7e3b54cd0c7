import Checking
import Contracts
import Reference

/// Wrong tokens to follow in the language that counts.
let countingNextMisconceptions: [Misconception<CountingLanguageInput, CountingLanguageOutput>] = [
  wrongNext(
    "later blocks of any length, not tied to the n of the first",
    "Letters come in order, but each block may go on or end at any time, whatever n was.",
    "How many b may there be after two a?"
  ) { read, letters in
    guard isInOrder(read, letters), let last = read.last else { return read.isEmpty ? [0] : [] }
    return last == letters ? [] : [last, last + 1]
  },
  wrongNext(
    "the last token alone decides: itself or the next letter",
    "Neither the order nor the numbers of what was read before the last token are looked at.",
    "What do you know of `read` besides its last token?"
  ) { read, letters in
    guard let last = read.last else { return [0] }
    return last >= letters ? [] : [last, last + 1]
  },
  wrongNext(
    "counts alone, not the order in which the letters came",
    """
    Only the numbers of the letters and the last token are compared, so an earlier token that \
    broke the order is not noticed.
    """,
    "Can a string that goes back to a go on at all?"
  ) { read, letters in
    guard let last = read.last else { return [0] }
    if read.contains(letters) { return [] }
    if last == 0 { return [0, 1] }
    let (n, k) = (read.count { $0 == 0 }, read.count { $0 == last })
    return k > n ? [] : k < n ? [last] : [last + 1]
  },
  wrongNext(
    "the counts of all earlier letters and the last, not the order in which they came",
    """
    Each letter before the last must be there n times, but it may have come at any place, so an \
    order that was broken is not noticed.
    """,
    "Can a string that goes back to a go on at all?"
  ) { read, letters in
    guard let last = read.last else { return [0] }
    if read.contains(where: { $0 < 0 || $0 >= letters }) { return [] }
    let counts = (0..<letters).map { letter in read.count { $0 == letter } }
    if counts[0] == 0 { return [] }
    if last == 0, counts[1] == 0 { return [0, 1] }
    guard counts.prefix(last).allSatisfy({ $0 == counts[0] }), counts[last] <= counts[0] else {
      return []
    }
    return counts[last] < counts[0] ? [last] : [last + 1]
  },
  wrongNext(
    "counts alone, EOS passed over",
    """
    The numbers of the letters are compared, so neither an earlier token out of order nor an \
    earlier EOS is noticed.
    """,
    "Can a string that goes back to a go on at all?"
  ) { read, letters in
    guard let last = read.last else { return [0] }
    if last == letters { return [] }
    if last == 0 { return [0, 1] }
    let (n, k) = (read.count { $0 == 0 }, read.count { $0 == last })
    return k > n ? [] : k < n ? [last] : [last + 1]
  },
  wrongNext(
    "an earlier block that is too short, not noticed",
    "Order and the last block are checked, but not whether the blocks before it were whole.",
    "What of a a b c: was the block of b whole when c came?"
  ) { read, letters in
    guard isInOrder(read, letters), let last = read.last else { return read.isEmpty ? [0] : [] }
    if last == letters { return [] }
    let (n, k) = (read.count { $0 == 0 }, read.count { $0 == last })
    return k > n ? [] : k < n ? [last] : [last + 1]
  },
  wrongNext(
    "each block measured by the one before it, not by the first",
    "A block that was too short sets the length of those that follow.",
    "Which block tells what n is?"
  ) { read, letters in
    guard isInOrder(read, letters), let last = read.last else { return read.isEmpty ? [0] : [] }
    if last == letters { return [] }
    let (n, k) = (read.count { $0 == last - 1 }, read.count { $0 == last })
    return k > n ? [] : k < n ? [last] : [last + 1]
  },
  wrongNext(
    "too many of a letter, not noticed",
    "Order and earlier blocks are checked, but a block that is too long goes on to the next letter.",
    "What of a b b: can it be mended?"
  ) { read, letters in
    let right = try mayFollow(read, letters: letters)
    guard right.isEmpty, let last = read.last, last > 0, last < letters,
      read.count(where: { $0 == last }) > read.prefix(while: { $0 == 0 }).count,
      isInOrder(read, letters),
      (1..<last).allSatisfy({ letter in
        read.count { $0 == letter } == read.count { $0 == 0 }
      })
    else { return right }
    return [last + 1]
  },
  wrongNext(
    "EOS offered too early: while the last letter's block is not full",
    "The string may end before its last block is whole.",
    "How many of the last letter must there be before EOS?"
  ) { read, letters in
    let right = try mayFollow(read, letters: letters)
    return right == [letters - 1] ? [letters - 1, letters] : right
  },
  wrongNext(
    "EOS offered behind every whole block",
    "The string may end before its later letters have come.",
    "Which letters must have come before EOS?"
  ) { read, letters in
    let right = try mayFollow(read, letters: letters)
    guard let last = read.last, last > 0, right == [last + 1], last + 1 < letters else {
      return right
    }
    return right + [letters]
  },
  wrongNext(
    "one too few of each letter but the first",
    "Every letter but the first must come once less than the first did.",
    "After how many b is it the turn of c?"
  ) { read, letters in
    let n = read.prefix { $0 == 0 }.count
    if n == read.count || n == 0 { return try mayFollow(read, letters: letters) }
    let later = (1..<letters).flatMap { Array(repeating: $0, count: n - 1) }
    let string = Array(repeating: 0, count: n) + later + [letters]
    guard read.count < string.count, string.starts(with: read) else { return [] }
    return [string[read.count]]
  },
  wrongNext(
    "one too many of the last letter alone",
    "The last letter must come once more than the others did.",
    "After how many of the last letter is it the turn of EOS?"
  ) { read, letters in
    let n = read.prefix { $0 == 0 }.count
    if n == read.count || n == 0 { return try mayFollow(read, letters: letters) }
    let string = written(n, letters).dropLast() + [letters - 1, letters]
    guard read.count < string.count, string.starts(with: read) else { return [] }
    return [Array(string)[read.count]]
  },
  wrongNext(
    "any letter may come first", "A string may begin with b or c, which none of the language does.",
    "Which token begins every string of the language?"
  ) { read, letters in
    read.isEmpty ? Array(0..<letters) : try mayFollow(read, letters: letters)
  },
  wrongNext(
    "the first two letters may come first", "A string may begin with b, as if n could be 0.",
    "Is n = 0 one of the lengths?"
  ) { read, letters in
    read.isEmpty ? [0, 1] : try mayFollow(read, letters: letters)
  },
  wrongNext(
    "EOS again behind EOS", "After the end the end may come once more.",
    "What may follow behind EOS?"
  ) { read, letters in
    let right = try mayFollow(read, letters: letters)
    guard read.last == letters, let before = try? mayFollow(read.dropLast(), letters: letters)
    else { return right }
    return before == [letters] ? [letters] : right
  },
  wrongNext(
    "EOS for what no string begins with",
    "Where nothing can follow, the string is allowed to end.",
    "Does any string of the language begin with what has been read?"
  ) { read, letters in
    let right = try mayFollow(read, letters: letters)
    return right.isEmpty && read.last != letters ? [letters] : right
  },
  wrongNext(
    "EOS where nothing can follow, behind EOS, too",
    "Where nothing can follow, the answer is EOS, where it should be nothing.",
    "What does an empty list say?"
  ) { read, letters in
    let right = try mayFollow(read, letters: letters)
    return right.isEmpty ? [letters] : right
  },
  wrongNext(
    "every letter where nothing can follow",
    "What no string begins with may go on with any token.",
    "Does any string of the language begin with what has been read?"
  ) { read, letters in
    let right = try mayFollow(read, letters: letters)
    return right.isEmpty && read.last != letters ? Array(0...letters) : right
  },
  wrongCounting(
    "the next letter before the first one: not in rising order",
    "Both tokens are there, but the larger one stands first.",
    "In which order does the contract ask for the tokens?"
  ) { $0.afterFirst = [1, 0] },
  wrongCounting(
    "EOS while only the first letter has been read",
    "The string may end with its first block, without any other letter.",
    "Which letters must have come before EOS?"
  ) { $0.endsAfterFirst = true },
]

private func wrongNext(
  _ name: String, _ explanation: String, _ question: String,
  _ next: @escaping @Sendable (_ read: [Int], _ letters: Int) throws -> [Int]
) -> Misconception<CountingLanguageInput, CountingLanguageOutput> {
  wrongCounting(name, explanation, question) { $0.next = next }
}

/// Whether the letters come one after the other from the first on, and EOS at most last.
private func isInOrder(_ read: [Int], _ letters: Int) -> Bool {
  var last = 0
  for (place, token) in read.enumerated() {
    guard place == 0 ? token == 0 : token == last || token == last + 1, last < letters else {
      return false
    }
    last = token
  }
  return true
}
