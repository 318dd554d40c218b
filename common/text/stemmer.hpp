// Snowball's stemmers, by name. Internal to common/text.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace sitrep {

class Stemmer {
  public:
    /// Null for a name that libstemmer does not know; "none" stems nothing.
    static std::unique_ptr<Stemmer> create(const std::string& name);

    /// Whether create() has a stemmer of this name, which may be a language's code.
    static bool knows(std::string_view name);

    /// The stem of a folded word; valid until the next call, and as long as the word.
    std::string_view stem(std::string_view word);

    /// The same of English, but for what Snowball takes for a form of another word: a stem has
    /// three letters at least (AIS is not an AI, and an IED is not i.e.), and some words and names
    /// have their own.
    std::string_view stem_english(std::string_view word);

  private:
    struct Deleter {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

}  // namespace sitrep
