import Runner
import Testing

@Suite("SpeedComparison")
struct SpeedComparisonTests {
  @Test("the ratio is the median of the rounds' ratios, and the middle half lies around it")
  func ratio() {
    // One round in which the machine was busy with both.
    let comparison = SpeedComparison(
      challenges: 3, student: [2.0, 2.2, 20, 1.8, 2.0], reference: [1, 1, 10, 1, 1])
    #expect(comparison.rounds == 5)
    #expect(comparison.ratio == 2)
    #expect(comparison.spread == 2...2)
    #expect(comparison.studentMedian == 2)
    #expect(comparison.referenceMedian == 1)
    #expect(
      SpeedComparison(challenges: 1, student: [1, 3], reference: [1, 1]).spread == 1.5...2.5)
  }

  @Test("nothing measured is not a number, and no trap")
  func empty() {
    #expect(SpeedComparison(challenges: 0, student: [], reference: []).ratio.isNaN)
  }
}
