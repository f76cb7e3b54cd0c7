// Starting a program that is not trusted: posix_spawn knows neither resource limits nor "die with
// your parent", and between fork and exec only C is safe.

#ifndef CCHILD_H
#define CCHILD_H

#include <stdint.h>
#include <sys/types.h>

/// 0 means no limit.
struct child_limits {
  uint64_t cpu_seconds;
  uint64_t address_space_bytes;
  uint64_t file_bytes;
};

/// Starts `path` in a session of its own, with `descriptors[i]` as its descriptor i and no other open.
///
/// The child is killed when its parent dies. Returns the process id, or −errno; a program that cannot
/// be executed is reported here too.
pid_t child_spawn(const char *path, char *const arguments[], char *const environment[],
                  const char *directory, const int descriptors[], int count,
                  struct child_limits limits);

/// Kills the child's process group, at once.
void child_kill(pid_t child);

/// Takes note that the child has been waited for, so that its number is never signalled again.
void child_forget(pid_t child);

/// Makes orphans of our children come to us, so that none escapes by a double fork.
void child_adopt_orphans(void);

/// Has SIGINT, SIGTERM and SIGHUP kill every child's group before they end this process as usual.
void child_install_signal_handlers(void);

#endif
