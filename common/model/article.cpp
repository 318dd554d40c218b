#include "model/article.hpp"

namespace sitrep {

std::string Article::body() const {
    std::string out;
    const auto put = [&out](const std::string& text) {
        if (text.empty()) return;
        if (!out.empty()) out += "\n\n";
        out += text;
    };
    for (const Section& section : sections) {
        put(section.heading);
        for (const std::string& paragraph : section.paragraphs) put(paragraph);
    }
    return out;
}

}  // namespace sitrep
