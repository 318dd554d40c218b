#include "indexer/worker/serve.hpp"

#include "indexer/worker/frame.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <new>
#include <utility>

namespace sitrep {
namespace {

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) return false;
        if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace

int serve(const std::function<std::string(std::string message)>& answer) {
    std::set_new_handler([] { _exit(kOutOfMemoryExit); });
    std::array<char, 64U << 10U> buffer;
    for (;;) {
        FrameReader reader(UINT64_MAX);
        while (reader.state() == FrameReader::State::Incomplete) {
            const ssize_t n = read(STDIN_FILENO, buffer.data(), buffer.size());
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return 0;
            reader.add({buffer.data(), static_cast<std::size_t>(n)});
        }
        if (reader.state() == FrameReader::State::Broken) return 1;
        const std::string said = answer(std::move(reader).take());
        if (!write_all(frame_header(said.size())) || !write_all(said)) return 0;
    }
}

}  // namespace sitrep
