import CChild
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Processes that a child started and left behind.
///
/// A program that forks twice drops out of its parent's sight. Where ``adopt()`` was called, such a
/// process comes to us when its parent dies, and is killed here: nothing that we start outlives its
/// ``ChildProcess``.
public enum Orphans {
  private struct State {
    var isAdopting = false
    /// Children that belong to a ``ChildProcess``.
    var living: Set<pid_t> = []
    /// Sessions whose processes are none of ours to end.
    var spared: Set<pid_t> = []
  }

  private static let state = Mutex(State())

  /// For a program that starts no children but through this room, as `lesson` does.
  public static func adopt() {
    child_adopt_orphans()
    state.withLock { $0.isAdopting = true }
  }

  /// Starts a child that is not an orphan; the lock closes the moment between its birth and its entry.
  static func whileBearing(_ spawn: () -> pid_t) -> pid_t {
    state.withLock { state in
      let pid = spawn()
      if pid > 0 { state.living.insert(pid) }
      return pid
    }
  }

  /// Leaves a process and its session alone: a browser, which its opener may leave behind, or one that
  /// watches over the terminal.
  ///
  /// - Parameter leader: the leader of a session of its own.
  public static func spare(_ leader: Int32) {
    state.withLock { state in _ = state.spared.insert(leader) }
  }

  static func forget(_ pid: pid_t) {
    state.withLock { state in
      state.living.remove(pid)
      guard state.isAdopting else { return }
      for _ in 0..<100 {
        let orphans = ProcessTree.children(of: getpid()).filter {
          !state.living.contains($0) && !state.spared.contains(getsid($0))
        }
        if orphans.isEmpty { return }
        for orphan in orphans {
          let tree = ProcessTree(root: orphan)
          child_kill(orphan)
          tree.killDescendants()
          var status: Int32 = 0
          while waitpid(orphan, &status, 0) < 0, errno == EINTR {}
        }
      }
    }
  }
}
