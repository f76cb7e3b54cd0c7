import Foundation
import LivePage
import Testing

@Suite("TrainingCurve")
struct TrainingCurveTests {
  @Test(
    "of a long training some hundred points are kept, evenly, the first and the newest among them")
  func long() {
    var curve = TrainingCurve(name: "cell training", place: "cell-training", total: 10_000)
    for epoch in 1...10_000 {
      curve.add(epoch: epoch, loss: 3 / Double(epoch))
      #expect(curve.points.count <= 401)
      #expect(curve.points.last == [Double(epoch), 3 / Double(epoch)])
    }
    #expect(curve.points.count > 150)
    #expect(curve.points.first == [1, 3])
    let steps = zip(curve.points, curve.points.dropFirst()).map { $1[0] - $0[0] }
    // The newest point lies anywhere; all others lie evenly.
    #expect(Set(steps.dropLast()).count == 1)
  }

  @Test("a loss that is no number leaves a gap, and the message stays JSON")
  func notANumber() throws {
    var curve = TrainingCurve(name: "a \"name\"", place: "p", total: 3)
    curve.add(epoch: 1, loss: 2)
    curve.add(epoch: 2, loss: .nan)
    curve.add(epoch: 3, loss: .infinity)
    #expect(curve.points == [[1, 2]])
    let data = try JSONEncoder().encode(curve)
    #expect(try JSONDecoder().decode(TrainingCurve.self, from: data).points == [[1, 2]])
  }
}
