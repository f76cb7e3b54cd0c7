// Pseudo-terminals: some of what they need is not in every system's headers unless it is asked for.

#ifndef CCONSOLE_PSEUDO_TERMINAL_H
#define CCONSOLE_PSEUDO_TERMINAL_H

#include <stddef.h>
#include <sys/types.h>

/// Opens one: its person's end is returned, `path` is the program's. Returns −errno when there is none.
int pseudo_terminal_open(char *path, size_t size);

/// Starts a program in a session of its own whose terminal is `path`. Returns its id, or −errno.
pid_t pseudo_terminal_run(const char *path, const char *program, char *const arguments[],
                          char *const environment[], const char *directory);

#endif
