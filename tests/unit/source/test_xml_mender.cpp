#include "indexer/source/xml_mender.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sitrep;

namespace {

std::string mended(std::string_view text, std::size_t piece_bytes) {
    XmlMender mender;
    std::string out;
    for (; !text.empty(); text.remove_prefix(std::min(piece_bytes, text.size())))
        out += mender.mended(text.substr(0, piece_bytes), false);
    return out + mender.mended("", true);
}

}  // namespace

TEST_CASE("xml mender: what begins no reference is an ampersand, in whatever pieces it comes") {
    const std::string text =
        " \n<a>R&D &amp; &#8217;&#x2f;&#xg; x & y &nbsp <![CDATA[a & b &]]>&&<!-- & -->& \0</a>&";
    for (const std::size_t bytes : {1U, 2U, 3U, 7U, 20U, 1000U}) {
        CHECK(mended(text, bytes) ==
              "<a>R&amp;D &amp; &#8217;&#x2f;&amp;#xg; x &amp; y &amp;nbsp <![CDATA[a & b &]]>"
              "&amp;&amp;<!-- & -->&amp; ");
    }
    CHECK(mended(std::string("<a>\0&</a>", 9), 2) == "<a> &amp;</a>");
    CHECK(mended("<a><![CDATA[ & never closed", 4) == "<a><![CDATA[ & never closed");
}
