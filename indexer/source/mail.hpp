// ContainerReaders of what MIME holds: mails with what is attached to them, mailboxes, saved pages.
#pragma once

#include "indexer/source/file_type.hpp"

namespace sitrep {

/// A mail: its text (HTML rather than plain text, where both say the same), with subject, date and
/// sender as given facts and the Message-ID as id; then what is attached and we read, and mails in
/// it, numbered from 2 on.
void read_mail(const Origin& origin, ByteSource& source, Reading& reading);

/// A mailbox (RFC 4155, and its `>From ` quoting): its mails, numbered from 1, one in memory at a
/// time.
void read_mailbox(const Origin& origin, ByteSource& source, Reading& reading);

/// A page saved by a browser as one file (RFC 2557): its root page, with its address.
void read_mhtml(const Origin& origin, ByteSource& source, Reading& reading);

}  // namespace sitrep
