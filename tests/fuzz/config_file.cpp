// Any bytes are settings or are refused by name, and what is read holds no line's end.
#include "settings/config_file.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = sitrep::parse_config("file", text);
    if (!file) {
        if (!file.error().message.starts_with("file:")) std::abort();
        return 0;
    }
    for (const sitrep::ConfigSetting& setting : file->settings) {
        if (setting.name.empty() || setting.value.empty() || setting.line == 0) std::abort();
        if (setting.value.find('\n') != std::string::npos) std::abort();
        // What was read reads back as the same.
        const auto again = sitrep::parse_config("file", setting.name + " = " + setting.value);
        if (!again || again->settings.size() != 1 || again->settings[0].value != setting.value)
            std::abort();
    }
    return 0;
}
