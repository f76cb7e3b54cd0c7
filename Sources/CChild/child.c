#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

// The children alive, for the signal handler: fixed and lock-free, because a handler may not wait.
enum { slots = 64 };
static _Atomic pid_t alive[slots];

static void remember(pid_t child) {
  for (int i = 0; i < slots; i++) {
    pid_t empty = 0;
    if (atomic_compare_exchange_strong(&alive[i], &empty, child)) return;
  }
}

void child_forget(pid_t child) {
  for (int i = 0; i < slots; i++) {
    pid_t expected = child;
    if (atomic_compare_exchange_strong(&alive[i], &expected, 0)) return;
  }
}

static void limit(int resource, uint64_t value) {
  if (!value) return;
  struct rlimit both = {value, value};
  setrlimit(resource, &both);
}

static void close_from(int first) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, ~0u, 0) == 0) return;
#endif
  long most = sysconf(_SC_OPEN_MAX);
  for (int fd = first; fd < (most < 0 ? 1024 : most); fd++) close(fd);
}

static void run(const char *path, char *const arguments[], char *const environment[],
                const char *directory, const int descriptors[], int count,
                struct child_limits limits, int report, pid_t parent) {
  setsid();
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);  // the parent died in between
#endif
  signal(SIGPIPE, SIG_DFL);
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  signal(SIGHUP, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);

  // First out of the way, then into place: a source may be another's destination.
  int moved[16];
  int base = 64;
  report = fcntl(report, F_DUPFD_CLOEXEC, base);
  for (int i = 0; i < count; i++) moved[i] = fcntl(descriptors[i], F_DUPFD_CLOEXEC, base);
  for (int i = 0; i < count; i++)
    if (dup2(moved[i], i) < 0) goto failed;
  for (int fd = count; fd < report; fd++) close(fd);
  close_from(report + 1);

  limit(RLIMIT_CPU, limits.cpu_seconds);
  limit(RLIMIT_AS, limits.address_space_bytes);
  limit(RLIMIT_FSIZE, limits.file_bytes);
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);

  if (chdir(directory) == 0) execve(path, arguments, environment);
failed:;
  int error = errno;
  (void)!write(report, &error, sizeof error);
  _exit(127);
}

pid_t child_spawn(const char *path, char *const arguments[], char *const environment[],
                  const char *directory, const int descriptors[], int count,
                  struct child_limits limits) {
  if (count > 16) return -EINVAL;
  int report[2];
  if (pipe(report) != 0) return -errno;
  fcntl(report[0], F_SETFD, FD_CLOEXEC);
  fcntl(report[1], F_SETFD, FD_CLOEXEC);
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    run(path, arguments, environment, directory, descriptors, count, limits, report[1], parent);
  }
  int error = errno;
  close(report[1]);
  if (child < 0) {
    close(report[0]);
    return -error;
  }
  remember(child);
  ssize_t length;
  do length = read(report[0], &error, sizeof error);
  while (length < 0 && errno == EINTR);
  close(report[0]);
  return length == sizeof error ? -error : child;
}

void child_kill(pid_t child) {
  if (child <= 1) return;
  kill(-child, SIGKILL);
  kill(child, SIGKILL);
}

void child_adopt_orphans(void) {
#ifdef __linux__
  prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
}

static void end_all(int number) {
  for (int i = 0; i < slots; i++) child_kill(atomic_load(&alive[i]));
  signal(number, SIG_DFL);
  raise(number);
}

void child_install_signal_handlers(void) {
  struct sigaction action = {0};
  action.sa_handler = end_all;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, 0);
  sigaction(SIGTERM, &action, 0);
  sigaction(SIGHUP, &action, 0);
  // Whoever started us may have had these blocked, and a mask is inherited.
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGTERM);
  sigaddset(&ours, SIGHUP);
  sigprocmask(SIG_UNBLOCK, &ours, 0);
}
