// MIME (RFC 2045, RFC 2557), by gmime: the only door to it. A message as a tree of parts.
#pragma once

#include "base/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// What the header of a mail says, decoded to UTF-8 on one line; empty where it does not.
struct MailHeader {
    std::string subject;  ///< without Re:, Fwd: and their like
    std::string sender;   ///< the display name of From, else its address
    std::string date;     ///< ISO 8601 date-time, in the sender's zone
    std::string message_id;
    std::string snapshot_location;  ///< Snapshot-Content-Location, as Chrome writes it
    bool is_mail = false;           ///< has any field that a mail or a saved page has
};

/// A part of a message, or the message: a leaf with content, or a list of parts.
struct MimePart {
    std::string media_type;  ///< "text/html", lower case
    std::string charset;     ///< as declared
    std::string file_name;
    std::string location;  ///< Content-Location
    std::string content_id;
    std::string start;           ///< of multipart/related: the content id of its root
    bool attached = false;       ///< Content-Disposition: attachment
    bool flowed = false;         ///< text/plain; format=flowed
    bool deletes_space = false;  ///< delsp=yes
    std::string content;         ///< decoded bytes; of message/rfc822 the message
    std::vector<MimePart> parts;
};

struct MimeMessage {
    MailHeader header;
    MimePart body;
    bool cut = false;            ///< parts beyond a limit were left out
    bool endless_heads = false;  ///< not read: there is more of heads than any mail has
};

/// Any bytes are safe: depth, number of parts and length of fields are bounded. Content of images,
/// sounds, films and fonts is not decoded.
MimeMessage parse_mime(std::string_view bytes);

}  // namespace sitrep
