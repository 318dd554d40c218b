// What must hold of a tool's table of options that other tools have.
#pragma once

#include "base/strings.hpp"
#include "settings/foreign_option.hpp"

#include <boost/program_options/options_description.hpp>
#include <doctest/doctest.h>

#include <set>
#include <string>

namespace sitrep::test {

/// Hints tell options that there are; no name is one of ours, or known twice. `other` is the tool
/// whose options a hint may tell, behind its name.
inline void check_foreign_table(ForeignOptions table,
                                const boost::program_options::options_description& options,
                                const std::string& other) {
    const auto is_option = [&](const std::string& name) {
        return options.find_nothrow(name, false) != nullptr ||
               options.find_nothrow("-" + name, false) != nullptr;
    };
    std::set<std::string> known;
    for (const ForeignOption& row : table) {
        for (const std::string_view name : split(row.names, ' ')) {
            CAPTURE(name);
            CHECK_FALSE(name.empty());
            CHECK_FALSE(is_option(std::string(name)));
            CHECK(known.emplace(name).second);
        }
        const std::string hint(row.here);
        CAPTURE(hint);
        if (hint.find(other) != std::string::npos) continue;
        for (std::size_t at = hint.find("--"); at != hint.npos; at = hint.find("--", at)) {
            at += 2;
            const std::size_t end = hint.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
            CHECK(is_option(hint.substr(at, end - at)));
        }
    }
}

}  // namespace sitrep::test
