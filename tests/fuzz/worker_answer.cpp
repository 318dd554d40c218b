// What a worker process may send, whole or in pieces: a page, an error, or neither, never a crash;
// a page that was taken apart can be sent on and taken apart again. And the words of a command
// line.
#include "base/utf8.hpp"
#include "indexer/worker/command_words.hpp"
#include "indexer/worker/frame.hpp"
#include "indexer/worker/packed_page.hpp"

#include <cstdint>
#include <cstdlib>

using namespace sitrep;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto require = [](bool holds) {
        if (!holds) std::abort();
    };
    FrameReader reader(1U << 16U);
    for (std::size_t at = 0; at < size; at += 7) reader.add(bytes.substr(at, 7));
    if (reader.state() == FrameReader::State::Complete)
        require(std::move(reader).take().size() + kFrameHeaderBytes == size);

    const Result<ExtractedPage> page = unpacked_page(bytes);
    if (page) {
        for (const Block& block : page->blocks)
            require(utf8::is_valid(block.text) && !block.text.empty());
        const Result<ExtractedPage> again = unpacked_page(packed_page(page));
        require(again && again->blocks.size() == page->blocks.size() &&
                again->header == page->header);
    } else {
        require(!page.error().message.empty());
    }

    const Result<std::vector<std::string>> words = command_words(bytes);
    require(!words || !words->front().empty());
    return 0;
}
