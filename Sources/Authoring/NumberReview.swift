import Lessons
import Transcripts

/// Finds numbers in the prose that no cell computes and nobody else answers for.
///
/// A reader believes what stands in print. A number is held when the lesson's code contains it, a cell
/// printed it, or front matter says who holds it:
///
///     held:
///       441: Weiss, Goldberg and Yahav 2018
///       0.2835: "the floor as a mean, in GoldenTests"
struct NumberReview {
  var lesson: Lesson
  var transcript: Transcript
  /// Numbers of the course's lessons, `"03"`.
  var lessonNumbers: Set<String>
  var exerciseIDs: Set<String>

  func findings() -> [Finding] {
    let computed = ComputedNumbers(lesson, transcript)
    return lesson.proseTexts.flatMap { prose in
      StatedNumber.all(in: prose.text, line: prose.line).compactMap { number in
        finding(number, computed)
      }
    }
  }

  private func finding(_ number: StatedNumber, _ computed: ComputedNumbers) -> Finding? {
    if number.text.isTwoDigits, number.isReference || number.text.hasPrefix("0") {
      return lessonNumbers.contains(number.text)
        ? nil : problem(number, "there is no lesson \(number.text)")
    }
    if number.text.hasPrefix("0"), !number.text.hasPrefix("0."), number.decimals > 0 {
      return exerciseIDs.contains(number.text)
        ? nil : problem(number, "there is no exercise \(number.text)")
    }
    if number.isStructural || number.isPlace || number.isYear || isDeclared(number)
      || computed.hold(number)
    {
      return nil
    }
    return problem(
      number,
      "no cell computes \(number.text); let one print it, mend it, or say in front matter who holds "
        + "it: held: {\(number.text): …}")
  }

  private func isDeclared(_ number: StatedNumber) -> Bool {
    lesson.frontMatter.held.keys.contains { key in
      key == number.text || key.replacing("-", with: "−") == number.text
    }
  }

  private func problem(_ number: StatedNumber, _ message: String) -> Finding {
    Finding(.number, file: lesson.file, line: number.line, message)
  }
}

extension StatedNumber {
  /// "lesson 12", "lessons 01 to 03".
  fileprivate var isReference: Bool { ["lesson", "lessons"].contains(wordBefore) }

  /// "chapter 10": a place in a book.
  fileprivate var isPlace: Bool {
    [
      "chapter", "chapters", "section", "sections", "lecture", "page", "pages", "equation",
      "figure",
    ]
    .contains(wordBefore)
  }

  /// Nothing, one or two of something, or the end of a range: words in digits.
  fileprivate var isStructural: Bool { decimals == 0 && abs(value) <= 2 && !isPercentage }

  /// Of a paper.
  fileprivate var isYear: Bool { decimals == 0 && (1900...2030).contains(value) && text.count == 4 }
}

extension String {
  fileprivate var isTwoDigits: Bool { count == 2 && allSatisfy { $0.isASCII && $0.isNumber } }
}
