#define _GNU_SOURCE
#include "console.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

static int tty = -1;
static struct termios found, ours;
static int signals[2] = {-1, -1};
static int lifeline = -1;  // as long as this end is open, we live
static pid_t guardian = 0;
static volatile sig_atomic_t asked_to_end = 0;

static const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
enum { watched_count = sizeof watched / sizeof *watched };
static struct sigaction before[watched_count];

static int ends(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

// Swift's runtime takes SIGQUIT for a crash, and would begin a backtrace of a program that was asked to go.
static void give_back(int i) {
  if (watched[i] == SIGQUIT)
    signal(SIGQUIT, SIG_DFL);
  else
    sigaction(watched[i], &before[i], 0);
}

static void note(int number) {
  int error = errno;
  if (ends(number) && asked_to_end++) {
    // Whoever should have read the first one does not.
    tcsetattr(tty, TCSANOW, &found);
    for (int i = 0; i < watched_count; i++)
      if (watched[i] == number) give_back(i);
    raise(number);
  }
  unsigned char byte = (unsigned char)number;
  (void)!write(signals[1], &byte, 1);
  errno = error;
}

static void set(const struct termios *mode) {
  // A process in the background that sets the mode is stopped; the one who gives it back may be there.
  sigset_t stop, old;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &stop, &old);
  while (tcsetattr(tty, TCSANOW, mode) != 0 && errno == EINTR) {}
  pthread_sigmask(SIG_SETMASK, &old, 0);
}

static int same(const struct termios *a, const struct termios *b) {
  return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_lflag == b->c_lflag &&
         memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

static void close_from(int first) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, ~0u, 0) == 0) return;
#endif
  long most = sysconf(_SC_OPEN_MAX);
  for (int fd = first; fd < (most < 0 ? 1024 : most); fd++) close(fd);
}

// Waits until the other end of the pipe is gone. A byte says goodbye; its end without one means that
// the process was killed.
static void guard(int end) {
  setsid();
#ifdef __linux__
  prctl(PR_SET_NAME, "lesson-guard");
#endif
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);
  dup2(tty, 0);
  tty = 0;
  end = dup2(end, 1);
  close_from(2);
  char byte;
  ssize_t count;
  do count = read(end, &byte, 1);
  while (count < 0 && errno == EINTR);
  struct termios now;
  // A shell that has set its own mode meanwhile is left alone.
  if (count == 0 && tcgetattr(tty, &now) == 0 && same(&now, &ours)) {
    set(&found);
    static const char line[] = "\033[0m\r\n";
    (void)!write(tty, line, sizeof line - 1);
  }
  _exit(0);
}

static void begin_guard(void) {
  int ends[2];
  if (pipe(ends) != 0) return;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  pid_t child = fork();
  if (child == 0) {
    close(ends[1]);
    guard(ends[0]);
  }
  close(ends[0]);
  if (child < 0) {
    close(ends[1]);
    return;
  }
  lifeline = ends[1];
  guardian = child;
}

int console_begin(int terminal) {
  if (tcgetattr(terminal, &found) != 0) return -errno;
  tty = terminal;
  ours = found;
  ours.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  ours.c_cc[VMIN] = 1;
  ours.c_cc[VTIME] = 0;
  if (pipe(signals) != 0) return -errno;
  for (int i = 0; i < 2; i++) {
    fcntl(signals[i], F_SETFD, FD_CLOEXEC);
    fcntl(signals[i], F_SETFL, O_NONBLOCK);
  }
  begin_guard();
  struct sigaction action = {0};
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &action, &before[i]);
  set(&ours);
  return signals[0];
}

pid_t console_guardian(void) { return guardian; }

void console_lend(void) { set(&found); }

void console_take(void) { set(&ours); }

void console_end(void) {
  if (tty < 0) return;
  set(&found);
  for (int i = 0; i < watched_count; i++) give_back(i);
  if (lifeline >= 0) {
    (void)!write(lifeline, "q", 1);
    close(lifeline);
    lifeline = -1;
  }
  tty = -1;
}
