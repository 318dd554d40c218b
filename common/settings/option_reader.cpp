#include "settings/option_reader.hpp"

#include "settings/nearest_name.hpp"

namespace sitrep {
namespace {

using Strings = std::vector<std::string>;

std::optional<std::uint64_t> parse_size(std::string_view text) {
    unsigned shift = 0;
    if (!text.empty() && is_ascii_alpha(text.back())) {
        switch (ascii_lower(text.back())) {
            case 'k':
                shift = 10;
                break;
            case 'm':
                shift = 20;
                break;
            case 'g':
                shift = 30;
                break;
            default:
                return std::nullopt;
        }
        text.remove_suffix(1);
    }
    const auto number = number_in<std::uint64_t>(text);
    constexpr std::uint64_t kMost = 1ULL << 33U;  // shifted by 30 it still fits
    if (!number || *number == 0 || *number > kMost) return std::nullopt;
    return *number << shift;
}

}  // namespace

Error usage_error(const std::string& tool, std::string message, std::string hint) {
    if (hint.empty()) hint = "see " + tool + " --help";
    return {ErrorCode::Usage, std::move(message), std::move(hint)};
}

std::string OptionReader::text(const char* name) const {
    return has(name) ? given_[name].as<std::string>() : std::string();
}

Strings OptionReader::texts(const char* name) const {
    return has(name) ? given_[name].as<Strings>() : Strings();
}

void OptionReader::seconds(const char* name, std::chrono::seconds& value, unsigned least) {
    constexpr unsigned kDay = 86'400;
    auto count = static_cast<unsigned>(value.count());
    number(name, count, least, kDay, " of seconds");
    value = std::chrono::seconds(count);
}

void OptionReader::size(const char* name, std::uint64_t& bytes) {
    if (!has(name)) return;
    if (const auto parsed = parse_size(text(name))) {
        bytes = *parsed;
    } else {
        refuse_value(name, "not a size such as 500k, 32M or 1G");
    }
}

void OptionReader::refuse_value(const char* name, const std::string& what, std::string hint) {
    refuse(fmt::format("--{}={} is {}", name, text(name), what), std::move(hint));
}

std::string OptionReader::meant_value(const char* name, std::string_view given,
                                      const Strings& words) const {
    const std::string lower = ascii_lower(given);
    std::string hint = foreign_hint(fmt::format("{}={}", name, lower), foreign_);
    if (!hint.empty()) return hint;
    const std::string near = nearest_name(lower, words);
    return near.empty() ? near : "did you mean " + near + "?";
}

}  // namespace sitrep
