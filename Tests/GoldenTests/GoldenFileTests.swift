import Checking
import Course
import Foundation
import Synchronization
import Testing

/// The golden files of Tests/Golden, made with PyTorch's autograd; each says in its fields how.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  static func reference(_ id: String, _ input: Data) -> CallOutcome {
    courseExercises.first { $0.id == id }?.reference(input) ?? .noReply("no such exercise")
  }
}

@Suite("GoldenFile")
struct GoldenFileTests {
  @Test("there is a golden file of every kind that this course knows")
  func everyKind() throws {
    let kinds = try Golden.names.map {
      try GoldenFile.verify(try Golden.data($0), against: Golden.reference).kind
    }
    #expect(Set(kinds) == Set(GoldenFile.kinds))
    #expect(Golden.names.count == 40)
  }

  @Test("the reference agrees with PyTorch to 1e-10, and mostly to 1e-13", arguments: Golden.names)
  func agrees(name: String) throws {
    let report = try GoldenFile.verify(try Golden.data(name), against: Golden.reference)
    #expect(report.failures.isEmpty, "\(report.failures)")
    #expect(report.compared > 30)
    #expect(report.worst.error < 1e-11, "\(report.worst)")
  }

  @Test(
    "a number changed in its eighth digit is found, and its tensor named", arguments: Golden.names)
  func everyDigit(name: String) throws {
    let document = try GoldenDocument(try Golden.data(name))
    // Below 1e-6 the eighth digit is rounding, see GoldenReport.
    let expected = document.places.filter { !document.isInput($0) && abs($0.number) > 1e-6 }
    #expect(expected.count > 3 || name == "data.json")
    // Long files are sampled evenly; one that trains step by step asks thousands of questions.
    let most = name.hasPrefix("train") ? 4 : 60
    let step = max(1, expected.count / most)
    // The inputs stay as they are, and so do the answers to them.
    let remembered = RememberedAnswers(of: Golden.reference)
    for index in Swift.stride(from: 0, to: expected.count, by: step) {
      let changed = try document.changingEighthDigit(at: expected[index])
      let report = try GoldenFile.verify(changed, against: remembered.answer)
      let tensor = expected[index].tensor
      #expect(
        report.failures.contains { tensor.contains($0.tensor) || $0.tensor.contains(tensor) },
        "\(name): \(expected[index].path) changed, found \(report.failures)")
    }
  }

  @Test("a weight changed in its eighth digit is found in what follows from it")
  func inputDigit() throws {
    // Not every input shows: a column of U whose token does not occur plays no part.
    let document = try GoldenDocument(try Golden.data("rnn_T9_unk_state.json"))
    let recurrent = document.places.filter { $0.path.hasPrefix("params.V.") }
    #expect(recurrent.count == 25)
    for place in recurrent {
      let changed = try document.changingEighthDigit(at: place)
      #expect(!(try GoldenFile.verify(changed, against: Golden.reference).failures.isEmpty))
    }
  }

  @Test("an implementation that is wrong in one place is named by tensor and index")
  func wrongImplementation() throws {
    let report = try GoldenFile.verify(try Golden.data("clip.json")) { id, input in
      courseExercises.first { $0.id == id }?.mutants.first?.answer(input) ?? .noReply("")
    }
    #expect(report.failures.contains { $0.tensor.hasPrefix("cases[0].clipped") })
  }

  @Test(
    "a file that is no golden file says why",
    arguments: [
      ("[1, 2", "is not a JSON object"), ("{}", "has no field \"kind\""),
      ("{\"kind\": \"qrnn\"}", "is of kind 'qrnn'; this course verifies rnn, train_rnn"),
      ("{\"kind\": \"clip\"}", "is not a golden file of kind 'clip': the field cases is missing"),
      (
        "{\"kind\": \"orthogonal\", \"cases\": [{\"gaussian\": {\"shape\": [2, 2], \"data\": [1]}, \"orthogonal\": {\"shape\": [1], \"data\": [1]}}]}",
        "the shape [2, 2] needs 4 numbers, and there are 1"
      ),
    ])
  func unreadable(text: String, message: String) {
    do {
      _ = try GoldenFile.verify(Data(text.utf8), against: Golden.reference)
      Issue.record("it was read")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
    }
  }
}

/// Answers that were given once need not be computed again: a file that trains takes seconds.
final class RememberedAnswers: Sendable {
  private struct Question: Hashable {
    var id: String
    var input: Data
  }

  private let source: @Sendable (String, Data) -> CallOutcome
  private let answers = Mutex<[Question: CallOutcome]>([:])

  init(of source: @escaping @Sendable (String, Data) -> CallOutcome) { self.source = source }

  func answer(_ id: String, _ input: Data) -> CallOutcome {
    let question = Question(id: id, input: input)
    if let answer = answers.withLock({ $0[question] }) { return answer }
    let answer = source(id, input)
    answers.withLock { $0[question] = answer }
    return answer
  }
}

/// A golden file as a tree whose numbers can be changed one at a time.
struct GoldenDocument {
  struct Place {
    var keys: [String]
    var number: Double
    var path: String { keys.joined(separator: ".") }
    /// The part of the path that names a tensor: `grads.V`, `loss_sum`, `clip.coef`.
    var tensor: String {
      let names = keys.prefix { $0 != "data" }
      let joined = names.map { Int($0) == nil ? ".\($0)" : "[\($0)]" }.joined()
      return String(joined.drop { $0 == "." })
    }
  }

  private var root: Any
  var places: [Place] = []

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data)
    collect(root, [])
  }

  private mutating func collect(_ node: Any, _ keys: [String]) {
    switch node {
    case let dictionary as [String: Any]:
      for (key, value) in dictionary.sorted(by: { $0.key < $1.key }) {
        collect(value, keys + [key])
      }
    case let array as [Any]:
      for (index, value) in array.enumerated() { collect(value, keys + ["\(index)"]) }
    case let number as Double:
      // The measured sensitivity of a run is a note, not a result; whole numbers have no eighth digit.
      let isNote = keys.contains { $0.hasPrefix("sensitivity") }
      if number != number.rounded(), !isNote { places.append(Place(keys: keys, number: number)) }
    default: break
    }
  }

  /// Given, not expected: what is computed from it may or may not show a change.
  func isInput(_ place: Place) -> Bool {
    let kind = (root as? [String: Any])?["kind"] as? String
    let given: Set<String> =
      switch kind {
      case "clip": ["grads", "max_norm"]
      case "optimizers": ["grads", "initial", "hyper"]
      default: ["params", "initial", "gaussian", "config", "max_norm", "lr", "clip.max_norm"]
      }
    return place.keys.contains { given.contains($0) } || place.keys[0] == "h0"
      || place.path == "clip" || place.path == "lr"
  }

  func changingEighthDigit(at place: Place) throws -> Data {
    func change(_ node: Any, _ keys: ArraySlice<String>) -> Any {
      guard let key = keys.first else {
        let number = node as? Double ?? 0
        var scale = 1e7
        var magnitude = abs(number)
        while magnitude >= 10 { magnitude /= 10; scale /= 10 }
        while magnitude < 1 { magnitude *= 10; scale *= 10 }
        return number + (number > 0 ? 3 : -3) / scale
      }
      if var dictionary = node as? [String: Any] {
        dictionary[key] = change(dictionary[key] ?? 0, keys.dropFirst())
        return dictionary
      }
      var array = node as? [Any] ?? []
      if let index = Int(key) { array[index] = change(array[index], keys.dropFirst()) }
      return array
    }
    return try JSONSerialization.data(withJSONObject: change(root, place.keys[...]))
  }
}
