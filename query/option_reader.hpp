// Values of the command line and the configuration, read by the names of their options.
#pragma once

#include "base/strings.hpp"
#include "query/options.hpp"
#include "settings/choices.hpp"

#include <boost/program_options.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace sitrep {

/// Reads the options one by one; keeps the first complaint.
class OptionReader {
  public:
    explicit OptionReader(const boost::program_options::variables_map& given) : given_(given) {}

    bool has(const char* name) const { return given_.count(name) != 0; }
    bool flag(const char* name) const { return given_[name].as<bool>(); }
    std::string text(const char* name) const { return given_[name].as<std::string>(); }
    std::vector<std::string> texts(const char* name) const {
        return given_[name].as<std::vector<std::string>>();
    }

    /// A whole number from `least` to `most`.
    void number(const char* name, std::uint64_t& value, std::uint64_t most = kMaxHits,
                std::uint64_t least = 0);

    template <class Value>
    void choice(const char* name, Value& value, const Choices<Value>& choices) {
        if (!has(name)) return;
        if (const Value* meaning = meaning_of(text(name), choices)) {
            value = *meaning;
        } else {
            complain(name, "not one of: " + join(words_of(choices), ", "));
        }
    }

    /// Words with commas between; each value once.
    template <class Value>
    void list(const char* name, std::vector<Value>& values, const Choices<Value>& choices) {
        if (!has(name)) return;
        const std::string given = text(name);
        for (const std::string_view word : split(given, ',')) {
            const Value* meaning = meaning_of(word, choices);
            if (meaning == nullptr) {
                return complain(name, "no list, with commas, of: " + join(words_of(choices), ", "));
            }
            if (std::find(values.begin(), values.end(), *meaning) == values.end())
                values.push_back(*meaning);
        }
    }

    const std::string& trouble() const { return trouble_; }

  private:
    void complain(const char* name, const std::string& what);

    const boost::program_options::variables_map& given_;
    std::string trouble_;
};

}  // namespace sitrep
