/// Lanes that grow when more are asked for and are freed with their owner.
package final class LaneBuffer {
  package private(set) var lanes: Lanes = .zeros(0)
  private var capacity = 0

  package init() {}

  deinit { lanes.deallocate() }

  /// Makes room for `count` lanes of zeros; what was there is gone.
  @discardableResult
  package func zeros(_ count: Int) -> Lanes {
    if count > capacity {
      lanes.deallocate()
      lanes = .zeros(count)
      capacity = count
    } else {
      lanes.clear(count)
    }
    return lanes
  }
}
