// Databases on other machines, over Xapian's remote protocol. Included by this folder only.
#pragma once

#include "store/database_name.hpp"
#include "store/server_access.hpp"

#include <xapian.h>

#include <exception>
#include <string>

namespace sitrep {

/// Calls the server `name`, which is no folder, and once more where it cannot open its database;
/// reading it costs a round trip for almost every call. Throws what Xapian throws: a NetworkError
/// where it does not answer as such a server does.
Xapian::Database open_remote(const DatabaseName& name, const ServerAccess& access);

/// What the failures of that database have for their context.
std::string remote_context(const DatabaseName& name, const ServerAccess& access);

/// An Unreachable error that says what `failure` is to whoever named the database `shown`.
Error remote_error(const Xapian::Error& failure, const std::string& shown,
                   const DatabaseName& name);

/// The same for what is none of Xapian's errors: what is no such server, or not only, makes its
/// client run into anything.
Error remote_error(const std::exception& failure, const std::string& shown);

}  // namespace sitrep
