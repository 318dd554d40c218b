#include "model/fields.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sitrep;

TEST_CASE("fields: found by name and alias, in any case") {
    CHECK(find_field("title") == Field::Title);
    CHECK(find_field("Headline") == Field::Title);
    CHECK(find_field("BY") == Field::Author);
    CHECK(find_field("http") == std::nullopt);
    CHECK(find_field("") == std::nullopt);
}

TEST_CASE("fields: no name, alias or prefix stands for two fields") {
    std::set<std::string_view> names;
    std::set<std::string_view> prefixes;
    for (const FieldRow& row : kFields) {
        CHECK(names.insert(row.name).second);
        for (const auto alias : row.aliases) CHECK((alias.empty() || names.insert(alias).second));
        if (row.kind != FieldKind::Date && row.kind != FieldKind::Size)
            CHECK(prefixes.insert(row.prefix).second);
        CHECK_FALSE(row.help.empty());
        CHECK_FALSE(row.example.empty());
    }
}
