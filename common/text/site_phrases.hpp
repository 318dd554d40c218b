// What the sites of other languages than English print around their stories, language by language:
// the one home of these words. Written as sites write them; site_talk.hpp folds and finds them.
#pragma once

#include <span>
#include <string_view>

namespace sitrep {

/// Phrases are parted by `|`.
struct SitePhrases {
    std::string_view language;    ///< its code
    std::string_view menu;        ///< whole lines of menus
    std::string_view share;       ///< begin the lines of share bars
    std::string_view promo;       ///< are lines above or in advertisements, or begin them
    std::string_view read_also;   ///< begin lines that lead to another article
    std::string_view newsletter;  ///< begin what asks the reader to subscribe
    std::string_view tail;        ///< begin what stands below a story
    std::string_view rights;      ///< stand in lines of copyright
    std::string_view legal;       ///< stand in the short lines of a footer
    std::string_view topics;      ///< what consent banners speak of; beginnings of words
    std::string_view notices;     ///< say that cookies are used
    std::string_view reader;      ///< only who speaks to the reader, or for the site, says
    std::string_view answers;     ///< whole buttons of such banners
    std::string_view said;        ///< of stories, which quote people
};

std::span<const SitePhrases> site_phrases();

}  // namespace sitrep
