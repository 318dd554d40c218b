// What is said when Xapian cannot say it.
#pragma once

#include "base/error.hpp"

#include <string>

namespace sitrep {

/// While one lives in a thread, what terminates it is Xapian's.
class InsideXapian {
  public:
    InsideXapian();
    InsideXapian(const InsideXapian&) = delete;
    InsideXapian& operator=(const InsideXapian&) = delete;
    ~InsideXapian();
};

/// Xapian writes the last chunk of changed values in a destructor (glass's ValueUpdater). An
/// exception there, as of a full disk, reaches no catch: the process is terminated, and where it
/// comes while another one is on its way, none can be looked at. From now on `tell` is called then,
/// with what went wrong in `where`, and the process ends with its exit code; the database stays as
/// it was committed last, as after a kill. Other terminations abort as ever.
void tell_when_terminated(std::string where, void (*tell)(const Error& error));

}  // namespace sitrep
