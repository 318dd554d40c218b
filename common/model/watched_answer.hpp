// The answer to a watched question, as it was last told: what later answers are compared with.
#pragma once

#include "base/result.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// One article of an answer: what it said then, as hashes, and what is shown when it is gone.
struct WatchedArticle {
    std::string unique_term;
    std::string content;  ///< of all that is stored of it, wherever its file lies
    std::string record;   ///< of what it says whatever was learned of furniture: header and lines
    std::string learned;  ///< of the lines that were learned to be furniture
    std::string id;
    std::string path;
    std::string file;
    std::string title;
    std::string outlet;
    std::string published;
    friend bool operator==(const WatchedArticle&, const WatchedArticle&) = default;
};

struct WatchedAnswer {
    std::string snapshot;  ///< the databases' revisions; empty: not all of it was told
    std::string meaning;   ///< a hash of the question as it was put to them
    std::vector<WatchedArticle> articles;  ///< by unique term
    friend bool operator==(const WatchedAnswer&, const WatchedAnswer&) = default;
};

/// Whether the article itself says something else than before. That more of it was learned to be
/// furniture, or less, is no change of it.
bool says_something_else(const WatchedArticle& before, const WatchedArticle& now);

/// What differs, as indices.
struct AnswerChanges {
    std::vector<std::size_t> added;    ///< of the present articles
    std::vector<std::size_t> changed;  ///< of the present articles
    std::vector<std::size_t> gone;     ///< of those before

    std::size_t size() const { return added.size() + changed.size() + gone.size(); }
};

/// An article that says what another says is no change: it went from one file to another, or was
/// copied. One that does not match any more although `is_as_before` is not gone: the question has
/// moved on, as `date:7d..` does.
AnswerChanges changes_between(const WatchedAnswer& before, const WatchedAnswer& now,
                              const std::function<bool(const WatchedArticle&)>& is_as_before);

/// A question under a name.
struct Watch {
    std::string name;
    std::string question;
    bool expand = true;                                          ///< look for other wordings, too
    std::map<std::string, std::string, std::less<>> saved = {};  ///< what `@name` stood for then
    std::vector<std::string> databases;                          ///< canonical paths, sorted
    WatchedAnswer answer;
    friend bool operator==(const Watch&, const Watch&) = default;
};

/// With a hash of all behind it.
std::string encode_watch(const Watch& watch);

/// Any bytes are read or refused with an Io error.
Result<Watch> decode_watch(std::string_view data);

}  // namespace sitrep
