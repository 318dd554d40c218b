// What tells the records of one file apart.
#pragma once

#include "model/record.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>

namespace sitrep {

/// The keys of a file's articles, asked for in their order. The count in a key is that of all
/// records of the file: it does not change when one before it fails in one run and not in another.
class RecordKeys {
  public:
    /// Of the article with the given id, else the place in the file. What is given twice in one
    /// file (an id, a name in a tar) has place and `count`, of the records so far, added, so that
    /// neither article is lost.
    std::string next(const std::string& id, const Place& at, std::uint64_t count) {
        const std::string place = at == Place{} ? "#1" : at.text();
        std::string key = id.empty() ? place : "=" + id;
        if (!is_new(key)) key = "~" + place + key;
        if (is_of_double(key) && !is_new(key)) key += "~" + std::to_string(count);
        return key;
    }
    /// Whether `key`, of next(), is of one whose id or place others had before it.
    static bool is_of_double(const std::string& key) { return key.starts_with('~'); }

  private:
    /// By hash: a crawl has more keys than fit, and two taken for one only get a longer name.
    bool is_new(const std::string& key) {
        return keys_.insert(std::hash<std::string>{}(key)).second;
    }

    std::unordered_set<std::size_t> keys_;
};

}  // namespace sitrep
