#include "indexer/worker/packed_page.hpp"

#include "base/packed.hpp"
#include "base/strings.hpp"
#include "base/utf8.hpp"

#include <utility>

namespace sitrep {
namespace {

constexpr char kPage = 'P';
constexpr char kError = 'E';

/// The header's strings in their order on the way: one list for both directions.
template <class Header, class Visit>
void for_each_text(Header& header, Visit visit) {
    visit(header.id);
    visit(header.title);
    visit(header.deck);
    visit(header.published);
    visit(header.published_from);
    visit(header.dateline);
    visit(header.outlet);
    visit(header.section);
    visit(header.url);
    visit(header.language);
}

std::string one_line(std::string text) {
    if (!utf8::is_valid(text)) text = utf8::repaired(text);
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return collapsed_space(text);
}

Block block_from(Unpacker& in) {
    Block block;
    const std::uint64_t kind = in.number();
    if (kind == 1) block.kind = BlockKind::Heading;
    if (kind == 2) block.kind = BlockKind::ListItem;
    block.furniture = in.number() != 0;
    block.text = one_line(in.text());
    return block;
}

std::uint64_t number_of(BlockKind kind) {
    return kind == BlockKind::Heading ? 1 : kind == BlockKind::ListItem ? 2 : 0;
}

}  // namespace

std::string packed_page(const Result<ExtractedPage>& page) {
    if (!page) {
        Packer out(kError);
        out.number(page.error().code == ErrorCode::TooLarge ? 1 : 0);
        out.text(page.error().message);
        out.text(page.error().hint);
        return std::move(out).take();
    }
    Packer out(kPage);
    for_each_text(page->header, [&out](const std::string& text) { out.text(text); });
    out.texts(page->header.authors);
    out.number(page->blocks.size());
    for (const Block& block : page->blocks) {
        out.number(number_of(block.kind));
        out.number(block.furniture ? 1 : 0);
        out.text(block.text);
    }
    return std::move(out).take();
}

Result<ExtractedPage> unpacked_page(std::string_view bytes) {
    if (!bytes.empty() && bytes.front() == kError) {
        Unpacker in(bytes, kError);
        Error error;
        error.code = in.number() == 1 ? ErrorCode::TooLarge : ErrorCode::BadInput;
        error.message = one_line(in.text());
        error.hint = one_line(in.text());
        if (in.complete() && !error.message.empty()) return error;
    }
    Unpacker in(bytes, kPage);
    ExtractedPage page;
    for_each_text(page.header, [&in](std::string& text) { text = one_line(in.text()); });
    for (const std::string& author : in.texts()) page.header.authors.push_back(one_line(author));
    std::erase(page.header.authors, "");
    for (std::uint64_t n = in.number(); n > 0 && in.ok(); --n) {
        Block block = block_from(in);
        if (!block.text.empty()) page.blocks.push_back(std::move(block));
    }
    if (!in.complete()) return Error{ErrorCode::BadInput, "answered rubbish"};
    return page;
}

}  // namespace sitrep
