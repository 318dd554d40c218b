// Reads the lines and the banners of sites in other languages than English, by the words of
// site_phrases.hpp. English has its lists where it is judged.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace sitrep {

class Normalizer;

/// What a line of a page says itself that it is.
enum class SiteLine {
    None,
    Menu,   ///< whole: "inicio", "Anmelden"
    Share,  ///< "Partager sur Facebook"
    Promo,  ///< "Anzeige", "Читайте также: ...", "Suscríbete a nuestro boletín"
    Tail,   ///< "Lo más leído", "3 commentaires"
    Legal,  ///< "Alle Rechte vorbehalten"
};

/// How much of a text is about cookies and consent.
struct ConsentCount {
    unsigned topics = 0;     ///< distinct ones
    std::size_t words = 0;   ///< that are theirs
    bool cookies = false;    ///< one of them is cookies
    bool notice = false;     ///< says that they are used
    bool to_reader = false;  ///< speaks to the reader or for the site, and quotes nobody
};

class SiteTalk {
  public:
    /// Knows the phrases of `language` (`es`, `zh-Hant`), of all languages where it is empty.
    explicit SiteTalk(std::string_view language);
    ~SiteTalk();

    bool knows_any() const;
    SiteLine line(std::string_view text);
    /// Of the language that says most of it.
    ConsentCount consent(std::string_view text);
    /// Whether `text` is a button of a consent banner, whole.
    bool is_answer(std::string_view text);

  private:
    std::string folded(std::string_view text);

    std::string language_;
    std::unique_ptr<Normalizer> normalizer_;
};

}  // namespace sitrep
