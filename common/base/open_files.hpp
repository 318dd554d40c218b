// How many files this process may hold open.
#pragma once

namespace sitrep {

/// As many as the system lets it ask for: the usual 1,024 are made for programs that count in bits.
void raise_open_file_limit();

}  // namespace sitrep
