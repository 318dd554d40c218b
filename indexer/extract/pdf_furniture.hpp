// Running heads and feet, page numbers, and what browsers print around a page: found by what recurs
// at the same place of several pages, figures aside.
#pragma once

#include "indexer/extract/pdf_document.hpp"

#include <string>
#include <vector>

namespace sitrep {

/// Takes their words out of `sheets`; returns them, a text each time one stood there.
std::vector<std::string> take_furniture(std::vector<PdfSheet>& sheets);

/// The address that a browser printed under the page, when it is whole; else empty.
std::string printed_address(const std::vector<std::string>& furniture);

}  // namespace sitrep
