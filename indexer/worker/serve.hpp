// The worker's side of worker.hpp: messages from standard input answered on standard output, which
// are one socket.
#pragma once

#include <functional>
#include <string>

namespace sitrep {

/// A worker's exit code when memory ends.
inline constexpr int kOutOfMemoryExit = 75;

/// Answers until the other side closes. The exit code of the process: 0, or 1 when the other side
/// sends no frame.
int serve(const std::function<std::string(std::string message)>& answer);

}  // namespace sitrep
