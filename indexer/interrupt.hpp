// SIGINT, SIGTERM and SIGHUP ask the run to end after the current record; a second one ends it at
// once.
#pragma once

namespace sitrep {

/// Installs the handlers, and ignores SIGPIPE and SIGXFSZ, which writes then report as errors.
void watch_for_interrupts();

/// The signal that came, or 0.
int interrupt_signal();

/// What a shell makes of a program ended by that signal.
inline int interrupt_exit_code() { return 128 + interrupt_signal(); }

inline bool interrupted() { return interrupt_signal() != 0; }

}  // namespace sitrep
