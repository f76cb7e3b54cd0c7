// The terminal's mode, and that it is given back: between a fork and its end, and inside a signal
// handler, only C is safe.

#ifndef CCONSOLE_CONSOLE_H
#define CCONSOLE_CONSOLE_H

#include <sys/types.h>

/// Has single keys come through, unechoed; Ctrl-C and Ctrl-Z stay signals.
///
/// From now on SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT and SIGWINCH are written, one byte
/// each, into the pipe whose reading end is returned; a second one that would end the process gives the
/// terminal back and ends it at once. A guardian process gives the terminal back when this process is
/// killed. Returns −errno when `terminal` is none.
int console_begin(int terminal);

/// The guardian's process id; 0 where there is none.
pid_t console_guardian(void);

/// Gives the terminal back, dismisses the guardian, and lets signals do what they did before.
void console_end(void);

/// Gives the terminal back for a while, and takes it again.
void console_lend(void);
void console_take(void);

#endif
