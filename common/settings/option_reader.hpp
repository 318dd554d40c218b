// The values of a tool's options, wherever they come from, read by the names of the options.
#pragma once

#include "base/number.hpp"
#include "base/result.hpp"
#include "base/strings.hpp"
#include "settings/choices.hpp"
#include "settings/foreign_option.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sitrep {

/// A complaint about the command line of `tool`; without a hint it comes with one to its help.
Error usage_error(const std::string& tool, std::string message, std::string hint = {});

/// Reads the options one by one, and keeps the first complaint: what a bad value was to set stays
/// as it was.
class OptionReader {
  public:
    OptionReader(const boost::program_options::variables_map& given, std::string tool,
                 ForeignOptions foreign = {})
        : given_(given), tool_(std::move(tool)), foreign_(foreign) {}

    bool has(const char* name) const { return given_.count(name) != 0; }
    bool flag(const char* name) const { return given_[name].as<bool>(); }
    /// Empty where the option is not given.
    std::string text(const char* name) const;
    std::vector<std::string> texts(const char* name) const;

    /// A whole number, of `unit`, from `least` to `most`.
    template <class Number>
    void number(const char* name, Number& value, Number least, Number most, const char* unit = "") {
        if (!has(name)) return;
        const auto number = number_in<Number>(text(name));
        if (number && *number >= least && *number <= most) {
            value = *number;
        } else {
            refuse_value(name,
                         fmt::format("not a whole number{} from {} to {}", unit, least, most));
        }
    }
    /// From `least` to a day.
    void seconds(const char* name, std::chrono::seconds& value, unsigned least);
    /// `32M`, `500k`, `1G` or bytes; powers of 1024.
    void size(const char* name, std::uint64_t& bytes);

    template <class Value>
    void choice(const char* name, Value& value, const Choices<Value>& choices) {
        if (!has(name)) return;
        if (const Value* meaning = meaning_of(text(name), choices)) {
            value = *meaning;
        } else {
            const std::vector<std::string> words = words_of(choices);
            refuse_value(name, "not one of: " + join(words, ", "),
                         meant_value(name, text(name), words));
        }
    }

    /// Words with commas between; each value once.
    template <class Value>
    void list(const char* name, std::vector<Value>& values, const Choices<Value>& choices) {
        if (!has(name)) return;
        const std::string given = text(name);
        for (const std::string_view word : split(given, ',')) {
            const Value* meaning = meaning_of(word, choices);
            if (meaning == nullptr)
                return refuse_value(name,
                                    "no list, with commas, of: " + join(words_of(choices), ", "),
                                    meant_value(name, word, words_of(choices)));
            if (std::find(values.begin(), values.end(), *meaning) == values.end())
                values.push_back(*meaning);
        }
    }

    /// What `read` holds, into `value`; or its complaint.
    template <class Value, class Read>
    void take(Result<Read> read, Value& value) {
        if (read) {
            value = *std::move(read);
        } else {
            refuse(read.error());
        }
    }

    /// `--NAME=VALUE is WHAT`
    void refuse_value(const char* name, const std::string& what, std::string hint = {});
    void refuse(std::string message, std::string hint = {}) {
        refuse(usage_error(tool_, std::move(message), std::move(hint)));
    }
    void refuse(Error complaint) {
        if (!trouble_) trouble_ = std::move(complaint);
    }
    const std::optional<Error>& trouble() const { return trouble_; }

  private:
    /// The hint for a value that is none of `words`; empty where none is near.
    std::string meant_value(const char* name, std::string_view given,
                            const std::vector<std::string>& words) const;

    const boost::program_options::variables_map& given_;
    std::string tool_;
    ForeignOptions foreign_;
    std::optional<Error> trouble_;
};

}  // namespace sitrep
