/// The losses of a training run, epoch by epoch.
public struct TrainingLog: Sendable {
  /// Means over the sequences of an epoch, nats per sequence.
  public private(set) var trainingLoss: [Double] = []
  public private(set) var validationLoss: [Double] = []
  /// The epochs that will come, for whoever shows progress.
  public var epochs: Int
  private var observer: (@Sendable (TrainingLog) -> Void)?

  /// - Parameter observer: told after every epoch.
  public init(epochs: Int, observer: (@Sendable (TrainingLog) -> Void)? = nil) {
    self.epochs = epochs
    self.observer = observer
  }

  /// Writes down one epoch's losses.
  ///
  /// Call it once per epoch.
  public mutating func record(training: Double, validation: Double) {
    trainingLoss.append(training)
    validationLoss.append(validation)
    observer?(self)
  }
}
