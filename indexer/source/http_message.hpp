// An HTTP response as crawls keep it: head and body in one, the body often already decoded although
// the head still says how it was packed.
#pragma once

#include "indexer/source/reading.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct HttpResponse {
    int status = 0;
    std::string content_type;            ///< as sent, parameters included
    std::vector<std::string> encodings;  ///< of the body, in the order they were put on; lower case
    bool chunked = false;
    std::string_view body;  ///< inside the bytes that were parsed
};

/// Reads the head (RFC 9112, section 4 and 5, and what servers made of it). False when there is
/// none.
bool parse_http_response(std::string_view bytes, HttpResponse& response);

/// The body, unpacked: chunks joined, gzip, deflate, br and zstd undone. A packing that the body
/// does not show was undone by the crawler. A body that was cut gives its part. Fails with BadInput
/// when it is damaged, TooLarge past the limit of a record.
Result<std::string> http_body(const HttpResponse& response, Reading& reading);

/// The value of a parameter of a media type, `charset` in `text/html; charset="utf-8"`; empty when
/// it has none.
std::string media_parameter(std::string_view media_type, std::string_view name);

}  // namespace sitrep
