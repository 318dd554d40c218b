#include "store/word_list.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sitrep;

namespace {

/// Every word of up to four letters, in a field's terms and in stems' as well.
Xapian::WritableDatabase all_short_words(const std::string& folder, std::string_view letters) {
    Xapian::WritableDatabase database(folder, Xapian::DB_CREATE);
    Xapian::Document document;
    std::vector<std::string> words = {""};
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const char letter : letters) {
            words.push_back(words[i] + letter);
            for (const char* prefix : {"", "S", "Z", "ZS"})
                document.add_term(prefix + words.back());
            if (words.back().size() == 4) words.pop_back();
        }
    }
    database.add_document(document);
    database.commit();
    return database;
}

std::vector<std::string> near(const Xapian::Database& database, Field field,
                              std::string_view beginning, const WordJudge& judge) {
    std::vector<std::string> words;
    for (const PatternForm& form : word_list::terms(database, field, beginning, judge))
        words.push_back(form.term);
    return words;
}

}  // namespace

TEST_CASE("word list: what is hopeless is passed over, and nothing else") {
    const test::TempFolder folder;
    Xapian::Database databases = all_short_words(folder / "some", "abcdefg");
    databases.add_database(all_short_words(folder / "more", "bdfhxyz"));
    for (const std::string word : {"abc", "bad", "feed", "zx", "gabx", "hhhh", "m"}) {
        for (const unsigned most : {1U, 2U, 3U}) {
            const EditDistance distance(word, most);
            for (const std::string_view beginning : {"", "b", "ba"}) {
                std::size_t near_ones = 0;
                std::size_t all = 0;
                const auto passing = [&](std::string_view term) {
                    ++near_ones;
                    return near_words(distance)(term);
                };
                const auto plain = [&](std::string_view term) -> WordVerdict {
                    ++all;
                    return {distance.of(term).has_value(), 0};
                };
                for (const Field field : {Field::Body, Field::Title}) {
                    CHECK(near(databases, field, beginning, passing) ==
                          near(databases, field, beginning, plain));
                }
                CHECK(near_ones <= all);
                if (beginning.empty() && most == 1) CHECK(near_ones < all / 3);
            }
        }
    }
}
