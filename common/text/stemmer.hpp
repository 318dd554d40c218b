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

    /// The stem of a folded word; valid until the next call.
    std::string_view stem(std::string_view word);

  private:
    struct Deleter {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

}  // namespace sitrep
