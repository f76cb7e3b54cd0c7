#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int pseudo_terminal_open(char *path, size_t size) {
  int end = posix_openpt(O_RDWR | O_NOCTTY);
  if (end < 0) return -errno;
  const char *name = grantpt(end) == 0 && unlockpt(end) == 0 ? ptsname(end) : 0;
  if (!name || strlen(name) >= size) {
    close(end);
    return -ENXIO;
  }
  strcpy(path, name);
  fcntl(end, F_SETFD, FD_CLOEXEC);
  return end;
}

pid_t pseudo_terminal_run(const char *path, const char *program, char *const arguments[],
                          char *const environment[], const char *directory) {
  pid_t child = fork();
  if (child < 0) return -errno;
  if (child > 0) return child;
  setsid();
  int terminal = open(path, O_RDWR);
  if (terminal < 0) _exit(127);
#ifdef TIOCSCTTY
  ioctl(terminal, TIOCSCTTY, 0);
#endif
  for (int fd = 0; fd < 3; fd++) dup2(terminal, fd);
  if (terminal > 2) close(terminal);
  // Test runners ignore or block signals that a terminal sends.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  if (chdir(directory) == 0) execve(program, arguments, environment);
  _exit(127);
}
