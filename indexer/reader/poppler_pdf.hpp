// PDF, by poppler: the only door to it, and in no other program than the worker.
#pragma once

#include "base/result.hpp"
#include "indexer/extract/pdf_document.hpp"

#include <string>

namespace sitrep {

/// Fails with BadInput when the file is damaged or no PDF, needs a password, or has no word on any
/// page, as scanned ones; with TooLarge past 5,000 pages or 20 million bytes of text.
Result<PdfDocument> read_pdf(const std::string& bytes);

}  // namespace sitrep
