// How consent managers talk: the banners about cookies and partners that stand before, in or behind
// a saved page's story; in English and in the languages of site_phrases.hpp.
#pragma once

#include <string_view>

namespace sitrep {

enum class ConsentTalk {
    None,
    Name,   ///< a few words, as a heading or a button of such a banner has: `Performance Cookies`
    Prose,  ///< addresses the reader, with two things or more that such banners speak of
};

/// What one paragraph says. Where it quotes somebody it is a story about privacy.
ConsentTalk consent_talk(std::string_view paragraph);

/// Whether `text`, in small letters, begins with a purpose or feature as the Transparency and
/// Consent Framework of IAB Europe (versions 1.1 to 2.2) words it for every banner, or has two.
bool names_consent_purpose(std::string_view text);

}  // namespace sitrep
