/// All that a reader of a live page is told: which page is the newest, and what goes on meanwhile.
///
/// It is told whole each time, so that who misses one has missed nothing.
public struct LiveStatus: Codable, Sendable, Equatable {
  /// Counts the pages.
  public internal(set) var version = 0
  /// "checking…"; `nil` when the page itself says it.
  public internal(set) var state: String?
  /// What trains just now.
  public internal(set) var training: TrainingCurve?
}

/// The loss of a training that is not over.
public struct TrainingCurve: Codable, Sendable, Equatable {
  /// "cell training".
  public var name: String
  /// The id of the page's element below which it is drawn.
  public var place: String
  /// Epochs in all.
  public var total: Int
  /// Epoch and loss, in nats per sequence, in order.
  public private(set) var points: [[Double]] = []
  /// Every so many reports one becomes a point.
  private var stride = 1
  private var count = 0

  enum CodingKeys: String, CodingKey { case name, place, total, points }

  /// More points than a screen has room for are no use, and each message carries them all.
  static let limit = 400

  public init(name: String, place: String, total: Int) {
    self.name = name
    self.place = place
    self.total = total
  }

  /// Adds what one report says; a loss that is no number is left out.
  ///
  /// The newest point is always there; of the others every second one goes when there are too many.
  public mutating func add(epoch: Int, loss: Double) {
    guard loss.isFinite else { return }
    // The last point is a guest: it stays only if its turn has come.
    if count > 0, (count - 1) % stride != 0 { points.removeLast() }
    points.append([Double(epoch), loss])
    count += 1
    guard points.count > Self.limit else { return }
    stride *= 2
    let last = points.count - 1
    let isLastRegular = (count - 1) % stride == 0
    points = points.enumerated().filter {
      $0.offset % 2 == 0 || ($0.offset == last && !isLastRegular)
    }
    .map(\.element)
  }
}
